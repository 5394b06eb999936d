import { KIND } from '../../sheet/grid.ts';
import type { FieldInfo } from '../fields.ts';
import type { FoundTable } from '../find/table.ts';
import { quote } from '../text.ts';
import type { ColumnMapping, ColumnReading } from '../types.ts';
import { proveDate } from '../values/date.ts';
import { proveDecimal, type Decimal } from '../values/number.ts';
import { scaleIn, scaleRemark } from './scale.ts';
import { parseHealthWord } from '../values/words.ts';
import type { Profile } from './profile.ts';

/** What other columns of the same table prove, for a column that proves nothing itself. */
export interface TableEvidence {
  readonly dayFirst: boolean | null;
  readonly decimal: Decimal | null;
  /** Some date is written with points, as in 31.12.2026: not in English. */
  readonly pointDates: boolean;
}

/** What the values of a column leave open. */
export type OpenReading = 'dates' | 'decimal' | 'scale';

/** A reading, and whether the column leaves it open and the user should be asked. */
export interface ReadingGuess {
  readonly reading: ColumnReading;
  readonly open: OpenReading | null;
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
  readonly points: string | null;
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
    points: null,
  };
  for (const text of distinctTexts(table, column)) {
    const proof = proveDate(text);
    if (proof !== 'none' && /^\d{1,2}\.\d{1,2}\.\d/.test(text)) found.points ??= text;
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

function readFigures(
  table: FoundTable,
  column: number,
  header: string,
  isMoney: boolean,
  evidence: TableEvidence,
): ReadingGuess | null {
  const { decimal, text, open } = decimalEvidence(table, column);
  const own = scaleIn(header);
  const remark = isMoney && own === undefined ? scaleRemark(table.remarks) : undefined;
  const unit = own ?? remark?.scale;
  const divisor = unit?.divisor;
  const scaled = divisor === undefined ? {} : { divisor };
  const scale = unit === undefined ? '' : `${quote(remark?.text ?? header)} says ${unit.name}`;
  const join = (said: string): string => [said, scale].filter((part) => part !== '').join('; ');
  const ofScale = remark === undefined ? null : 'scale';
  if (decimal === ',')
    return {
      reading: { decimal, ...scaled, evidence: join(`${quote(text)} has a decimal comma`) },
      open: ofScale,
    };
  if (decimal === null && open !== null) {
    const isPoint = open.includes('.');
    // Nothing proves what '1.234' is. A comma groups, as in English, unless it is of thousands in a
    // table whose dates are not English; of money a point does as well, because nobody writes every
    // amount to a thousandth.
    const doubtful = isPoint || unit !== undefined || evidence.pointDates;
    const groups: Decimal = isPoint ? ',' : '.';
    const isDecimal = isPoint ? !isMoney : unit !== undefined && evidence.pointDates;
    const standard: Decimal = isDecimal ? (isPoint ? '.' : ',') : groups;
    const sign: Decimal = evidence.decimal ?? standard;
    const said = `${quote(open)} can be read both ways: the ${isPoint ? 'point' : 'comma'} is taken to ${open.includes(sign) ? 'be the decimal sign' : 'group thousands'}`;
    return {
      reading: { decimal: sign, ...scaled, evidence: join(said) },
      open: doubtful ? 'decimal' : ofScale,
    };
  }
  return divisor === undefined ? null : { reading: { divisor, evidence: scale }, open: ofScale };
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
