import { memo, useMemo, type ReactNode } from 'react';
import { ChartFrame, type ChartClipboard } from '../../charts/chart-frame.tsx';
import { groupedTable } from '../../charts/chart-table.ts';
import { GroupedBars } from '../../charts/grouped-bars.tsx';
import type { MarkId } from '../../charts/series.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { useInTurn } from '../../ui/use-in-turn.ts';
import { SegmentCycles } from '../book/segment-cycles.tsx';
import type { BreakdownsOutput } from '../../engine/jobs.ts';
import type { BookPart } from '../../store/state.ts';
import { BY_BAND, BY_UPSELL, baseOf, breakdownChart, type Reading } from './breakdown-chart.ts';
import { bandRows, motionRows } from './breakdown-rows.ts';
import type { Subject } from './subject.ts';

interface ContributionChartsProps {
  readonly subject: Subject;
  readonly breakdowns: BreakdownsOutput;
  readonly reading: Reading;
  readonly clipboard: ChartClipboard;
  readonly onReading: (reading: Reading) => void;
  readonly onOpen: (part: BookPart, model: string) => void;
  readonly onFocusMark: (part: BookPart, model: string) => void;
}

/** Where each model's contribution comes from: by length of the initial sale and by type of upsell. */
export const ContributionCharts = memo(function ContributionCharts(props: ContributionChartsProps) {
  const { subject, breakdowns, reading, onReading } = props;
  const base = baseOf(subject);
  const controls = (
    <SegmentedControl<Reading>
      label="Show"
      value={reading}
      onChange={onReading}
      options={[
        { value: 'amount', label: 'Amount' },
        { value: 'difference', label: `Against ${base?.label ?? 'the leader'}` },
      ]}
    />
  );
  // Both charts stand on cycles: by band openly, by upsell through what each lead brings.
  const missing = breakdowns.cycles !== null && (
    <div className="cycle-note">
      <p>{breakdowns.cycles}</p>
      <SegmentCycles />
    </div>
  );
  return (
    <>
      <BandChart {...props} controls={controls} note={missing} />
      <UpsellChart
        {...props}
        controls={controls}
        note={breakdowns.cycles !== null && <p className="cycle-note">{breakdowns.cycles}</p>}
      />
    </>
  );
});

interface NotedProps extends ContributionChartsProps {
  readonly controls: ReactNode;
  readonly note: ReactNode;
}

/** What a chart draws from, as of its turn. */
function useDrawn({ subject, breakdowns, reading }: ContributionChartsProps) {
  return useInTurn(
    useMemo(() => ({ subject, breakdowns, reading }), [subject, breakdowns, reading]),
  );
}

function BandChart(props: NotedProps) {
  const drawn = useDrawn(props);
  const chart = useMemo(() => {
    const { subject, breakdowns, reading } = drawn;
    const rows = bandRows(breakdowns.models, subject.estimated);
    const filled = rows.filter(({ accounts }) => accounts !== 0);
    return breakdownChart(subject, BY_BAND, rows, filled, reading);
  }, [drawn]);
  return <Chart {...props} chart={chart} label="Contribution by sales cycle" by="band" />;
}

function UpsellChart(props: NotedProps) {
  const drawn = useDrawn(props);
  const chart = useMemo(() => {
    const { subject, breakdowns, reading } = drawn;
    const rows = motionRows(breakdowns.models, subject.estimated);
    return breakdownChart(subject, BY_UPSELL, rows.all, rows.drawn, reading);
  }, [drawn]);
  return <Chart {...props} chart={chart} label="Contribution by type of upsell" by="motion" />;
}
interface ChartProps extends NotedProps {
  readonly chart: ReturnType<typeof breakdownChart>;
  readonly label: string;
  readonly by: BookPart['by'];
}

function Chart(props: ChartProps) {
  const { chart, label, by, clipboard, onOpen, onFocusMark, controls, note } = props;
  const table = useMemo(() => groupedTable(chart.table), [chart]);
  const events = useMemo(
    () => ({
      onOpen: (mark: MarkId) => {
        onOpen({ by, key: mark.row }, mark.column);
      },
      onFocusMark: (mark: MarkId) => {
        onFocusMark({ by, key: mark.row }, mark.column);
      },
    }),
    [by, onOpen, onFocusMark],
  );
  return (
    <ChartFrame {...chart} {...events} {...{ table, clipboard, controls, note }}>
      <GroupedBars label={label} series={chart.series} {...events} />
    </ChartFrame>
  );
}
