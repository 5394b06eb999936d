import type { Book, TextColumn } from '../../../shared/book/book.ts';
import { fillIn } from '../../../shared/model/fill-in.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import type { BookFilter } from '../../../shared/project/document.ts';
import { mapValues } from '../../../shared/units/records.ts';

/** Lower bounds of the cycle bands, days. */
const BANDS = [0, 30, 90, 180, 365];

/** True of a filter that lets every account pass. */
export function passesAll(filter: BookFilter): boolean {
  const { segments, regions, industries, owners, bands } = filter;
  return [segments, regions, industries, owners, bands].every((list) => list.length === 0);
}

/** Indices of the accounts that pass, ascending. Segments and bands are those after filling in. */
export function accountsPassing(
  book: Book,
  assumptions: Assumptions,
  filter: BookFilter,
): Uint32Array {
  const passing = new Uint32Array(book.count);
  if (passesAll(filter)) return passing.map((_, account) => account);
  const filled = fillIn(book, assumptions);
  const tests = [
    textTest(filled.segment, filter.segments),
    textTest(book.region, filter.regions),
    textTest(book.industry, filter.industries),
    ownerTest(book, filter),
    bandTest(filled.cycleDays, filter.bands),
  ].filter((test) => test !== null);
  let count = 0;
  for (let account = 0; account < book.count; account += 1) {
    if (tests.every((test) => test(account))) {
      passing[count] = account;
      count += 1;
    }
  }
  return passing.slice(0, count);
}

type AccountTest = ((account: number) => boolean) | null;

function textTest(column: TextColumn, wanted: readonly string[]): AccountTest {
  if (wanted.length === 0) return null;
  const codes = new Set(
    column.values.flatMap((text, code) => (wanted.includes(text) ? [code] : [])),
  );
  return (account) => codes.has(column.codes[account] ?? 0);
}

function ownerTest(book: Book, { owners }: BookFilter): AccountTest {
  if (owners.length === 0) return null;
  const tests = owners.flatMap(({ role, name }) => {
    const column = book.owners[role];
    return column === undefined ? [] : [textTest(column, [name])];
  });
  return (account) => tests.some((test) => test?.(account) === true);
}

function bandTest(days: Float64Array, bands: readonly number[]): AccountTest {
  if (bands.length === 0) return null;
  return (account) => bands.includes(bandOf(days[account] ?? 0));
}

/** The lower bound of the band that a cycle length falls in, days. */
export function bandOf(days: number): number {
  return BANDS.findLast((from) => days >= from) ?? 0;
}

/** The book of these accounts only, in their order. */
export function takeAccounts(book: Book, accounts: Uint32Array): Book {
  if (accounts.length === book.count) return book;
  const numbers = (column: Float64Array): Float64Array =>
    Float64Array.from(accounts, (account) => column[account] ?? Number.NaN);
  const texts = ({ codes, values }: TextColumn): TextColumn => ({
    codes: accounts.map((account) => codes[account] ?? 0),
    values,
  });
  const names = (column: readonly string[]): readonly string[] =>
    column.length === 0 ? column : Array.from(accounts, (account) => column[account] ?? '');
  const { openDeals, whiteSpace } = book;
  return {
    ...book,
    count: accounts.length,
    accountId: names(book.accountId),
    name: names(book.name),
    segment: texts(book.segment),
    region: texts(book.region),
    industry: texts(book.industry),
    owners: mapValues(book.owners, texts),
    arr: numbers(book.arr),
    contractValue: numbers(book.contractValue),
    cycleDays: numbers(book.cycleDays),
    cac: numbers(book.cac),
    renewalShare: numbers(book.renewalShare),
    risk: numbers(book.risk),
    health: numbers(book.health),
    complexity: numbers(book.complexity),
    potential: mapValues(book.potential, numbers),
    whiteSpace: whiteSpace && numbers(whiteSpace),
    openDeals: openDeals && {
      ...openDeals,
      byUpsell: mapValues(openDeals.byUpsell, numbers),
      unstated: numbers(openDeals.unstated),
    },
  };
}
