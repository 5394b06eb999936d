import { median } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import type { RuleBook } from '../rules.ts';
import { quote, tableName } from '../text.ts';
import { currencyCode, currencyIn } from '../values/number.ts';
import type { TableView } from './view.ts';

/** Exchange rates that the book itself holds. */
export interface BookRates {
  /** What the rates are to: ISO code. */
  readonly base: string;
  /** Where they stand and how they are read, for a sentence. */
  readonly origin: string;
  /** What one unit of the currency is worth in the base; undefined where the book doesn't say. */
  worth(code: string): number | undefined;
  /** The same by the row's own rate, where rows of this table have one; NaN where this one has none. */
  worthAt(view: TableView, row: number): number;
}

type Direction = 'worth' | 'perBase';

/**
 * The rates of a table of rates, else those that stand beside the currencies of the rows. Their base
 * is what the table or the header says, else the one currency whose rate is 1, else the only currency
 * of the book that has none. Whether a rate is worth or price of the base is decided by the header or
 * by currencies of which no one can doubt which is worth more, else asked. Null where the book has none.
 */
export function bookRates(
  views: readonly TableView[],
  found: readonly string[],
  rules: RuleBook,
  issues: IssueList,
): BookRates | null {
  const withRates = views.filter((view) => view.has('rate') && view.has('currency'));
  const tables = withRates.filter(({ mapping }) => mapping.role === 'rates');
  const source = tables[0] ?? withRates[0];
  if (source === undefined) return null;
  const isTable = source === tables[0];
  const rates = ratesByCode(isTable ? tables : withRates);
  if (rates.size === 0) return null;
  const base = baseOf(source, rates, found);
  const header = source.column('rate')?.header ?? '';
  const place = source.place(null, 'rate');
  if (base === '') {
    issues.add(
      'warning',
      'rates-without-base',
      place,
      header,
      () =>
        `The rates in ${tableName(source.mapping)} don't say of which currency they are: no rate is 1. Add the currency that the others are measured in, with the rate 1.`,
    );
    return null;
  }
  const direction = directionOf(header, base, rates, rules, () => {
    issues.add(
      'warning',
      'reading-open',
      place,
      header,
      () =>
        `${quote(header)}: nothing proves whether a rate says what the currency is worth in ${base}, or how much of it one ${base} is. Read as its worth in ${base}: check it.`,
    );
  });
  const worth = (rate: number): number => (direction === 'worth' ? rate : 1 / rate);
  return {
    base,
    origin: `${tableName(source.mapping)}, column ${quote(header)}`,
    worth: (code) => {
      const list = rates.get(code);
      if (code === base) return 1;
      return list === undefined ? undefined : worth(median(list));
    },
    worthAt: (view, row) => {
      if (isTable || !view.has('rate')) return NaN;
      const rate = view.figures('rate').values[row] ?? NaN;
      return rate > 0 ? worth(rate) : NaN;
    },
  };
}

function ratesByCode(views: readonly TableView[]): Map<string, number[]> {
  const rates = new Map<string, number[]>();
  for (const view of views) {
    const { values } = view.figures('rate');
    view.texts('currency').forEach((text, row) => {
      const code = currencyCode(text);
      const rate = values[row] ?? NaN;
      if (code === '' || !(rate > 0)) return;
      const list = rates.get(code);
      if (list === undefined) rates.set(code, [rate]);
      else list.push(rate);
    });
  }
  return rates;
}

function baseOf(
  view: TableView,
  rates: ReadonlyMap<string, readonly number[]>,
  found: readonly string[],
): string {
  const stated = new Set(view.texts('base').map(currencyCode).filter(Boolean));
  const named = stated.size === 1 ? [...stated] : [];
  const header = currencyIn(view.column('rate')?.header ?? '');
  if (header !== '') named.push(header);
  const ones = [...rates].flatMap(([code, list]) =>
    list.every((rate) => rate === 1) ? [code] : [],
  );
  if (named[0] !== undefined) return named[0];
  if (ones.length === 1) return ones[0] ?? '';
  const without = found.filter((code) => !rates.has(code));
  return without.length === 1 ? (without[0] ?? '') : '';
}

/** Currencies of which a unit is worth about a dollar or more, and those of which it is worth a fraction of that. */
const LARGE = new Set('USD EUR GBP CHF CAD AUD NZD SGD'.split(' '));
const SMALL = new Set(
  'JPY KRW HUF CLP COP INR CZK MXN TRY ZAR ARS SEK NOK DKK PLN RON BRL PEN CNY HKD ILS AED SAR'.split(
    ' ',
  ),
);

function directionOf(
  header: string,
  base: string,
  rates: ReadonlyMap<string, readonly number[]>,
  rules: RuleBook,
  sayOpen: () => void,
): Direction {
  if (
    new RegExp(
      `\\bper\\s+(?:1\\s*)?${base}\\b|\\b1\\s*${base}\\s*=|\\bpro\\s+${base}\\b`,
      'i',
    ).test(header)
  )
    return 'perBase';
  if (
    new RegExp(
      `\\b(?:to|in|into|nach|en|a|à)[\\s_]+${base}\\b|\\b${base}\\s+(?:per|pro)\\b`,
      'i',
    ).test(header)
  )
    return 'worth';
  const others = [...rates].flatMap(([code, list]) =>
    code === base ? [] : [{ code, rate: median([...list]) }],
  );
  const proofs = new Set(
    others.flatMap(({ code, rate }): Direction[] => {
      const worthMore = isWorthMore(code, base);
      return worthMore === null || rate === 1 ? [] : [rate > 1 === worthMore ? 'worth' : 'perBase'];
    }),
  );
  const [proof] = proofs;
  if (proof !== undefined && proofs.size === 1) return proof;
  const example = others.find(({ rate }) => rate !== 1);
  if (example === undefined) return 'worth';
  sayOpen();
  const { code, rate } = example;
  const round = (value: number): string => String(Number(value.toPrecision(5)));
  return rules.choose<Direction>(
    `rates:${header}`,
    `Is the rate of ${code} in ${quote(header)} what 1 ${code} is worth in ${base}, or how many ${code} 1 ${base} is?`,
    [
      {
        value: 'worth',
        label: `1 ${code} is ${round(rate)} ${base}`,
        effect: `1 ${code} = ${round(rate)} ${base}`,
      },
      {
        value: 'perBase',
        label: `1 ${base} is ${round(rate)} ${code}`,
        effect: `1 ${code} = ${round(1 / rate)} ${base}`,
      },
    ],
    'worth',
  );
}

/** Is a unit of the first worth more than one of the second? Null where that has changed or may. */
function isWorthMore(code: string, base: string): boolean | null {
  if (LARGE.has(code) && SMALL.has(base)) return true;
  if (SMALL.has(code) && LARGE.has(base)) return false;
  if (code === 'GBP' && LARGE.has(base)) return base === 'CHF' ? null : true;
  if (base === 'GBP' && LARGE.has(code)) return code === 'CHF' ? null : false;
  return null;
}
