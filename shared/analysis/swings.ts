import { getAt, setAt } from '../model/assumptions/access.ts';
import { catalogueOf, titleOf } from '../model/assumptions/catalogue.ts';
import type { FigureEntry } from '../model/assumptions/catalogue.ts';
import type { AssumptionPath } from '../model/assumptions/paths.ts';
import type { Assumptions } from '../model/assumptions/types.ts';
import type { DecisionValues } from './leader.ts';

/** The deciding money of every model under other assumptions; null where they can't be evaluated. */
export type EvaluateValues = (assumptions: Assumptions) => DecisionValues | null;

/** One assumption moved to both ends of its sourced range, all else as it is. */
export interface Swing {
  readonly path: AssumptionPath;
  readonly title: string;
  readonly unit: FigureEntry['unit'];
  /** The value in use. */
  readonly value: number;
  readonly low: SwingEnd;
  readonly high: SwingEnd;
}

export interface SwingEnd {
  readonly value: number;
  readonly values: DecisionValues;
}

/** How far a search is: evaluations done and to do. */
export interface SearchProgress {
  readonly done: number;
  readonly total: number;
}

/** The assumptions that have a sourced range to move in, in the catalogue's order. */
export function rangedEntries(assumptions: Assumptions): readonly FigureEntry[] {
  return catalogueOf(assumptions).filter(
    (entry): entry is FigureEntry => entry.kind === 'figure' && entry.hasSourcedRange,
  );
}

/**
 * Moves every assumption with a sourced range to its low and its high, one at a time; a role's
 * figure takes its linked variants along. A generator: it stops after each evaluation, so that who
 * drives it can show progress, let other work pass, or simply not go on.
 */
export function* swingsOf(
  assumptions: Assumptions,
  evaluate: EvaluateValues,
  unlinked: readonly AssumptionPath[] = [],
): Generator<SearchProgress, readonly Swing[]> {
  const entries = rangedEntries(assumptions);
  const now = evaluate(assumptions);
  if (now === null) return [];
  const total = 2 * entries.length;
  const swings: Swing[] = [];
  for (const [index, entry] of entries.entries()) {
    const value = getAt(assumptions, entry.path);
    if (typeof value !== 'number') continue;
    const at = (end: number): SwingEnd => {
      if (end === value) return { value: end, values: now };
      const moved = setAt(assumptions, entry.path, end, unlinked);
      return { value: end, values: (moved.ok ? evaluate(moved.value) : null) ?? now };
    };
    const low = at(entry.low ?? value);
    yield { done: 2 * index + 1, total };
    const high = at(entry.high ?? value);
    yield { done: 2 * index + 2, total };
    const { path, unit } = entry;
    swings.push({ path, title: titleOf(entry), unit, value, low, high });
  }
  return swings;
}
