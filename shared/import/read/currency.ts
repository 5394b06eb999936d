import { countText, plural } from '../amount.ts';
import { FIELDS, type FieldInfo } from '../fields.ts';
import type { IssueList, Place } from '../issues.ts';
import type { RuleBook } from '../rules.ts';
import type { Mapping } from '../types.ts';
import type { AsOf } from './as-of.ts';
import { bookRates, type BookRates } from './rates.ts';
import type { TableView } from './view.ts';

/** What oneCurrency works on. */
interface CurrencyInput {
  /** Every table of the book: those with amounts, and those with rates. */
  readonly views: readonly TableView[];
  readonly mapping: Mapping;
  readonly rules: RuleBook;
  readonly issues: IssueList;
  /** The day whose rates count, where the book has rates of several. */
  readonly asOf: AsOf;
}

/** A column of amounts. */
interface Amounts {
  readonly view: TableView;
  readonly field: string;
}

/**
 * One book, one currency: the user's, else what the book's own rates are to, else the one most amounts
 * say. Amounts in another currency are converted in place, with the user's rate, else with the book's;
 * where one is missing the book is refused. Returns the ISO code, '' where nothing says one.
 */
export function oneCurrency({ views, mapping, rules, issues, asOf }: CurrencyInput): string {
  const columns = views
    .filter((view) => !['people', 'products', 'rates'].includes(view.mapping.role))
    .flatMap((view) => moneyFields(view).map((field) => ({ view, field })));
  const ranked = countCurrencies(columns);
  const found = ranked.map(([code]) => code);
  // A single sign under another name is the user's to name: '$' may be Canadian.
  if (found.length < 2) return mapping.currency || (found[0] ?? '');
  const inBook = bookRates(views, found, asOf, rules, issues);
  const currency =
    mapping.currency ||
    (inBook !== null && found.includes(inBook.base) ? inBook.base : (found[0] ?? ''));
  const worth = worthIn(currency, mapping.rates, inBook);
  const others = ranked.filter(([code]) => code !== currency);
  const { mapping: table } = columns[0]?.view ?? { mapping: { file: '', sheet: '' } };
  const place: Place = { file: table.file, sheet: table.sheet };
  const missing = others.filter(([code]) => Number.isNaN(worth.of(code)));
  if (missing.length > 0) {
    const counts = ranked.map(([code, count]) => `${code} (${plural(count, 'amount')})`);
    issues.add(
      'error',
      'mixed-currencies',
      place,
      found.join(', '),
      () =>
        `The book has amounts in several currencies: ${counts.join(', ')}. A book has one currency: give the value of 1 ${missing.map(([code]) => code).join(', 1 ')} in ${currency}, or leave those rows out.`,
    );
    return currency;
  }
  for (const column of columns) convert(column, currency, worth);
  for (const [code, count] of others)
    issues.add(
      'info',
      'converted',
      place,
      code,
      () =>
        `${plural(count, 'amount')} in ${code} converted at 1 ${code} = ${rateText(worth.of(code))} ${currency} (${worth.isGiven(code) ? 'your rate' : worth.origin(code)}).`,
    );
  return currency;
}

/** What amounts of other currencies are worth in the book's; NaN where nothing says. */
interface Worth {
  of(code: string): number;
  at(code: string, view: TableView, row: number): number;
  isGiven(code: string): boolean;
  origin(code: string): string;
}

function worthIn(
  currency: string,
  given: Readonly<Record<string, number>>,
  inBook: BookRates | null,
): Worth {
  const isGiven = (code: string): boolean => Object.hasOwn(given, code) && (given[code] ?? 0) > 0;
  const ofBase = inBook?.worth(currency) ?? NaN;
  const of = (code: string): number =>
    isGiven(code) ? (given[code] ?? NaN) : (inBook?.worth(code) ?? NaN) / ofBase;
  return {
    of,
    isGiven,
    at: (code, view, row) => {
      const own = isGiven(code) ? NaN : (inBook?.worthAt(view, row) ?? NaN) / ofBase;
      return Number.isNaN(own) ? of(code) : own;
    },
    origin: (code) => inBook?.origin(code) ?? '',
  };
}

/** Currencies by the number of amounts in them, most first. */
function countCurrencies(columns: readonly Amounts[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { view, field } of columns) {
    const { values, currencies } = view.figures(field);
    currencies?.forEach((code, index) => {
      if (code !== '' && !Number.isNaN(values[index] ?? NaN))
        counts.set(code, (counts.get(code) ?? 0) + 1);
    });
  }
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

/** Amounts are converted where they stand: each column of a view is read once and shared. */
function convert({ view, field }: Amounts, currency: string, worth: Worth): void {
  const { values, currencies } = view.figures(field);
  currencies?.forEach((code, row) => {
    if (code !== '' && code !== currency)
      values[row] = (values[row] ?? NaN) * worth.at(code, view, row);
  });
}

function moneyFields(view: TableView): string[] {
  const infos: readonly FieldInfo[] = FIELDS[view.mapping.role];
  const money = infos.filter(({ field, kind }) => kind === 'money' && view.has(field));
  const amounts = view
    .fields('holding:')
    .filter((field) => view.column(field)?.measure === 'amount');
  return [...money.map(({ field }) => field), ...amounts];
}

function rateText(rate: number): string {
  return rate >= 1000 ? countText(rate) : String(Number(rate.toPrecision(6)));
}
