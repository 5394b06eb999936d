import { createFormat } from '../format/format.ts';

/** Money for a sentence, in whole units: '$7,306,416'; without a sign where the currency is not known. */
export function amountText(value: number, currency: string): string {
  return createFormat('en-US', currency).figure(value, 'money');
}

/** A count with thousands grouped: '4,238'. */
export function countText(value: number): string {
  return createFormat('en-US', '').figure(value, 'count');
}

/** '1 row', '1,480 rows'. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** The middle value, the mean of the middle two of an even number; NaN of none. Orders the list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}
