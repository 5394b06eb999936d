import type { FoundColumn } from '../find/table.ts';
import type { TableRole } from '../types.ts';
import { currencyCode } from '../values/number.ts';
import { headerWords } from '../text.ts';
import { ACCEPT, guessColumns, type ColumnGuess } from './columns.ts';
import type { Profile } from './profile.ts';
import { headerScores } from './vocabulary.ts';

/** The role of a table and what its columns mean in it. */
export interface RoleGuess {
  readonly role: TableRole;
  readonly reason: string;
  readonly guesses: readonly ColumnGuess[];
}

/** Longer lists are no lists of codes. */
const MOST_CODES = 5_000;

/** A table of nothing known with two columns, codes without repeats and texts: it says what codes stand for. Null where it is none. */
export function guessCodes(
  columns: readonly FoundColumn[],
  profiles: readonly Profile[],
  rows: number,
  distinctShare: (index: number) => number,
): { readonly guess: RoleGuess; readonly meaningsDistinct: number } | null {
  const used = columns.flatMap((_, index) => ((profiles[index]?.filled ?? 0) > 0 ? [index] : []));
  const [first, second] = used;
  if (used.length !== 2 || first === undefined || second === undefined) return null;
  if (rows < 2 || rows > MOST_CODES) return null;
  const named = guessColumns('codes', columns, profiles);
  const isCode = (index: number): boolean => {
    const profile = profiles[index];
    if (profile === undefined || distinctShare(index) < 1) return false;
    const short = [...profile.distinct.keys()].every((text) => text.length <= 6);
    return profile.idShare >= 0.8 || short || named[index]?.given?.field === 'code';
  };
  const code = named[second]?.given?.field === 'code' || !isCode(first) ? second : first;
  const meaning = code === first ? second : first;
  const text = profiles[meaning];
  if (!isCode(code) || text === undefined || text.numberShare > 0.5 || text.dateShare > 0.5)
    return null;
  // A code and its text are told by their values where the headers don't say.
  const guesses = columns.map((_, index): ColumnGuess => {
    const field = index === code ? 'code' : index === meaning ? 'meaning' : null;
    const candidates = named[index]?.candidates ?? [];
    return { candidates, given: field === null ? null : { field, confidence: 0.8 } };
  });
  const reason = 'two columns: codes and what they stand for';
  return { guess: { role: 'codes', reason, guesses }, meaningsDistinct: distinctShare(meaning) };
}

/** A table of rates names at most the currencies of the world, day by day for some years. */
const MOST_RATES = 50_000;

/**
 * A table of currencies, each with a figure, and with several of them only by date: exchange rates,
 * whatever its columns are called. Null where it is none.
 */
export function guessRates(
  columns: readonly FoundColumn[],
  profiles: readonly Profile[],
  rows: number,
  distinctShare: (index: number) => number,
): RoleGuess | null {
  const used = profiles.flatMap((profile, index) => (profile.filled > 0 ? [index] : []));
  if (used.length < 2 || used.length > 5 || rows > MOST_RATES) return null;
  const names = (index: number): boolean => {
    const texts = [...(profiles[index]?.distinct.keys() ?? [])];
    return texts.length > 0 && texts.every((text) => currencyCode(text) !== '' && text.length <= 4);
  };
  const codes = used.filter(names);
  const named = guessColumns('rates', columns, profiles);
  const means = (index: number, field: string): boolean => named[index]?.given?.field === field;
  const date = used.find((index) => (profiles[index]?.dateShare ?? 0) >= 0.8);
  const currency =
    codes.find((index) => distinctShare(index) === 1) ??
    (date === undefined
      ? undefined
      : (codes.find((index) => means(index, 'currency')) ?? codes[0]));
  if (currency === undefined) return null;
  const isFigure = (index: number): boolean =>
    (profiles[index]?.numberShare ?? 0) >= 0.8 &&
    !names(index) &&
    !isMoney(columns[index]?.header ?? '');
  const rate = used.find((index) => means(index, 'rate') && isFigure(index)) ?? used.find(isFigure);
  if (rate === undefined) return null;
  const base = codes.find((index) => index !== currency && profiles[index]?.distinct.size === 1);
  const guesses = columns.map((_, index): ColumnGuess => {
    const fields = {
      [currency]: 'currency',
      [rate]: 'rate',
      ...(base === undefined ? {} : { [base]: 'base' }),
      ...(date === undefined ? {} : { [date]: 'date' }),
    };
    const field = fields[index];
    const candidates = named[index]?.candidates ?? [];
    return { candidates, given: field === undefined ? null : { field, confidence: 0.9 } };
  });
  return { role: 'rates', reason: 'currencies, each with a rate', guesses };
}

/** 'ARR by currency' is a summary, not a table of rates. */
function isMoney(header: string): boolean {
  const scores = headerScores(headerWords(header));
  const money = ['arr', 'mrr', 'qrr', 'amount', 'contractValue'];
  return money.some((concept) => (scores.get(concept) ?? 0) >= ACCEPT);
}
