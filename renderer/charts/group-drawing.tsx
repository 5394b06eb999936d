import { useId, useMemo } from 'react';
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
import { scaleFor } from './scale.ts';
import {
  cellOf,
  columnKey,
  type Cell,
  type ChartModel,
  type Group,
  type Look,
  type Unit,
} from './series.ts';

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
  const scale = scaleFor(cells.flat().flatMap((cell) => cell.value ?? []));
  const rows = useMemo(() => rowsOf(groups, models, cells), [groups, models, cells]);
  const labels = framed ? LABELS : LETTERS;
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={groups.length * band + (framed ? TOP + AXIS : 4)}
      data={rows}
      margin={{ top: framed ? TOP : 0, right: VALUES, bottom: 0, left: 0 }}
      barSize={BAR}
      barGap={GAP}
      accessibilityLayer={false}
    >
      <Textures id={textures} tones={models.map((model) => model.tone)} />
      {framed && <CartesianGrid horizontal={false} stroke="var(--line)" />}
      <XAxis
        type="number"
        domain={scale.domain}
        ticks={scale.ticks}
        hide={!framed}
        height={framed ? AXIS : 0}
        tickFormatter={(value: number) => unit.compact(value)}
        tickLine={false}
        axisLine={false}
        label={{ value: unit.title, position: 'insideBottom', offset: 12 }}
      />
      <YAxis
        type="category"
        dataKey="group"
        width={labels}
        tick={framed ? <GroupTick groups={groups} /> : false}
        tickLine={false}
        axisLine={false}
        interval={0}
      />
      <ReferenceLine x={0} stroke="var(--line-strong)" />
      {contenders.map((model) => {
        const m = models.indexOf(model);
        return (
          <Bar
            key={model.id}
            isAnimationActive={false}
            dataKey={columnKey(m)}
            shape={({ x, y, width: across, height, index }) => {
              const group = groups[index];
              if (group === undefined || cellOf(cells, index, m).value === null) return <g />;
              return (
                <BarMark
                  mark={{ row: group.key, column: model.id }}
                  box={{ x: Math.min(x, x + across), y, width: Math.abs(across), height }}
                  tone={model.tone}
                  look={CONTENDER}
                  textures={textures}
                  dashed={false}
                />
              );
            }}
          />
        );
      })}
      {models.map((model, m) =>
        model.reference ? (
          <ReferenceTicks
            key={model.id}
            {...{ model, groups, band, framed }}
            at={m}
            cells={cells}
          />
        ) : null,
      )}
      <Values {...{ unit, groups, models, contenders, cells }} letters={labels - LETTERS} />
    </BarChart>
  );
}

/** One object a group with its models' values by id: names, not functions, let the library see what changed. */
function rowsOf(
  groups: readonly Group[],
  models: readonly ChartModel[],
  cells: readonly (readonly Cell[])[],
): readonly Readonly<Record<string, number | string>>[] {
  return groups.map((group, g) => ({
    ...Object.fromEntries(models.map((_, m) => [columnKey(m), cellOf(cells, g, m).value ?? 0])),
    group: group.key,
  }));
}

/** Letters before the bars and values after them, above everything else. */
function Values(props: {
  unit: Unit;
  groups: readonly Group[];
  models: readonly ChartModel[];
  contenders: readonly ChartModel[];
  cells: readonly (readonly Cell[])[];
  letters: number;
}) {
  const { unit, groups, models, contenders, cells, letters } = props;
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (x === undefined || y === undefined) return null;
  return groups.map((group, g) => {
    const middle = y(group.key, { position: 'middle' }) ?? 0;
    return contenders.map((model, place) => {
      const m = models.indexOf(model);
      const cell = cellOf(cells, g, m);
      const at = middle + (place - (contenders.length - 1) / 2) * (BAR + GAP);
      return (
        <g key={`${group.key} ${model.id}`} aria-hidden="true">
          <ModelLetter model={model} x={letters} y={at} small />
          <text
            className={valueClass(cell, isBest(cells[g] ?? [], models, m))}
            x={(x(Math.max(0, cell.value ?? 0)) ?? 0) + 6}
            y={at}
          >
            {cell.value === null ? '–' : unit.compact(cell.value)}
            {model.today && (
              <tspan className="chart__value-note" dx={6}>
                today
              </tspan>
            )}
          </text>
        </g>
      );
    });
  });
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
          className="chart__reference"
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

function isBest(cells: readonly Cell[], models: readonly ChartModel[], m: number): boolean {
  const own = cells[m]?.value ?? null;
  if (own === null) return false;
  return models.every((model, i) => model.reference || (cells[i]?.value ?? -Infinity) <= own);
}

function valueClass(cell: Cell, best: boolean): string {
  return ['chart__value', best ? 'chart__best' : '', cell.estimated ? 'chart__estimated' : '']
    .filter(Boolean)
    .join(' ');
}

const CONTENDER: Look = { strength: 0.85, texture: 'plain' };
const BAR = 16;
const GAP = 3;
const TOP = 4;
const AXIS = 46;
const LABELS = 172;
const LETTERS = 24;
const VALUES = 104;
