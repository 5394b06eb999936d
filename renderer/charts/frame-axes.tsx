import { createContext, memo, use, useMemo, type ReactElement, type ReactNode } from 'react';
import { BarChart, CartesianGrid, XAxis, YAxis } from 'recharts';
import { usePlotWidth } from './plot.tsx';
import type { Scale } from './scale.ts';
import type { Unit } from './series.ts';

interface FrameAxesProps extends FrameProps, ValueAxisProps {}

interface FrameProps {
  /** Rows from top to bottom, by key. */
  readonly rows: readonly { readonly key: string }[];
  /** Pixels a row takes. */
  readonly rowHeight: number;
  /** Room for labels left of the bars, values right of them and lines above. */
  readonly room: { readonly left: number; readonly right: number; readonly top: number };
  /** Draws the label of a row: cloned with its place. Always the same element: it reads the series from a context. */
  readonly rowLabel: ReactElement;
  /** Always the same, likewise. */
  readonly children: ReactNode;
}

interface ValueAxisProps {
  readonly scale: Scale;
  readonly unit: Unit;
}

const Values = createContext<ValueAxisProps | null>(null);
const Drawn = createContext<Places | null>(null);

/** Where values and rows lie, in pixels. */
export interface Places {
  readonly x: (value: number) => number;
  /** The middle of a row. */
  readonly y: (key: string) => number;
}

/** Where what is drawn inside a frame lies. */
export function usePlaces(): Places {
  const places = use(Drawn);
  if (places === null) throw new Error('Bars are drawn inside a FrameAxes.');
  return places;
}

/**
 * Scales, grid and axes of horizontal bars. The bars themselves are drawn by `children` at the
 * frame's places, not by the library's own bar: that makes new elements whenever a value changes,
 * which takes the focus away and most of the time of a frame while a slider is dragged. For the same
 * reason what says the same is not drawn again: bars, labels and the axis of values follow a context
 * past the frame, and a new end of that axis moves nothing else.
 */
export function FrameAxes({ scale, unit, ...frame }: FrameAxesProps) {
  const { rows, rowHeight, room } = frame;
  const width = usePlotWidth();
  const values = useMemo(() => ({ scale, unit }), [scale, unit]);
  const places = useMemo(() => {
    const [low, high] = scale.domain;
    const along = width - room.left - room.right;
    return {
      x: (value: number) => room.left + ((value - low) / (high - low)) * along,
      y: (key: string) => room.top + (rows.findIndex((row) => row.key === key) + 0.5) * rowHeight,
    };
  }, [scale, rows, rowHeight, room, width]);
  return (
    <Values value={values}>
      <Drawn value={places}>
        <Frame {...frame} />
      </Drawn>
    </Values>
  );
}

const Frame = memo(function Frame({ rows, rowHeight, room, rowLabel, children }: FrameProps) {
  const width = usePlotWidth();
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={rows.length * rowHeight + room.top + AXIS}
      data={rows}
      margin={{ top: room.top, right: room.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} syncWithTicks stroke="var(--line)" />
      <FollowingAxis />
      <YAxis
        type="category"
        dataKey="key"
        width={room.left}
        tick={rowLabel}
        tickLine={false}
        axisLine={false}
        interval={0}
      />
      {children}
    </BarChart>
  );
}, isSameFrame);

function isSameFrame(a: FrameProps, b: FrameProps): boolean {
  const outlook = ({ rows, rowHeight, room }: FrameProps) =>
    JSON.stringify([rows.map(({ key }) => key), rowHeight, room]);
  return a.rowLabel === b.rowLabel && a.children === b.children && outlook(a) === outlook(b);
}

function FollowingAxis() {
  const values = use(Values);
  return values === null ? null : <ValueAxis {...values} />;
}

const ValueAxis = memo(function ValueAxis({ scale, unit }: ValueAxisProps) {
  return (
    <XAxis
      type="number"
      domain={scale.domain}
      allowDataOverflow
      ticks={scale.ticks}
      interval={0}
      height={AXIS}
      tick={<ValueTick write={unit.alike(scale.ticks)} />}
      tickLine={false}
      axisLine={false}
      label={{ value: unit.title, position: 'insideBottom', offset: 12 }}
    />
  );
}, isSameAxis);

function isSameAxis(a: ValueAxisProps, b: ValueAxisProps): boolean {
  // Units of one title may write differently: in another currency or locale.
  return (
    a.unit.compact(SOME) === b.unit.compact(SOME) &&
    a.unit.title === b.unit.title &&
    JSON.stringify(a.scale) === JSON.stringify(b.scale)
  );
}

function ValueTick(props: {
  write: (value: number) => string;
  x?: number | string;
  y?: number | string;
  payload?: { readonly value: number };
}) {
  const { write, x = 0, y = 0, payload } = props;
  return (
    <text className="chart__tick" x={Number(x)} y={Number(y) + 8}>
      {payload === undefined ? '' : write(payload.value)}
    </text>
  );
}

const AXIS = 46;
/** Shows sign of currency, decimal mark and unit. */
const SOME = 1234.5;
