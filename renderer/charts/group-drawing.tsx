import { useId } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { BarMark, MarkButton, Textures, toneColour } from './bar-mark.tsx';
import { ModelLetter } from './model-axis.tsx';
import { axisRange } from './scale.ts';
import { cellOf, type Cell, type ChartModel, type Group, type Look, type Unit } from './series.ts';

interface GroupDrawingProps {
  readonly unit: Unit;
  readonly groups: readonly Group[];
  readonly models: readonly ChartModel[];
  readonly cells: readonly (readonly Cell[])[];
  readonly width: number;
  /** With the groups' labels, a grid and an axis; a small panel has its title instead. */
  readonly framed: boolean;
}

/** Groups of horizontal bars, one a contender, with the reference models as dashed lines across each group. */
export function GroupDrawing({ unit, groups, models, cells, width, framed }: GroupDrawingProps) {
  const textures = useId();
  const contenders = models.filter((model) => !model.reference);
  const band = contenders.length * (BAR + GAP) + (framed ? 18 : 10);
  const range = axisRange(cells.flat().flatMap((cell) => cell.value ?? []));
  const rows = groups.map((group, index) => ({ key: group.key, index }));
  const labels = framed ? LABELS : LETTERS;
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={groups.length * band + (framed ? TOP + AXIS + 4 : 4)}
      data={rows}
      margin={{ top: framed ? TOP : 0, right: VALUES, bottom: framed ? 4 : 0, left: 0 }}
      barSize={BAR}
      barGap={GAP}
      accessibilityLayer={false}
    >
      <Textures id={textures} tones={models.map((model) => model.tone)} />
      {framed && <CartesianGrid horizontal={false} className="chart-grid" />}
      <XAxis
        type="number"
        domain={[...range]}
        hide={!framed}
        height={framed ? AXIS : 0}
        tickCount={5}
        tickFormatter={(value: number) => unit.compact(value)}
        tickLine={false}
        axisLine={false}
        label={{ value: unit.title, position: 'insideBottom', offset: 0 }}
        className="chart-axis"
      />
      <YAxis
        type="category"
        dataKey="key"
        width={labels}
        tick={framed ? <GroupTick groups={groups} /> : false}
        tickLine={false}
        axisLine={false}
        interval={0}
      />
      <ReferenceLine x={0} className="chart-zero" />
      {contenders.map((model) => {
        const m = models.indexOf(model);
        return (
          <Bar
            key={model.id}
            isAnimationActive={false}
            dataKey={(row: { index: number }) => cellOf(cells, row.index, m).value ?? 0}
            shape={({ x, y, width: across, height, index }) => {
              const group = groups[index];
              const cell = cellOf(cells, index, m);
              if (group === undefined) return <g />;
              const left = Math.min(x, x + across);
              const box = { x: left, y, width: Math.abs(across), height };
              return (
                <g>
                  <ModelLetter model={model} x={labels - LETTERS} y={y + height / 2} small />
                  {cell.value !== null && (
                    <BarMark
                      mark={{ row: group.key, column: model.id }}
                      box={box}
                      tone={model.tone}
                      look={model.today ? TODAY : CONTENDER}
                      textures={textures}
                      dashed={false}
                    />
                  )}
                  <text
                    className={valueClass(cell, isBest(cells[index] ?? [], models, m))}
                    x={Math.max(left + Math.abs(across), x) + 6}
                    y={y + height / 2}
                    aria-hidden="true"
                  >
                    {cell.value === null ? '–' : unit.compact(cell.value)}
                  </text>
                </g>
              );
            }}
          />
        );
      })}
      {models.map((model, m) =>
        model.reference ? (
          <ReferenceTicks key={model.id} {...{ model, groups, band, framed }} at={m} cells={cells} />
        ) : null,
      )}
    </BarChart>
  );
}

/** A reference model: a dashed line across the bars of each group, focusable like a bar. */
function ReferenceTicks(props: {
  model: ChartModel;
  at: number;
  groups: readonly Group[];
  cells: readonly (readonly Cell[])[];
  band: number;
  framed: boolean;
}) {
  const { model, at, groups, cells, band } = props;
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (x === undefined || y === undefined) return null;
  return groups.map((group, g) => {
    const value = cellOf(cells, g, at).value;
    if (value === null) return null;
    const left = x(value) ?? 0;
    const height = band - 6;
    const top = (y(group.key, { position: 'middle' }) ?? 0) - height / 2;
    return (
      <MarkButton
        key={group.key}
        mark={{ row: group.key, column: model.id }}
        box={{ x: left - 2, y: top, width: 4, height }}
      >
        <line
          className="chart-reference"
          x1={left}
          x2={left}
          y1={top}
          y2={top + height}
          style={{ stroke: toneColour(model.tone) }}
        />
      </MarkButton>
    );
  });
}

function GroupTick(props: { groups: readonly Group[]; y?: number | string; index?: number }) {
  const group = props.groups[props.index ?? 0];
  const y = Number(props.y ?? 0);
  if (group === undefined) return null;
  return (
    <g>
      <text className="chart-row-label" x={0} y={group.detail === undefined ? y : y - 7}>
        {group.label}
      </text>
      {group.detail !== undefined && (
        <text className="chart-row-detail" x={0} y={y + 8}>
          {group.detail}
        </text>
      )}
    </g>
  );
}

function isBest(cells: readonly Cell[], models: readonly ChartModel[], m: number): boolean {
  const own = cells[m]?.value ?? null;
  if (own === null) return false;
  return models.every((model, i) => model.reference || (cells[i]?.value ?? -Infinity) <= own);
}

function valueClass(cell: Cell, best: boolean): string {
  return ['chart-value', best ? 'chart-best' : '', cell.estimated ? 'chart-estimated' : '']
    .filter(Boolean)
    .join(' ');
}

const CONTENDER: Look = { strength: 0.85, texture: 'plain' };
const TODAY: Look = { strength: 0.3, texture: 'hatch' };
const BAR = 16;
const GAP = 3;
const TOP = 4;
const AXIS = 38;
const LABELS = 172;
const LETTERS = 24;
const VALUES = 76;
