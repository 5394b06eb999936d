import { foldWords } from '../values/words.ts';
import { COUNTED } from './totals.ts';

/** What a row below the data may say about it beside a total. */
export type Aggregate = 'mean' | 'median' | 'count' | 'min' | 'max';

const LABELS: readonly (readonly [Aggregate, RegExp])[] = (
  [
    ['mean', 'average|avg|mean|durchschnitt|mittelwert|schnitt|promedio|media|moyenne'],
    ['median', 'median|mediana|mediane'],
    ['count', 'count|number|anzahl|cuenta|recuento|nombre'],
    ['min', 'min|minimum|lowest|minimo'],
    ['max', 'max|maximum|highest|maximo'],
  ] as const
).map(([aggregate, words]) => [aggregate, new RegExp(`^(?:${words})${COUNTED}$`)]);
/** Most texts are ruled out by how they start. */
const STARTS = /^\s*(?:av|me|mi|ma|mo|du|sc|pr|co|nu|no|an|cu|re|lo|hi)/i;

/** Which aggregate a cell's text names, if it names nothing else: 'Average', 'Count of accounts'. */
export function aggregateLabel(text: string): Aggregate | null {
  if (text.length > 30 || !STARTS.test(text)) return null;
  const words = foldWords(text);
  return LABELS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** The aggregate of some figures; NaN of none. */
export function aggregateOf(aggregate: Aggregate, figures: readonly number[]): number {
  switch (aggregate) {
    case 'mean':
      return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
    case 'median': {
      const sorted = figures.toSorted((a, b) => a - b);
      const middle = sorted.length / 2;
      return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
    }
    case 'count':
      return figures.length;
    case 'min':
      return figures.reduce((least, figure) => Math.min(least, figure), Infinity);
    case 'max':
      return figures.reduce((most, figure) => Math.max(most, figure), -Infinity);
  }
}
