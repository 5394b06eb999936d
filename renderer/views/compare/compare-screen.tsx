import clsx from 'clsx';
import { useCallback, useMemo } from 'react';
import { useAppContext } from '../../commands/context.tsx';
import { inputOf } from '../../commands/watch-results.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Banner } from '../../ui/banner.tsx';
import { useApp } from '../../store/use-app.tsx';
import { activeResult, activeScenario, isActiveStale } from '../../store/selectors.ts';
import { setAssumption } from '../../store/scenarios.ts';
import { answerToday } from '../../store/book.ts';
import { explain, setFocus, showScreen } from '../../store/view.ts';
import type { MarkId } from '../../charts/series.ts';
import type { AssumptionValue } from '../../../shared/model/assumptions/access.ts';
import { modelName } from '../../../shared/model/names.ts';
import { answerOf } from './answer.ts';
import { AnswerHead } from './answer-head.tsx';
import { CostChart, OverlapChart, RevenueChart } from './compare-charts.tsx';
import { FiguresTable } from './figures-table.tsx';
import { PayNotes } from './pay-notes.tsx';
import type { Subject } from './subject.ts';
import { TodayNote } from './today-note.tsx';
import { useJob } from '../../commands/use-job.ts';
import { useSubject } from './use-subject.ts';
import './compare.css';

/** Who should own the commercials: the answer, the models side by side, and where the difference comes from. */
export function CompareScreen() {
  const subject = useSubject();
  const result = useApp(activeResult);
  const stale = useApp(isActiveStale);
  const hasBook = useApp(({ document }) => document !== null && document.book !== null);
  if (!hasBook) {
    return (
      <EmptyState title="Compare">
        Here the ownership models stand side by side, with who leads and by how much. Open a book to
        fill it.
      </EmptyState>
    );
  }
  if (result !== null && result.refusal !== null) {
    return (
      <div className="compare">
        <Banner tone="danger">{result.refusal}</Banner>
      </div>
    );
  }
  if (subject === null) {
    return (
      <div className="compare" role="status">
        Comparing the models
      </div>
    );
  }
  return <Comparison subject={subject} pending={result?.pending ?? []} stale={stale} />;
}

interface ComparisonProps {
  readonly subject: Subject;
  readonly pending: readonly string[];
  readonly stale: boolean;
}

function Comparison({ subject, pending, stale }: ComparisonProps) {
  const { store, bridge } = useAppContext();
  const scenario = useApp(activeScenario);
  const rate = useApp((state) => state.document?.currencyRate ?? null);
  const focus = useApp((state) => state.session.focus);

  const question = useMemo(
    () => (scenario === null ? null : { ...inputOf(scenario, rate), unlinked: scenario.unlinked }),
    [scenario, rate],
  );
  // A search of a few dozen evaluations waits until the figures have settled.
  const flips = useJob('flips', stale || pending.length > 0 ? null : question, SETTLED);
  const answer = useMemo(
    () => answerOf(subject, flips.isCurrent ? flips.answer : null),
    [subject, flips.answer, flips.isCurrent],
  );

  const set = useCallback(
    (path: string, value: AssumptionValue, label: string) => {
      setAssumption(store, path, value, label);
    },
    [store],
  );
  const focusOf = useCallback(
    (metric: string, model: string) => ({ scenario: scenario?.id ?? '', model, metric }),
    [scenario?.id],
  );
  const byModel = useMemo(
    () => ({
      onFocusMark: (mark: MarkId) => {
        setFocus(store, focusOf(mark.column, mark.row));
      },
    }),
    [store, focusOf],
  );
  const byMetric = useMemo(
    () => ({
      onFocusMark: (mark: MarkId) => {
        setFocus(store, focusOf(mark.row, mark.column));
      },
    }),
    [store, focusOf],
  );

  return (
    <div className={clsx('compare', stale && 'compare--stale')} aria-busy={stale}>
      <AnswerHead
        subject={subject}
        answer={answer}
        onMetric={(metric) => {
          const name = subject.metrics.get(metric)?.label ?? metric;
          set('decisionMetric', metric, `Decide by ${name.toLowerCase()}`);
        }}
        onAssumption={() => {
          showScreen(store, 'assumptions');
        }}
      />
      <TodayNote
        subject={subject}
        onToday={(model) => {
          const name = modelName(model, subject.assumptions.models);
          answerToday(store, model, `Today: ${name}`);
        }}
      />
      <div className="compare__charts">
        <CostChart
          subject={subject}
          clipboard={bridge}
          {...byModel}
          footer={
            <PayNotes
              subject={subject}
              onPayMode={(mode) => {
                const label = mode === 'target' ? 'Pay at target' : 'Pay at the stated quotas';
                set('pay.mode', mode, label);
              }}
            />
          }
        />
        <RevenueChart subject={subject} clipboard={bridge} {...byModel} />
      </div>
      <FiguresTable
        subject={subject}
        pending={pending}
        explained={focus === null ? null : { row: focus.metric, column: focus.model }}
        onFocus={(metric, model) => {
          setFocus(store, focusOf(metric, model));
        }}
        onExplain={(metric, model) => {
          explain(store, focusOf(metric, model));
        }}
      />
      <div className="compare__charts">
        <OverlapChart subject={subject} clipboard={bridge} {...byMetric} />
      </div>
    </div>
  );
}

const SETTLED = 300;
