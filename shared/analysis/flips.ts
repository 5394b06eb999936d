import { setAt } from '../model/assumptions/access.ts';
import type { AssumptionPath } from '../model/assumptions/paths.ts';
import type { Assumptions, ModelId } from '../model/assumptions/types.ts';
import { breakEvenBetween } from './break-even.ts';
import type { DecisionValues, Leader } from './leader.ts';
import { swingsOf } from './swings.ts';
import type { EvaluateValues, SearchProgress, Swing } from './swings.ts';

/** An assumption that, moved within its sourced range, gives the lead to another model. */
export interface Flip {
  readonly path: AssumptionPath;
  readonly title: string;
  readonly unit: Swing['unit'];
  /** The value in use. */
  readonly value: number;
  /** Where the lead changes hands, on the way from the value in use to the end of the range. */
  readonly flipsAt: number;
  readonly towards: 'above' | 'below';
  /** Who leads beyond it. */
  readonly leader: ModelId;
}

/** As many as a sentence can name. */
const NAMED = 3;

/**
 * Whether the lead is too close to call: up to three assumptions that change the leader when moved
 * to an end of their sourced range, those first that would put the new leader furthest ahead
 * (equations, section 8). A generator, as `swingsOf`: a few dozen evaluations, one a step.
 */
export function* searchFlips(
  assumptions: Assumptions,
  leader: Leader,
  evaluate: EvaluateValues,
  unlinked: readonly AssumptionPath[] = [],
): Generator<SearchProgress, readonly Flip[]> {
  const swings = yield* swingsOf(assumptions, evaluate, unlinked);
  const candidates = swings
    .flatMap((swing) => strongestFlip(swing, leader.model))
    .toSorted((a, b) => b.ahead - a.ahead)
    .slice(0, NAMED);
  const flips: Flip[] = [];
  for (const { swing, end, model } of candidates) {
    const ahead = (value: number): number => {
      const moved = setAt(assumptions, swing.path, value, unlinked);
      const values = moved.ok ? evaluate(moved.value) : null;
      return values === null ? 1 : aheadOf(values, leader.model, rivalOf(values, leader.model));
    };
    const search = breakEvenBetween(swing.value, end, ahead);
    let step = search.next();
    while (step.done !== true) {
      yield { done: 2 * swings.length, total: 2 * swings.length };
      step = search.next();
    }
    flips.push({
      path: swing.path,
      title: swing.title,
      unit: swing.unit,
      value: swing.value,
      flipsAt: step.value ?? end,
      towards: end > swing.value ? 'above' : 'below',
      leader: model,
    });
  }
  return flips;
}

interface Candidate {
  readonly swing: Swing;
  readonly end: number;
  readonly model: ModelId;
  readonly ahead: number;
}

function strongestFlip(swing: Swing, leader: ModelId): readonly Candidate[] {
  const candidates = [swing.low, swing.high].flatMap(({ value, values }) => {
    const model = rivalOf(values, leader);
    const ahead = aheadOf(values, model, leader);
    return model !== null && ahead > 0 ? [{ swing, end: value, model, ahead }] : [];
  });
  return candidates.toSorted((a, b) => b.ahead - a.ahead).slice(0, 1);
}

/** The best of the others. */
function rivalOf(values: DecisionValues, leader: ModelId): ModelId | null {
  const [best] = Object.entries(values)
    .filter(([model]) => model !== leader)
    .toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

function aheadOf(values: DecisionValues, a: ModelId | null, b: ModelId | null): number {
  const of = (model: ModelId | null) => (model === null ? 0 : (values[model] ?? 0));
  return of(a) - of(b);
}
