import { memo, type ReactElement, type ReactNode } from 'react';
import { Bar, BarChart, CartesianGrid, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import { usePlotWidth } from './plot.tsx';
import type { Scale } from './scale.ts';
import type { Unit } from './series.ts';

interface FrameAxesProps {
  /** Rows from top to bottom, by key. */
  readonly rows: readonly { readonly key: string }[];
  /** Pixels a row takes. */
  readonly rowHeight: number;
  readonly scale: Scale;
  readonly unit: Unit;
  /** Room for labels left of the bars, values right of them and lines above. */
  readonly room: { readonly left: number; readonly right: number; readonly top: number };
  /** Draws the label of a row: cloned with its place. Always the same element: it reads the series from a context. */
  readonly rowLabel: ReactElement;
  /** Always the same, likewise. */
  readonly children: ReactNode;
}

/**
 * Scales, grid and axes of horizontal bars. The bars themselves are drawn by `children` on these
 * scales, not by the library's own bar: that makes new elements whenever a value changes, which
 * takes the focus away and most of the time of a frame while a slider is dragged. For the same
 * reason axes that say the same are not drawn again: bars and labels follow a context past them.
 */
export const FrameAxes = memo(function FrameAxes(props: FrameAxesProps) {
  const { rows, rowHeight, scale, unit, room, rowLabel, children } = props;
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
      <XAxis
        type="number"
        domain={scale.domain}
        ticks={scale.ticks}
        interval={0}
        height={AXIS}
        tick={<ValueTick write={unit.alike(scale.ticks)} />}
        tickLine={false}
        axisLine={false}
        label={{ value: unit.title, position: 'insideBottom', offset: 12 }}
      />
      <YAxis
        type="category"
        dataKey="key"
        width={room.left}
        tick={rowLabel}
        tickLine={false}
        axisLine={false}
        interval={0}
      />
      {/* Without a bar of its own the library lays out no scales. */}
      <Bar dataKey={NOTHING} isAnimationActive={false} shape={noShape} />
      {children}
    </BarChart>
  );
}, isSameFrame);

function isSameFrame(a: FrameAxesProps, b: FrameAxesProps): boolean {
  const outlook = ({ rows, rowHeight, scale, unit, room }: FrameAxesProps) =>
    JSON.stringify([rows.map(({ key }) => key), rowHeight, scale, unit.title, room]);
  // Units of one title may write differently: in another currency or locale.
  return (
    a.rowLabel === b.rowLabel &&
    a.children === b.children &&
    a.unit.compact(SOME) === b.unit.compact(SOME) &&
    outlook(a) === outlook(b)
  );
}

/** Where values and rows lie, in pixels. */
export interface Places {
  readonly x: (value: number) => number;
  /** The middle of a row. */
  readonly y: (key: string) => number;
}

/** The scales of the axes around; null before they are laid out. */
export function usePlaces(): Places | null {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (x === undefined || y === undefined) return null;
  return {
    x: (value) => x(value) ?? 0,
    y: (key) => y(key, { position: 'middle' }) ?? 0,
  };
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

const NOTHING = () => 0;
const noShape = () => <g />;
const AXIS = 46;
/** Shows sign of currency, decimal mark and unit. */
const SOME = 1234.5;
