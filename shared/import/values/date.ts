/** Days since 1970-01-01 of a civil date; NaN where there is no such day. */
function daysOf(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1800 || year > 2200) return NaN;
  const ms = Date.UTC(year, month - 1, day);
  return new Date(ms).getUTCDate() === day ? ms / 86_400_000 : NaN;
}

/** Days since 1970-01-01 as an ISO date; '' outside the years 0–9999. */
export function isoDate(days: number): string {
  const ms = Math.floor(days) * 86_400_000;
  if (!(ms >= -62_167_219_200_000 && ms <= 253_402_300_799_000)) return '';
  return new Date(ms).toISOString().slice(0, 10);
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan january januar janner enero ene janvier janv',
    'feb february februar febrero fevrier fevr fev',
    'mar march marz mrz marzo mars maerz',
    'apr april abril abr avril avr',
    'may mai mayo',
    'jun june juni junio juin',
    'jul july juli julio juillet juil',
    'aug august agosto ago aout',
    'sep sept september septiembre septembre',
    'oct october oktober okt octubre octobre',
    'nov november noviembre novembre',
    'dec december dezember dez diciembre dic decembre',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,].*)?$/;
const DAY_MONTH_NAME =
  /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]+(?:de )?(\p{L}+)\.?,?[ -]+(?:de )?(\d{4}|\d{2})(?:[ ,].*)?$/u;
const MONTH_NAME_DAY = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ ,].*)?$/u;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;

/** What a text says about the order of day and month, and whether it is a date at all. */
type DateProof = 'dayFirst' | 'monthFirst' | 'either' | 'clear' | 'none';

/** Whether a text is a date and what it proves about the order of day and month. */
export function proveDate(text: string): DateProof {
  const numeric = text.length > 40 ? null : NUMERIC.exec(text);
  if (numeric === null) return Number.isNaN(parseDate(text, false)) ? 'none' : 'clear';
  if (numeric[2] === '.') return Number.isNaN(parseDate(text, true)) ? 'none' : 'clear';
  const asDayFirst = !Number.isNaN(parseDate(text, true));
  const asMonthFirst = !Number.isNaN(parseDate(text, false));
  if (asDayFirst && asMonthFirst) return numeric[1] === numeric[3] ? 'clear' : 'either';
  if (asDayFirst) return 'dayFirst';
  return asMonthFirst ? 'monthFirst' : 'none';
}

/**
 * Days since 1970-01-01 of a text date; NaN where it is none. ISO, compact, with a month's name
 * (English, German, Spanish, French), or in numbers: with points always day first, else as told.
 */
export function parseDate(text: string, dayFirst: boolean): number {
  if (text.length > 40) return NaN;
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso !== null) return daysOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    const year = fullYear(numeric[4] ?? '');
    return dayFirst || numeric[2] === '.'
      ? daysOf(year, second, first)
      : daysOf(year, first, second);
  }
  const dayName = DAY_MONTH_NAME.exec(text);
  if (dayName !== null)
    return daysOf(fullYear(dayName[3] ?? ''), monthOf(dayName[2] ?? ''), Number(dayName[1]));
  const nameDay = MONTH_NAME_DAY.exec(text);
  if (nameDay !== null)
    return daysOf(Number(nameDay[3]), monthOf(nameDay[1] ?? ''), Number(nameDay[2]));
  return NaN;
}

const MONTH_YEAR = /^(\p{L}+)\.?[ -/]*(?:de )?'?(\d{4}|\d{2})$/u;
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/;

/**
 * The first day of a month written without a day, in days since 1970-01-01: 'Jan 2027', 'Jan-27',
 * '2027-01'. NaN where a text is none.
 */
export function parseMonth(text: string): number {
  if (text.length > 24) return NaN;
  const year = YEAR_MONTH.exec(text);
  if (year !== null) return daysOf(Number(year[1]), Number(year[2]), 1);
  const named = MONTH_YEAR.exec(text);
  return named === null ? NaN : daysOf(fullYear(named[2] ?? ''), monthOf(named[1] ?? ''), 1);
}

/** The day or month (its first day) that the name of a sheet or file holds: 'Book Oct 2026', 'arr_2026-09.csv', 'export 20260930'. NaN for none. */
export function dateInName(name: string): number {
  const numbers =
    /(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?(0[1-9]|[12]\d|3[01]))?(?!\d)/.exec(name);
  if (numbers !== null)
    return daysOf(Number(numbers[1]), Number(numbers[2]), Number(numbers[3] ?? 1));
  const named = /(?<!\p{L})(\p{L}{3,10})[-_. ]*(20\d\d)(?!\d)/u.exec(name);
  return named === null ? NaN : daysOf(Number(named[2]), monthOf(named[1] ?? ''), 1);
}

function monthOf(name: string): number {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return MONTHS.get(folded) ?? 0;
}

/** Two digits are taken as 1970–2069. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** A spreadsheet's day number (1900 system) that lost its date format: 1954 to 2119. Days since 1970-01-01, else NaN. */
export function serialDate(value: number): number {
  return value >= 20_000 && value <= 80_000 ? value - 25_569 : NaN;
}
