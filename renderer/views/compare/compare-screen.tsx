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
import { explain, setChoice, setFocus, showAssumption } from '../../store/view.ts';
import { useWidth } from '../../ui/use-width.ts';
import type { AssumptionValue } from '../../../shared/model/assumptions/access.ts';
import { modelName } from '../../../shared/model/names.ts';
import { AccountList } from './account-list.tsx';
import { answerOf } from './answer.ts';
import { AnswerHead } from './answer-head.tsx';
import { CostChart, OverlapChart, RevenueChart } from './compare-charts.tsx';
import { ContributionCharts } from './contribution-charts.tsx';
import { FiguresTable } from './figures-table.tsx';
import { markEvents } from './mark-events.ts';
import { PayNotes } from './pay-notes.tsx';
import { ShowSliders, SliderColumn } from './slider-column.tsx';
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
  const id = scenario?.id ?? '';
  const events = useMemo(() => markEvents(store, id), [store, id]);
  const chosen = useApp(({ document }) => document?.view.choices);
  const reading = chosen?.['compare.reading'] === 'difference' ? 'difference' : 'amount';
  const [frame, width] = useWidth<HTMLDivElement>(WIDE);
  const sliders = chosen?.['compare.sliders'] ?? width >= WIDE;
  const listing = useApp(({ session }) => session.listing);
  const breakdownQuestion = useMemo(
    () =>
      scenario === null ? null : { ...inputOf(scenario, rate), locale: subject.format.locale },
    [scenario, rate, subject.format.locale],
  );
  const breakdowns = useJob('breakdowns', breakdownQuestion);
  const showSliders = (open: boolean) => {
    setChoice(store, 'compare.sliders', open);
  };

  return (
    <div ref={frame} className="compare-frame">
      <div className={clsx('compare', stale && 'compare--stale')} aria-busy={stale}>
        <AnswerHead
          subject={subject}
          answer={answer}
          onMetric={(metric) => {
            const name = subject.metrics.get(metric)?.label ?? metric;
            set('decisionMetric', metric, `Decide by ${name.toLowerCase()}`);
          }}
          onAssumption={(path) => {
            showAssumption(store, path);
          }}
          aside={
            sliders === false && (
              <ShowSliders
                onOpen={() => {
                  showSliders(true);
                }}
              />
            )
          }
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
            {...events.byModel}
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
          <RevenueChart subject={subject} clipboard={bridge} {...events.byModel} />
        </div>
        <FiguresTable
          subject={subject}
          pending={pending}
          explained={
            focus === null || focus.part !== undefined
              ? null
              : { row: focus.metric, column: focus.model }
          }
          onFocus={(metric, model) => {
            setFocus(store, { scenario: id, metric, model });
          }}
          onExplain={(metric, model) => {
            explain(store, { scenario: id, metric, model });
          }}
        />
        <div className="compare__charts">
          {breakdowns.answer !== null && (
            <ContributionCharts
              subject={subject}
              breakdowns={breakdowns.answer}
              reading={reading}
              clipboard={bridge}
              onReading={(next) => {
                setChoice(store, 'compare.reading', next);
              }}
              {...events.byPart}
            />
          )}
        </div>
        <div className="compare__charts">
          <OverlapChart subject={subject} clipboard={bridge} {...events.byMetric} />
        </div>
      </div>
      {sliders !== false && (
        <SliderColumn
          onClose={() => {
            showSliders(false);
          }}
        />
      )}
      {listing !== null && listing.scenario === id && (
        <AccountList subject={subject} listing={listing} />
      )}
    </div>
  );
}

const SETTLED = 300;
/** On a screen narrower than this, in pixels, the sliders are hidden until they are asked for. */
const WIDE = 1100;
