import { plural } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import { isBlankWord, quote } from '../text.ts';
import { parseNumber } from '../values/number.ts';
import { parseFlag } from '../values/words.ts';
import type { DraftNumbers } from './draft.ts';
import type { TableView } from './view.ts';

/** Draft fields of a product: 1 where the account holds it, and what it pays for it a year. */
export const HOLDS = 'holds:';
export const PAYS = 'pays:';

/** Reads the columns of products held. An empty cell, 0 and 'no' mean that the account lacks the product. */
export function readHoldings(view: TableView, issues: IssueList): DraftNumbers {
  const numbers: DraftNumbers = new Map();
  for (const field of view.fields('holding:')) {
    const { product = '', measure } = view.column(field) ?? {};
    const figures = measure === 'flag' ? null : view.figures(field).values;
    const holds =
      figures === null ? heldByWords(view, field, issues) : figures.map((value) => held(value));
    merge(numbers, `${HOLDS}${product}`, holds, Math.max);
    if (measure === 'amount' && figures !== null)
      merge(numbers, `${PAYS}${product}`, figures, (a, b) => a + b);
  }
  return numbers;
}

function held(value: number): number {
  return Number.isNaN(value) ? NaN : Number(value > 0);
}

/** A product may have several columns: whether it is held, and what is paid. */
function merge(
  numbers: DraftNumbers,
  field: string,
  values: Float64Array,
  both: (a: number, b: number) => number,
): void {
  const before = numbers.get(field);
  numbers.set(
    field,
    values.map((value, row) => {
      const other = before?.[row] ?? NaN;
      return Number.isNaN(other) ? value : Number.isNaN(value) ? other : both(value, other);
    }),
  );
}

/** Yes, no, x, a count, or a word of its own (a plan, a date): anything that is no 'no' says that it is held. */
function heldByWords(view: TableView, field: string, issues: IssueList): Float64Array {
  const others = new Map<string, number>();
  const meanings = new Map<string, number>();
  const held = Float64Array.from(view.texts(field), (text) => {
    if (text === '' || isBlankWord(text)) return NaN;
    let meaning = meanings.get(text);
    if (meaning === undefined) {
      const flag = parseFlag(text);
      const number = flag === null ? parseNumber(text, '.') : null;
      if (flag === null && number === null) others.set(text, 0);
      meaning = Number(flag ?? (number === null || number.value > 0));
      meanings.set(text, meaning);
    }
    const rows = others.get(text);
    if (rows !== undefined) others.set(text, rows + 1);
    return meaning;
  });
  const { product = '' } = view.column(field) ?? {};
  for (const [text, rows] of others)
    issues.add(
      'warning',
      'unknown-holding',
      view.place(null, field),
      text,
      () =>
        `${plural(rows, 'row')} with ${quote(text)} are taken to hold ${quote(product)}: write no, or leave the cell empty, where they don't.`,
    );
  return held;
}
