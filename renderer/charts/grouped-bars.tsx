import { memo, useCallback, useMemo } from 'react';
import { GroupDrawing } from './group-drawing.tsx';
import { ModelKey } from './model-axis.tsx';
import { Plot, usePlotWidth, type MarkEvents, type Reading } from './plot.tsx';
import { cellOf, type GroupedSeries, type MarkId } from './series.ts';

interface GroupedBarsProps extends MarkEvents {
  readonly label: string;
  readonly series: GroupedSeries;
}

/** Bars of every model in each group on one scale: marks are (group, model). References are lines. */
export function GroupedBars({ label, series, onOpen, onFocusMark }: GroupedBarsProps) {
  const grid = useMemo(
    () =>
      series.groups.map((group, g) =>
        series.models.map((model, m) =>
          cellOf(series.cells, g, m).value === null ? null : { row: group.key, column: model.id },
        ),
      ),
    [series],
  );
  const read = useCallback((mark: MarkId) => readGroup(series, mark), [series]);
  return (
    <>
      <ModelKey models={series.models} />
      <Plot {...{ label, grid, read, onOpen, onFocusMark }} flow="down">
        <Drawing series={series} />
      </Plot>
    </>
  );
}

const Drawing = memo(function Drawing({ series }: { series: GroupedSeries }) {
  const width = usePlotWidth();
  return <GroupDrawing {...series} width={width} framed />;
});

function readGroup(series: GroupedSeries, mark: MarkId): Reading {
  const g = series.groups.findIndex((group) => group.key === mark.row);
  const m = series.models.findIndex((model) => model.id === mark.column);
  const cell = cellOf(series.cells, g, m);
  const group = series.groups[g];
  return {
    title: `${series.models[m]?.label ?? ''}: ${group?.label ?? ''}`,
    value: cell.value === null ? '–' : series.unit.exact(cell.value),
    lines: [
      series.unit.title,
      ...(group?.detail === undefined ? [] : [group.detail]),
      ...(cell.estimated ? ['rests partly on estimated values'] : []),
      ...(cell.reason === undefined ? [] : [cell.reason]),
    ],
  };
}
