import { createContext, memo, use, useCallback, useMemo } from 'react';
import { FrameAxes, usePlaces } from './frame-axes.tsx';
import { groupHeight, GroupLayer } from './group-layer.tsx';
import { ModelKey } from './model-axis.tsx';
import { Plot, type MarkEvents, type Reading } from './plot.tsx';
import { scaleFor } from './scale.ts';
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
  const { groups, models, cells, unit } = series;
  const scale = useMemo(() => scaleFor(cells.flat().flatMap((cell) => cell.value ?? [])), [cells]);
  return (
    <Series value={series}>
      <FrameAxes
        rows={groups}
        rowHeight={groupHeight(models) + 8}
        scale={scale}
        unit={unit}
        room={ROOM}
        rowLabel={GROUP_TICK}
      >
        {BARS}
      </FrameAxes>
    </Series>
  );
});

const Series = createContext<GroupedSeries | null>(null);

function Bars() {
  const series = use(Series);
  const places = usePlaces();
  if (series === null) return null;
  return <GroupLayer {...series} places={places} letters={ROOM.left - LETTERS} />;
}

function GroupTick(props: { y?: number | string; index?: number }) {
  const group = use(Series)?.groups[props.index ?? 0];
  const y = Number(props.y ?? 0);
  if (group === undefined) return null;
  return (
    <g>
      <text className="chart__row-label" x={0} y={group.detail === undefined ? y : y - 7}>
        {group.label}
      </text>
      {group.detail !== undefined && (
        <text className="chart__row-detail" x={0} y={y + 8}>
          {group.detail}
        </text>
      )}
    </g>
  );
}

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

const BARS = <Bars />;
const GROUP_TICK = <GroupTick />;

const ROOM = { left: 172, right: 108, top: 4 };
const LETTERS = 24;
