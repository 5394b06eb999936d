import { KIND } from '../../sheet/grid.ts';
import type { FieldInfo } from '../fields.ts';
import type { FoundTable } from '../find/table.ts';
import { quote } from '../text.ts';
import type { ColumnMapping, ColumnReading } from '../types.ts';
import { proveDate } from '../values/date.ts';
import { CURRENCY_CODES, proveDecimal, type Decimal } from '../values/number.ts';
import { parseHealthWord } from '../values/words.ts';
import type { Profile } from './profile.ts';

/** What other columns of the same table prove, for a column that proves nothing itself. */
export interface TableEvidence {
  readonly dayFirst: boolean | null;
  readonly decimal: Decimal | null;
}

/** A reading, and whether the column leaves it open and the user should be asked. */
export interface ReadingGuess {
  readonly reading: ColumnReading;
  readonly open: 'dates' | 'decimal' | null;
}

/** How a column's text dates and numbers are to be read, with the evidence; null where nothing needs saying. */
export function guessReading(
  table: FoundTable,
  column: number,
  { header, transform }: Pick<ColumnMapping, 'header' | 'transform'>,
  info: FieldInfo,
  profile: Profile,
  evidence: TableEvidence,
): ReadingGuess | null {
  switch (info.kind) {
    case 'date':
      return readDates(table, column, evidence);
    case 'money':
    case 'number':
      return readFigures(table, column, header, info.kind === 'money', evidence);
    case 'holding':
      return profile.flagShare < 0.8 && profile.numberShare > 0.5
        ? readFigures(table, column, header, true, evidence)
        : null;
    case 'share':
      return readShare(profile);
    case 'health':
      return readHealth(profile, transform === 'complement');
    default:
      return null;
  }
}

interface DateEvidence {
  readonly dayFirst: string | null;
  readonly monthFirst: string | null;
  readonly either: string | null;
}
interface DecimalEvidence {
  readonly decimal: Decimal | null;
  readonly text: string;
  readonly open: string | null;
}

/** What the texts of a column prove about the order of day and month: the first proof, and the last against it. */
export const dateEvidence = oncePerColumn((table, column): DateEvidence => {
  const found: Record<keyof DateEvidence, string | null> = {
    dayFirst: null,
    monthFirst: null,
    either: null,
  };
  for (const text of distinctTexts(table, column)) {
    const proof = proveDate(text);
    if (proof === 'dayFirst' || proof === 'monthFirst' || proof === 'either') found[proof] ??= text;
  }
  return found;
});

/** Whether a column's own texts have the day first; false where they prove nothing. */
export function guessDayFirst(table: FoundTable, column: number): boolean {
  return dateEvidence(table, column).dayFirst !== null;
}

/** What the texts of a column prove about the decimal sign. */
export const decimalEvidence = oncePerColumn((table, column): DecimalEvidence => {
  let open: string | null = null;
  for (const text of distinctTexts(table, column)) {
    const decimal = proveDecimal(text);
    if (decimal !== null) return { decimal, text, open };
    if (/\d[.,]\d{3}(?!\d)/.test(text)) open ??= text;
  }
  return { decimal: null, text: '', open };
});

/** Looks at every text of a column but once: a table is read anew whenever a meaning changes, its texts stay. */
function oncePerColumn<Evidence>(
  look: (table: FoundTable, column: number) => Evidence,
): (table: FoundTable, column: number) => Evidence {
  const seen = new WeakMap<FoundTable, Map<number, Evidence>>();
  return (table, column) => {
    const known = seen.get(table) ?? new Map<number, Evidence>();
    seen.set(table, known);
    const before = known.get(column);
    if (before !== undefined) return before;
    const found = look(table, column);
    known.set(column, found);
    return found;
  };
}

function* distinctTexts(table: FoundTable, column: number): Generator<string> {
  const cells = table.grid.columns[column];
  if (cells === undefined) return;
  const seen = new Set<number>();
  for (const row of table.rows) {
    const index = cells.values[row];
    if (cells.kinds[row] !== KIND.text || index === undefined || seen.has(index)) continue;
    seen.add(index);
    const text = table.grid.strings[index]?.trim() ?? '';
    if (text !== '' && text.length <= 40) yield text;
  }
}

