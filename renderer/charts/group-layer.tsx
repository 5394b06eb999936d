import { BarMark, MarkButton, textWidth, toneColour } from './bar-mark.tsx';
import type { Places } from './frame-axes.tsx';
import { ModelLetter } from './model-axis.tsx';
import { cellOf, type Cell, type ChartModel, type Group, type Look, type Unit } from './series.ts';

interface GroupLayerProps {
  readonly places: Places;
  readonly unit: Unit;
  readonly groups: readonly Group[];
  readonly models: readonly ChartModel[];
  readonly cells: readonly (readonly Cell[])[];
  /** Where the letters stand, in pixels from the left. */
  readonly letters: number;
}

/** Bars of every contender in each group, reference models as dashed lines across them, values at their ends. */
export function GroupLayer({ places, unit, groups, models, cells, letters }: GroupLayerProps) {
  const contenders = models.filter((model) => !model.reference);
  const zero = places.x(0);
  const write = unit.alike(cells.flat().flatMap(({ value }) => value ?? []));
  return groups.map((group, g) => {
    const middle = places.y(group.key);
    const top = middle - groupHeight(models) / 2;
    const barTop = (place: number) =>
      middle - (contenders.length * (BAR + GAP) - GAP) / 2 + place * (BAR + GAP);
    return (
      <g key={group.key}>
        <line className="chart__zero" x1={zero} x2={zero} y1={top} y2={top + groupHeight(models)} />
        {contenders.map((model, place) => {
          const { value } = cellOf(cells, g, models.indexOf(model));
          if (value === null) return null;
          const end = places.x(value);
          const box = {
            x: Math.min(zero, end),
            y: barTop(place),
            width: Math.abs(end - zero),
            height: BAR,
          };
          const mark = { row: group.key, column: model.id };
          return <BarMark key={model.id} {...{ mark, box }} tone={model.tone} look={LOOK} />;
        })}
        {models.map((model, m) => {
          const { value } = cellOf(cells, g, m);
          if (!model.reference || value === null) return null;
          const x = places.x(value);
          const box = { x: x - 2, y: top + 3, width: 4, height: groupHeight(models) - 6 };
          return (
            <MarkButton key={model.id} mark={{ row: group.key, column: model.id }} box={box}>
              <line
                className="chart__reference"
                x1={x}
                x2={x}
                y1={box.y}
                y2={box.y + box.height}
                style={{ stroke: toneColour(model.tone) }}
              />
            </MarkButton>
          );
        })}
        {contenders.map((model, place) => {
          const m = models.indexOf(model);
          const cell = cellOf(cells, g, m);
          const y = barTop(place) + BAR / 2;
          const text = cell.value === null ? '–' : write(cell.value);
          const x = places.x(Math.max(0, cell.value ?? 0)) + BESIDE;
          return (
            <g key={model.id} aria-hidden="true">
              <ModelLetter model={model} x={letters} y={y} small />
              {/* Dashed lines pass behind a value, not through it. */}
              <rect
                className="chart__value-ground"
                x={x - 2}
                y={y - BAR / 2}
                width={textWidth(text) + 4}
                height={BAR}
              />
              <text className="chart__value" x={x} y={y}>
                <tspan className={valueClass(cell, isBest(cells[g] ?? [], models, m))}>
                  {text}
                </tspan>
                {model.today && (
                  <tspan className="chart__value-note" dx={6}>
                    today
                  </tspan>
                )}
              </text>
            </g>
          );
        })}
      </g>
    );
  });
}

/** Pixels a group of these models takes. */
export function groupHeight(models: readonly ChartModel[]): number {
  return models.filter((model) => !model.reference).length * (BAR + GAP) + 10;
}

/** The highest of the contenders; where all are alike there is none. */
function isBest(cells: readonly Cell[], models: readonly ChartModel[], m: number): boolean {
  const own = cells[m]?.value ?? null;
  const values = models.flatMap((model, i) => (model.reference ? [] : (cells[i]?.value ?? [])));
  return own !== null && own > Math.min(...values) && own === Math.max(...values);
}

function valueClass(cell: Cell, best: boolean): string {
  return [best ? 'chart__best' : '', cell.estimated ? 'chart__estimated' : '']
    .filter(Boolean)
    .join(' ');
}

const LOOK: Look = { strength: 0.85, texture: 'plain' };
const BAR = 16;
const GAP = 3;
const BESIDE = 6;
