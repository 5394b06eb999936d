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

/** 'Mon, 1 Mar 2027', 'Freitag, 1. März 2027': the weekday says nothing that the date doesn't. */
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mie|mié|jue|vie|sab|sáb|dom|mer|jeu|ven|sam|dim)\p{L}*[.,]{0,2}\s+/iu;
const JAPANESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,].*)?$/;
const DAY_MONTH_NAME =
  /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]+(?:de )?(\p{L}+)\.?,?[ -]+(?:de )?(\d{4}|\d{2})(?:[ ,].*)?$/u;
const MONTH_NAME_DAY = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ ,].*)?$/u;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;

/** What a text says about the order of day and month, and whether it is a date at all. */
type DateProof = 'dayFirst' | 'monthFirst' | 'either' | 'clear' | 'none';

/** Whether a text is a date and what it proves about the order of day and month. */
export function proveDate(written: string): DateProof {
  const text = withoutWeekday(written);
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
 * (English, German, Spanish, French) and perhaps a weekday before it, or in numbers: with points always day first, else as told.
 */
export function parseDate(text: string, dayFirst: boolean): number {
  const days = plainDate(text, dayFirst);
  return Number.isNaN(days) ? plainDate(withoutWeekday(text), dayFirst) : days;
}

/** The text without a weekday that stands before a whole date: in 'Mar 1 2027' a month does. */
function withoutWeekday(text: string): string {
  const rest = text.length > 40 ? text : text.replace(WEEKDAY, '');
  const isDate =
    rest !== text && !(Number.isNaN(plainDate(rest, true)) && Number.isNaN(plainDate(rest, false)));
  return isDate ? rest : text;
}

function plainDate(text: string, dayFirst: boolean): number {
  if (text.length > 40) return NaN;
  const iso = ISO.exec(text) ?? COMPACT.exec(text) ?? JAPANESE.exec(text);
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

const QUARTER = /^(?:Q([1-4])[ \-/']*(20\d\d)|(20\d\d)[ \-/]*Q([1-4]))$/i;
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

/**
 * The first day of a quarter, 'Q3 2027' or '2027-Q3', in days since 1970-01-01. NaN where a text is
 * none; the quarters of a fiscal year ('Q3 FY27') are none, since nobody says when it begins.
 */
export function parseQuarter(text: string): number {
  const quarter = text.length > 12 ? null : QUARTER.exec(text);
  if (quarter === null) return NaN;
  return daysOf(Number(quarter[2] ?? quarter[3]), 3 * Number(quarter[1] ?? quarter[4]) - 2, 1);
}

/** The first or the last day of a month or quarter that stands for a date; NaN where a text is none. */
export function parsePeriod(text: string, which: 'first' | 'last'): number {
  const quarter = parseQuarter(text);
  const first = Number.isNaN(quarter) ? parseMonth(text) : quarter;
  if (which === 'first' || Number.isNaN(first)) return first;
  const day = new Date(first * 86_400_000);
  const months = Number.isNaN(quarter) ? 1 : 3;
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 0) / 86_400_000;
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