function readDates(
  table: FoundTable,
  column: number,
  evidence: TableEvidence,
): ReadingGuess | null {
  const { dayFirst, monthFirst, either } = dateEvidence(table, column);
  if (dayFirst !== null)
    return {
      reading: { dayFirst: true, evidence: `${quote(dayFirst)} has the day first` },
      open: null,
    };
  if (monthFirst !== null)
    return {
      reading: { dayFirst: false, evidence: `${quote(monthFirst)} has the month first` },
      open: null,
    };
  if (either === null) return null;
  if (evidence.dayFirst !== null) {
    const order = evidence.dayFirst ? 'day' : 'month';
    return {
      reading: {
        dayFirst: evidence.dayFirst,
        evidence: `${quote(either)} can be read both ways; another column of this table has the ${order} first`,
      },
      open: 'dates',
    };
  }
  return {
    reading: {
      dayFirst: false,
      evidence: `${quote(either)} can be read both ways and no value proves the order: read with the month first`,
    },
    open: 'dates',
  };
}

const MONEY = `(?:[€$£₹¥]|${[...CURRENCY_CODES].join('|')})`;
const THOUSANDS = new RegExp(
  `(?:^|[\\s([/])(?:k|t|tsd\\.?)\\s?${MONEY}(?![a-z])|${MONEY}\\s?(?:k\\b|000)|in (?:thousands?|tsd|tausend|miles|milliers|k)\\b|[([]k[)\\]]|'000|\\b000s\\b|\\btsd\\b`,
  'i',
);
const MILLIONS = new RegExp(
  `(?:^|[\\s([/])(?:m|mm|mn|mio\\.?)\\s?${MONEY}(?![a-z])|${MONEY}\\s?(?:m|mm|mn|mio)\\b|in (?:millions?|mio|millionen|millones)\\b|[([]mm?[)\\]]`,
  'i',
);

const UNITS = [
  { pattern: THOUSANDS, divisor: 0.001, name: 'thousands' },
  { pattern: MILLIONS, divisor: 0.000001, name: 'millions' },
  { pattern: /\blakhs?\b|\blacs?\b/i, divisor: 1e-5, name: 'lakhs' },
  { pattern: /\bcrores?\b|\bcr\b/i, divisor: 1e-7, name: 'crores' },
  { pattern: /(?:\b|_)(?:in )?(?:euro)?cents?\b/i, divisor: 100, name: 'cents' },
];

function readFigures(
  table: FoundTable,
  column: number,
  header: string,
  isMoney: boolean,
  evidence: TableEvidence,
): ReadingGuess | null {
  const { decimal, text, open } = decimalEvidence(table, column);
  const unit = UNITS.find(({ pattern }) => pattern.test(header));
  const divisor = unit?.divisor;
  const scaled = divisor === undefined ? {} : { divisor };
  const scale = unit === undefined ? '' : `${quote(header)} says ${unit.name}`;
  const join = (said: string): string => [said, scale].filter((part) => part !== '').join('; ');
  if (decimal === ',')
    return {
      reading: { decimal, ...scaled, evidence: join(`${quote(text)} has a decimal comma`) },
      open: null,
    };
  if (decimal === null && open !== null) {
    // Nothing proves what '1.234' is. A comma groups, as in English; of money a point does as well,
    // because nobody writes every amount to a thousandth.
    const standard: Decimal = isMoney && open.includes('.') ? ',' : '.';
    const sign: Decimal = evidence.decimal ?? standard;
    const said = `${quote(open)} can be read both ways: the ${open.includes('.') ? 'point' : 'comma'} is taken to ${open.includes(sign) ? 'be the decimal sign' : 'group thousands'}`;
    return {
      reading: { decimal: sign, ...scaled, evidence: join(said) },
      open: open.includes('.') ? 'decimal' : null,
    };
  }
  return divisor === undefined ? null : { reading: { divisor, evidence: scale }, open: null };
}

/** A cell that writes its percent sign, or has it as its format, needs no divisor; a slip above 1 among shares proves nothing. */
function readShare(profile: Profile): ReadingGuess | null {
  if (profile.percent || profile.overOneShare < 0.2) return null;
  return {
    reading: { divisor: 100, evidence: `values up to ${profile.max} are percent points` },
    open: null,
  };
}

/** How many words are named with what they are read as. */
const MOST_WORDS = 8;

function readHealth(profile: Profile, ofRisk: boolean): ReadingGuess | null {
  if (profile.ragShare >= 0.5) {
    const words = [...profile.distinct.keys()]
      .flatMap((text) => {
        const health = parseHealthWord(text, ofRisk);
        return Number.isNaN(health) ? [] : [`${quote(text)} ${String(health)}`];
      })
      .slice(0, MOST_WORDS);
    return {
      reading: { evidence: `words are read as a health of 0 to 100: ${words.join(', ')}` },
      open: null,
    };
  }
  if (profile.filled < 5 || profile.max > 10 || profile.max <= 0) return null;
  const top = profile.max <= 1 ? 1 : profile.max <= 5 ? 5 : 10;
  return {
    reading: {
      divisor: top / 100,
      evidence: `no value is above ${profile.max}: read as a scale of 0 to ${top}`,
    },
    open: null,
  };
}
