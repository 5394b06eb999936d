import { createContext, memo, use, useCallback, useId, useMemo } from 'react';
import { NEUTRAL_TONE, BarMark, Textures, textureId, tinted } from './bar-mark.tsx';
import { FrameAxes, usePlaces, type Places } from './frame-axes.tsx';
import { ModelTick } from './model-axis.tsx';
import { Plot, type MarkEvents, type Reading } from './plot.tsx';
import {
  sumOfCells,
  type Cell,
  type ChartModel,
  type MarkId,
  type StackedSeries,
} from './series.ts';
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
  const { series, maximum = 0 } = props;
  const scale = useMemo(() => {
    const totals = series.cells.map((cells) => sumOfCells(cells).value ?? 0);
    return scaleFor([...totals, series.line?.value ?? 0, maximum]);
  }, [series, maximum]);
  const rows = useMemo(() => series.models.map((model) => ({ key: model.id })), [series.models]);
  return (
    <Series value={series}>
      <FrameAxes
        rows={rows}
        rowHeight={ROW}
        scale={scale}
        unit={series.unit}
        room={ROOM}
        rowLabel={ROW_LABEL}
      >
        {STACKS}
      </FrameAxes>
    </Series>
  );
});

const Series = createContext<StackedSeries | null>(null);

function RowLabel(place: { y?: number | string; index?: number }) {
  const series = use(Series);
  return series === null ? null : <ModelTick {...place} models={series.models} room={ROOM.left} />;
}
const ROW_LABEL = <RowLabel />;

function Stacks() {
  const series = use(Series);
  const textures = useId();
  const places = usePlaces();
  if (series === null) return null;
  const { models, line } = series;
  // Parts and totals alike: they add up as they are read.
  const write = series.unit.alike(series.cells.map((cells) => sumOfCells(cells).value ?? 0));
  return (
    <g>
      <Textures id={textures} tones={models.map((model) => model.tone)} />
      {/* Behind the bars: it shows between them, and crosses no figure. */}
      {line !== undefined && (
        <g className="chart__line" aria-hidden="true">
          <line
            x1={places.x(line.value)}
            x2={places.x(line.value)}
            y1={ROOM.top - 4}
            y2={ROOM.top + models.length * ROW}
          />
          <text x={places.x(line.value)} y={ROOM.top - 10}>
            {line.label}
          </text>
        </g>
      )}
      {models.map((model, m) => (
        <Stack key={model.id} {...{ series, places, textures, model, write }} at={m} />
      ))}
    </g>
  );
}

function Stack(props: {
  series: StackedSeries;
  places: Places;
  textures: string;
  model: ChartModel;
  write: (value: number) => string;
  at: number;
}) {
  const { series, places, textures, model, write, at } = props;
  const cells = series.cells[at] ?? [];
  const top = places.y(model.id) - BAR / 2;
  let below = 0;
  return (
    <g>
      {series.parts.map((part, p) => {
        const value = cells[p]?.value ?? 0;
        if (value === 0) return null;
        const from = places.x(below);
        below += value;
        const box = { x: from, y: top, width: Math.max(0, places.x(below) - from), height: BAR };
        return (
          <BarMark
            key={part.key}
            mark={{ row: model.id, column: part.key }}
            box={box}
            tone={model.tone}
            look={part.look}
            textures={textures}
            dashed={model.reference}
            inside={part.look.texture === 'plain' ? write(value) : undefined}
          />
        );
      })}
      <Total
        cells={cells}
        write={write}
        note={series.notes?.[at] ?? null}
        x={places.x(below) + 8}
        y={top + BAR / 2}
      />
    </g>
  );
}

function Total(props: {
  cells: readonly Cell[];
  write: (value: number) => string;
  note: string | null;
  x: number;
  y: number;
}) {
  const { cells, write, note, x, y } = props;
  const total = sumOfCells(cells);
  return (
    <g aria-hidden="true">
      <text
        className={total.estimated ? 'chart__total chart__estimated' : 'chart__total'}
        x={x}
        y={note === null ? y : y - 7}
      >
        {write(total.value ?? 0)}
      </text>
      {note !== null && (
        <text className="chart__note" x={x} y={y + 8}>
          {note}
        </text>
      )}
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

const STACKS = <Stacks />;

const ROW = 44;
const BAR = 26;
const ROOM = { left: 168, right: 112, top: 22 };
