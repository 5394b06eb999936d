import clsx from 'clsx';
import { memo, useCallback, useMemo } from 'react';
import { useAppContext } from '../../commands/context.tsx';
import { inputOf } from '../../commands/watch-results.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { activeResult, activeScenario, isActiveStale } from '../../store/selectors.ts';
import { setAssumption, setFilter } from '../../store/scenarios.ts';
import type { Focus, ShownResult } from '../../store/state.ts';
import { answerToday } from '../../store/book.ts';
import { explain, setChoice, setFocus, showAssumption } from '../../store/view.ts';
import { useWidth } from '../../ui/use-width.ts';
import type { AssumptionValue } from '../../../shared/model/assumptions/access.ts';
import { modelName } from '../../../shared/model/names.ts';
import { NO_FILTER } from '../../../shared/project/document.ts';
import { AccountList } from './account-list.tsx';
import { answerOf } from './answer.ts';
import { AnswerHead } from './answer-head.tsx';
import { CostChart, OverlapChart, RevenueChart } from './compare-charts.tsx';
import type { Reading } from './breakdown-chart.ts';
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
        <Refusal sentence={result.refusal} />
      </div>
    );
  }
  if (subject === null || result === null) {
    return (
      <div className="compare" role="status">
        Comparing the models
      </div>
    );
  }
  return <Comparison subject={subject} result={result} stale={stale} />;
}

/** Why there is no comparison; the filter, where that is what lets none through, is removed right there. */
function Refusal({ sentence }: { readonly sentence: string }) {
  const store = useAppStore();
  const filter = useApp(activeScenario)?.filter ?? NO_FILTER;
  const isFiltered = Object.values(filter).some((part) => part.length > 0);
  return (
    <Banner
      tone="danger"
      actions={
        isFiltered && (
          <Button
            onClick={() => {
              setFilter(store, NO_FILTER, 'Remove the filter');
            }}
          >
            Remove the filter
          </Button>
        )
      }
    >
      {sentence}
    </Banner>
  );
}

interface ComparisonProps {
  readonly subject: Subject;
  readonly result: ShownResult;
  readonly stale: boolean;
}

const Comparison = memo(function Comparison({ subject, result, stale }: ComparisonProps) {
  const { store, bridge } = useAppContext();
  const focus = useApp((state) => state.session.focus);
  // While a slider moves the figures follow it: dimming them would only hide them.
  const isDragged = useApp(({ session }) => session.gesture !== null);
  const { flips, breakdowns } = useBeside(result, stale, subject.format.locale);
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
  const { id } = result.of;
  const events = useMemo(() => markEvents(store, id), [store, id]);
  const chosen = useApp(({ document }) => document?.view.choices);
  const reading = chosen?.['compare.reading'] === 'difference' ? 'difference' : 'amount';
  const [frame, width] = useWidth<HTMLDivElement>(WIDE);
  const sliders = chosen?.['compare.sliders'] ?? width >= WIDE;
  const listing = useApp(({ session }) => session.listing);
  const showSliders = useCallback(() => {
    setChoice(store, 'compare.sliders', true);
  }, [store]);
  const hideSliders = useCallback(() => {
    setChoice(store, 'compare.sliders', false);
  }, [store]);
  const payNotes = useMemo(
    () => (
      <PayNotes
        subject={subject}
        onPayMode={(mode) => {
          const label = mode === 'target' ? 'Pay at target' : 'Pay at the stated quotas';
          set('pay.mode', mode, label);
        }}
      />
    ),
    [subject, set],
  );
  const focusFigure = useCallback(
    (metric: string, model: string) => {
      setFocus(store, { scenario: id, metric, model });
    },
    [store, id],
  );
  const explainFigure = useCallback(
    (metric: string, model: string) => {
      explain(store, { scenario: id, metric, model });
    },
    [store, id],
  );
  const explained = useMemo(
    () =>
      focus === null || focus.part !== undefined
        ? null
        : { row: focus.metric, column: focus.model },
    [focus],
  );
  const changeReading = useCallback(
    (next: Reading) => {
      setChoice(store, 'compare.reading', next);
    },
    [store],
  );

  return (
    <div ref={frame} className="compare-frame">
      <div
        className={clsx('compare', stale && !isDragged && 'compare--stale')}
        aria-busy={stale || result.pending.length > 0}
      >
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
          aside={sliders === false && <ShowSliders onOpen={showSliders} />}
        />
        <TodayNote
          subject={subject}
          onToday={(model) => {
            const name = modelName(model, subject.assumptions.models);
            answerToday(store, model, `Today: ${name}`);
          }}
        />
        <div className="compare__charts">
          <CostChart subject={subject} clipboard={bridge} {...events.byModel} footer={payNotes} />
          <RevenueChart subject={subject} clipboard={bridge} {...events.byModel} />
        </div>
        <FiguresTable
          subject={subject}
          explained={explained}
          onFocus={focusFigure}
          onExplain={explainFigure}
        />
        <div
          className={clsx('compare__charts', !breakdowns.isCurrent && 'compare__charts--behind')}
          aria-busy={!breakdowns.isCurrent}
        >
          {breakdowns.answer !== null && (
            <ContributionCharts
              subject={subject}
              breakdowns={breakdowns.answer}
              reading={reading}
              clipboard={bridge}
              onReading={changeReading}
              {...events.byPart}
            />
          )}
        </div>
        <div className="compare__charts">
          <OverlapChart subject={subject} clipboard={bridge} {...events.byMetric} />
        </div>
      </div>
      {sliders !== false && <SliderColumn onClose={hideSliders} />}
      {listing !== null && isOnScreen(listing, subject, id) && (
        <AccountList subject={subject} listing={listing} />
      )}
    </div>
  );
});

/** A list is of a model that may have been deleted, or left out, since. */
function isOnScreen({ scenario, model }: Focus, { models }: Subject, id: string): boolean {
  return scenario === id && models.some((shown) => shown.id === model);
}

/** What stands beside the figures: it is asked for when they are there, of the state they are of. */
function useBeside({ of, pending, totals }: ShownResult, stale: boolean, locale: string) {
  const rate = useApp((state) => state.document?.currencyRate ?? null);
  const search = useMemo(() => ({ ...inputOf(of, rate), unlinked: of.unlinked }), [of, rate]);
  const parts = useMemo(() => ({ ...inputOf(of, rate), locale }), [of, rate, locale]);
  const isSettled = !stale && pending.length === 0;
  return {
    // A search of a few dozen evaluations waits until nothing moves any more.
    flips: useJob('flips', isSettled ? search : null, SETTLED),
    // In a large book the parts wait as well: the figures on the way are worth more than they.
    breakdowns: useJob('breakdowns', stale && totals.accounts > LARGE ? null : parts),
  };
}

const SETTLED = 300;
const LARGE = 10_000;
/** On a screen narrower than this, in pixels, the sliders are hidden until they are asked for. */
const WIDE = 1100;
