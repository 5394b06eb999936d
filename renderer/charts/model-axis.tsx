import { fitted, toneColour } from './bar-mark.tsx';
import type { ChartModel } from './series.ts';

/** A model's letter in its colour: the mark that names it wherever there is no room for words. */
export function ModelLetter(props: { model: ChartModel; x: number; y: number; small?: boolean }) {
  const { model, x, y, small = false } = props;
  const size = small ? 14 : 16;
  return (
    <g
      className={model.reference ? 'chart__letter chart__letter--reference' : 'chart__letter'}
      aria-hidden="true"
    >
      <rect
        x={x}
        y={y - size / 2}
        width={size}
        height={size}
        rx={3}
        style={{
          stroke: toneColour(model.tone),
          fill: model.reference ? 'var(--surface)' : toneColour(model.tone),
        }}
      />
      <text x={x + size / 2} y={y}>
        {model.letter}
      </text>
    </g>
  );
}

interface ModelTickProps {
  readonly models: readonly ChartModel[];
  /** Pixels from the left to where the bars begin. */
  readonly room: number;
  readonly x?: number | string;
  readonly y?: number | string;
  readonly index?: number;
}

/** The label of a model's row: letter, name, and below it whether it is today's, a reference, or not there yet. */
export function ModelTick({ models, room, y = 0, index = 0 }: ModelTickProps) {
  const model = models[index];
  if (model === undefined) return null;
  const middle = Number(y);
  const kind = model.today ? 'today' : model.reference ? 'reference' : null;
  const name = fitted(model.label, room - NAME - GAP);
  const below = model.pending ? 'computing' : kind;
  return (
    <g>
      <ModelLetter model={model} x={1} y={middle} />
      <text
        className={model.today ? 'chart__row-label chart__today' : 'chart__row-label'}
        x={NAME}
        y={below === null ? middle : middle - 7}
      >
        {name !== model.label && <title>{model.label}</title>}
        {name}
      </text>
      {below !== null && (
        <text className="chart__row-detail" x={NAME} y={middle + 8}>
          {below}
        </text>
      )}
    </g>
  );
}

const NAME = 30;
const GAP = 8;

/** Which letter and line stands for which model. */
export function ModelKey({ models }: { models: readonly ChartModel[] }) {
  return (
    <ul className="chart__legend">
      {models.map((model) => (
        <li key={model.id}>
          <svg width="18" height="18" aria-hidden="true">
            <ModelLetter model={model} x={1} y={9} />
          </svg>
          <span data-words>{model.label}</span>
          {model.today && (
            <span data-words className="chart__legend-note">
              today
            </span>
          )}
          {model.reference && (
            <span data-words className="chart__legend-note">
              {model.pending ? 'computing' : 'reference, dashed line'}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
