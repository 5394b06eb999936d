import { median } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import type { RuleBook } from '../rules.ts';
import { quote, tableName } from '../text.ts';
import { isoDate } from '../values/date.ts';
import { currencyCode, currencyIn } from '../values/number.ts';
import type { AsOf } from './as-of.ts';
import type { TableView } from './view.ts';

/** Exchange rates that the book itself holds. */
export interface BookRates {
  /** What the rates are to: ISO code. */
  readonly base: string;
  /** Where the rate of a currency stands and of what day it is, for a sentence. */
  origin(code: string): string;
  /** What one unit of the currency is worth in the base; undefined where the book doesn't say. */
  worth(code: string): number | undefined;
  /** The same by the row's own rate, where rows of this table have one; NaN where this one has none. */
  worthAt(view: TableView, row: number): number;
}

type Direction = 'worth' | 'perBase';

/**
 * The rates of a table of rates (of several by date those of the as-of day or the latest before), else those that stand beside the currencies of the rows. Their base
 * is what the table or the header says, else the one currency whose rate is 1, else the only currency
 * of the book that has none. Whether a rate is worth or price of the base is decided by the header or
 * by currencies of which no one can doubt which is worth more, else asked. Null where the book has none.
 */
export function bookRates(
  views: readonly TableView[],
  found: readonly string[],
  asOf: AsOf,
  rules: RuleBook,
  issues: IssueList,
): BookRates | null {
  const withRates = views.filter((view) => view.has('rate') && view.has('currency'));
  const tables = withRates.filter(({ mapping }) => mapping.role === 'rates');
  const source = tables[0] ?? withRates[0];
  if (source === undefined) return null;
  const isTable = source === tables[0];
  const stated = statedRates(isTable ? tables : withRates);
  const { rates, days } = source.has('date')
    ? ratesOn(stated, asOf, source, issues)
    : { rates: allRates(stated), days: new Map<string, number>() };
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
    origin: (code) => {
      const day = days.get(code);
      const of = day === undefined || Number.isNaN(day) ? '' : `, of ${isoDate(day)}`;
      return `${tableName(source.mapping)}, column ${quote(header)}${of}`;
    },
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

interface StatedRate {
  readonly code: string;
  readonly rate: number;
  /** Days since 1970-01-01, NaN where none is stated. */
  readonly day: number;
}

function statedRates(views: readonly TableView[]): readonly StatedRate[] {
  return views.flatMap((view) => {
    const { values } = view.figures('rate');
    const days = view.dates('date');
    return view.texts('currency').flatMap((text, row) => {
      const code = currencyCode(text);
      const rate = values[row] ?? NaN;
      return code !== '' && rate > 0 ? [{ code, rate, day: days[row] ?? NaN }] : [];
    });
  });
}

function byCode(stated: readonly StatedRate[]): ReadonlyMap<string, readonly StatedRate[]> {
  const lists = new Map<string, StatedRate[]>();
  for (const one of stated) {
    const list = lists.get(one.code);
    if (list === undefined) lists.set(one.code, [one]);
    else list.push(one);
  }
  return lists;
}

/** All the rates of each currency: beside the rows of one book they should be the same. */
function allRates(stated: readonly StatedRate[]): ReadonlyMap<string, readonly number[]> {
  return new Map([...byCode(stated)].map(([code, list]) => [code, list.map(({ rate }) => rate)]));
}

interface RatesOfADay {
  readonly rates: ReadonlyMap<string, readonly number[]>;
  readonly days: ReadonlyMap<string, number>;
}

/**
 * One rate of each currency: of several the one of the as-of day, or the latest before it; the latest
 * of all where nothing says what day it is.
 */
function ratesOn(
  stated: readonly StatedRate[],
  asOf: AsOf,
  view: TableView,
  issues: IssueList,
): RatesOfADay {
  const isOpen = Number.isNaN(asOf.days);
  const latest = new Map<string, StatedRate>();
  const tooLate: string[] = [];
  const until = isOpen ? Infinity : asOf.days;
  for (const [code, list] of byCode(stated)) {
    const inTime = list.filter(({ day }) => list.length === 1 || day <= until);
    const [first, ...others] = inTime;
    if (first === undefined) tooLate.push(code);
    else
      latest.set(
        code,
        others.reduce((best, one) => (one.day > best.day ? one : best), first),
      );
  }
  const place = view.place(null, 'date');
  const name = tableName(view.mapping);
  if (isOpen && stated.length > latest.size)
    issues.add(
      'warning',
      'as-of-unknown',
      place,
      '',
      () =>
        `${name} has rates of several days, and nothing in the book says what day it is: the latest rate of each currency counts. Give the as-of date if another one should.`,
    );
  if (tooLate.length > 0)
    issues.add(
      'warning',
      'rates-too-late',
      place,
      tooLate.join(', '),
      () =>
        `${name} has no rate of ${tooLate.join(', ')} on or before ${asOf.said.date ?? ''} (${asOf.said.origin}), and a later one is not used. Add the rate of that day, or give another as-of date.`,
    );
  return {
    rates: new Map([...latest].map(([code, { rate }]) => [code, [rate]])),
    days: new Map([...latest].map(([code, { day }]) => [code, day])),
  };
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
    code === base ? [] : [{ code, rate: median(list) }],
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
