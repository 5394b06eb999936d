import { memo, useMemo, type ReactNode } from 'react';
import { ChartFrame, type ChartClipboard } from '../../charts/chart-frame.tsx';
import { panelTable, stackedTable } from '../../charts/chart-table.ts';
import { PanelBars } from '../../charts/panel-bars.tsx';
import type { MarkEvents } from '../../charts/plot.tsx';
import { StackedBars } from '../../charts/stacked-bars.tsx';
import { costChart, overlapChart, revenueChart } from './charts.ts';
import type { Subject } from './subject.ts';
import { useInTurn } from '../../ui/use-in-turn.ts';

interface ChartProps extends MarkEvents {
  readonly subject: Subject;
  readonly clipboard: ChartClipboard;
  readonly footer?: ReactNode;
}

/** What each model costs a year, component by component. Marks are (model, metric). */
export const CostChart = memo(function CostChart(props: ChartProps) {
  const { clipboard, footer, onOpen, onFocusMark } = props;
  const subject = useInTurn(props.subject);
  const chart = useMemo(() => costChart(subject), [subject]);
  const table = useMemo(() => stackedTable(chart.series, 'Component'), [chart]);
  const events = { onOpen, onFocusMark };
  return (
    <ChartFrame {...chart} {...events} table={table} clipboard={clipboard} footer={footer}>
      <StackedBars label="Cost of a year by component" series={chart.series} {...events} />
    </ChartFrame>
  );
});

/** What is retained and what is added. Marks are (model, metric). */
export const RevenueChart = memo(function RevenueChart(props: ChartProps) {
  const { clipboard, footer, onOpen, onFocusMark } = props;
  const subject = useInTurn(props.subject);
  const chart = useMemo(() => revenueChart(subject), [subject]);
  const table = useMemo(() => stackedTable(chart.series, 'ARR'), [chart]);
  const events = { onOpen, onFocusMark };
  return (
    <ChartFrame {...chart} {...events} table={table} clipboard={clipboard} footer={footer}>
      <StackedBars label="Retained and expansion ARR" series={chart.series} {...events} />
    </ChartFrame>
  );
});

/** What two owners on one account cause. Marks are (metric, model). */
export const OverlapChart = memo(function OverlapChart(props: ChartProps) {
  const { clipboard, footer, onOpen, onFocusMark } = props;
  const subject = useInTurn(props.subject);
  const chart = useMemo(() => overlapChart(subject), [subject]);
  const table = useMemo(() => panelTable(chart.series, 'Figure'), [chart]);
  const events = { onOpen, onFocusMark };
  return (
    <ChartFrame {...chart} {...events} table={table} clipboard={clipboard} footer={footer}>
      <PanelBars label="Overlap between roles" series={chart.series} {...events} />
    </ChartFrame>
  );
});
