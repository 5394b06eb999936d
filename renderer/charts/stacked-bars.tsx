import { memo, useCallback, useId, useMemo } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { NEUTRAL_TONE, BarMark, Textures, textureId, tinted } from './bar-mark.tsx';
import { ModelTick } from './model-axis.tsx';
import { Plot, usePlotWidth, type MarkEvents, type Reading } from './plot.tsx';
import { cellOf, columnKey, sumOfCells, type MarkId, type StackedSeries } from './series.ts';
import { scaleFor } from './scale.ts';

interface StackedBarsProps extends MarkEvents {
  readonly label: string;
  readonly series: StackedSeries;
  /** A value the scale has to hold, where several charts share one. */
  readonly maximum?: number | undefined;
}

/** One bar a model, made of parts from a zero baseline: marks are (model, part). */
export function StackedBars({ label, series, maximum, onOpen, onFocusMark }: StackedBarsProps) {
  const grid = useMemo(
    () =>
      series.models.map((model, m) =>
        series.parts.map((part, p) =>
          (series.cells[m]?.[p]?.value ?? 0) === 0 ? null : { row: model.id, column: part.key },
        ),
      ),
    [series],
  );
  const read = useCallback((mark: MarkId) => readStack(series, mark), [series]);
  return (
    <>
      <Legend series={series} />
      <Plot {...{ label, grid, read, onOpen, onFocusMark }} flow="across">
        <Drawing series={series} maximum={maximum} />
      </Plot>
    </>
  );
}

const Drawing = memo(function Drawing(props: {
  series: StackedSeries;
  maximum: number | undefined;
}) {
  const { series } = props;
  const width = usePlotWidth();
  const textures = useId();
  const totals = series.cells.map((cells) => sumOfCells(cells).value ?? 0);
  const scale = scaleFor([...totals, series.line?.value ?? 0, props.maximum ?? 0]);
  const rows = useMemo(() => rowsOf(series), [series]);
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={rows.length * ROW + TOP + AXIS}
      data={rows}
      margin={{ top: TOP, right: RIGHT, bottom: 0, left: 0 }}
      barCategoryGap="26%"
      accessibilityLayer={false}
    >
      <Textures id={textures} tones={series.models.map((model) => model.tone)} />
      <CartesianGrid horizontal={false} stroke="var(--line)" />
      <XAxis
        type="number"
        domain={scale.domain}
        ticks={scale.ticks}
        height={AXIS}
        tickFormatter={(value: number) => series.unit.compact(value)}
        tickLine={false}
        axisLine={false}
        label={{ value: series.unit.title, position: 'insideBottom', offset: 12 }}
      />
      <YAxis
        type="category"
        dataKey="id"
        width={LABELS}
        tick={<ModelTick models={series.models} />}
        tickLine={false}
        axisLine={false}
        interval={0}
      />
      {series.parts.map((part, p) => (
        <Bar
          key={part.key}
          stackId="parts"
          isAnimationActive={false}
          dataKey={columnKey(p)}
          shape={({ x, y, width: across, height, index }) => {
            const model = series.models[index];
            const value = cellOf(series.cells, index, p).value ?? 0;
            if (model === undefined || value === 0) return <g />;
            return (
              <BarMark
                mark={{ row: model.id, column: part.key }}
                box={{ x, y, width: Math.max(0, across), height }}
                tone={model.tone}
                look={part.look}
                textures={textures}
                dashed={model.reference}
                inside={part.look.texture === 'plain' ? series.unit.compact(value) : undefined}
              />
            );
          }}
        />
      ))}
      <Totals series={series} totals={totals} />
      {series.line && <Line {...series.line} />}
    </BarChart>
  );
});

/** One object a model with its parts by key: names, not functions, let the library see what changed. */
function rowsOf(series: StackedSeries): readonly Readonly<Record<string, number | string>>[] {
  return series.models.map((model, m) => ({
    ...Object.fromEntries(
      series.parts.map((_, p) => [columnKey(p), cellOf(series.cells, m, p).value ?? 0]),
    ),
    id: model.id,
  }));
}

function Totals({ series, totals }: { series: StackedSeries; totals: readonly number[] }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (x === undefined || y === undefined) return null;
  return series.models.map((model, m) => {
    const total = totals[m] ?? 0;
    const left = (x(total) ?? 0) + 8;
    const middle = y(model.id, { position: 'middle' }) ?? 0;
    const note = series.notes?.[m] ?? null;
    const estimated = series.cells[m]?.some((cell) => cell.estimated) ?? false;
    return (
      <g key={model.id} aria-hidden="true">
        <text
          className={estimated ? 'chart__total chart__estimated' : 'chart__total'}
          x={left}
          y={note === null ? middle : middle - 7}
        >
          {series.unit.compact(total)}
        </text>
        {note !== null && (
          <text className="chart__note" x={left} y={middle + 8}>
            {note}
          </text>
        )}
      </g>
    );
  });
}

function Line({ label, value }: { label: string; value: number }) {
  const x = useXAxisScale();
  const area = usePlotArea();
  if (x === undefined || area === undefined) return null;
  const at = x(value) ?? 0;
  return (
    <g className="chart__line" aria-hidden="true">
      <line x1={at} x2={at} y1={area.y - 4} y2={area.y + area.height} />
      <text x={at} y={area.y - 10}>
        {label}
      </text>
    </g>
  );
}

function Legend({ series }: { series: StackedSeries }) {
  const id = useId();
  return (
    <ul className="chart__legend">
      {series.parts.map((part) => (
        <li key={part.key}>
          <svg width="14" height="12" aria-hidden="true">
            <Textures id={id} tones={[NEUTRAL_TONE]} />
            <rect
              className="chart__swatch"
              x="0.5"
              y="0.5"
              width="13"
              height="11"
              style={{ fill: tinted(NEUTRAL_TONE, part.look.strength) }}
            />
            {part.look.texture !== 'plain' && (
              <rect
                width="14"
                height="12"
                fill={`url(#${textureId(id, part.look.texture, NEUTRAL_TONE)})`}
              />
            )}
          </svg>
          <span data-words>{part.label}</span>
        </li>
      ))}
    </ul>
  );
}

function readStack(series: StackedSeries, mark: MarkId): Reading {
  const m = series.models.findIndex((model) => model.id === mark.row);
  const p = series.parts.findIndex((part) => part.key === mark.column);
  const cells = series.cells[m] ?? [];
  const cell = cells[p];
  const value = cell?.value ?? null;
  const total = sumOfCells(cells).value ?? 0;
  const lines = [
    `${series.totalLabel} ${series.unit.exact(total)}, ${series.unit.title}`,
    ...(cell?.estimated === true ? ['rests partly on estimated values'] : []),
  ];
  return {
    title: `${series.models[m]?.label ?? ''}: ${series.parts[p]?.label ?? ''}`,
    value: value === null ? '–' : series.unit.exact(value),
    lines,
  };
}

const ROW = 44;
const TOP = 22;
const AXIS = 46;
const LABELS = 168;
const RIGHT = 112;
