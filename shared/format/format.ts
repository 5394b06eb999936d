import { DECIMALS, type FigureUnit } from '../units/figure-unit.ts';

export type { FigureUnit };

/** `compact` for charts and sentences ($1.9 M), `exact` for tables and focus ($1,902,345). */
export type Precision = 'compact' | 'exact';

/** What stands where a figure is not defined. */
export const NOT_DEFINED = '–';

/** Writes figures as text in one locale and currency. Never NaN, Infinity or −0: what is not defined is a dash. */
export interface Format {
  readonly locale: string;
  readonly currency: string;
  /** A figure with its unit where the unit is a sign (currency, %, ×) or a word (h, days). */
  figure(value: number | null, unit: FigureUnit, precision?: Precision): string;
  /** A difference: sign always, arrow before it; "no change" where it rounds to nothing. */
  delta(value: number | null, unit: FigureUnit, precision?: Precision): string;
  /**
   * Writes the compact figures of one axis, column or set alike: all in thousands or all in millions,
   * as the largest is, and with the same decimals. `signed` with a sign always, as differences are.
   */
  alike(values: readonly number[], unit: FigureUnit, signed?: boolean): (value: number) => string;
  /** An ISO date (2026-09-30) as the locale writes it; other text as it stands. */
  date(iso: string): string;
}

/**
 * A format for a BCP 47 locale and an ISO 4217 currency. A locale that the machine does not know
 * becomes en-US; an unknown currency is written after the figure, none at all without a sign.
 */
export function createFormat(locale: string, currency: string): Format {
  const known = knownLocale(locale);
  const made = new Map<string, Numbers>();
  /** Making one takes as long as writing a hundred figures: each is made once. */
  const numbersOf = (
    unit: FigureUnit,
    precision: Precision,
    signed: boolean,
    decimals?: number,
  ): Numbers => {
    const key = `${unit} ${precision} ${String(signed)} ${String(decimals)}`;
    const earlier = made.get(key);
    if (earlier !== undefined) return earlier;
    const options = optionsOf(unit, precision, signed, currency);
    const format = new Intl.NumberFormat(known, {
      ...options,
      ...(decimals !== undefined && {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
    });
    const numbers = { format, isCompact: options.notation === 'compact' };
    made.set(key, numbers);
    return numbers;
  };
  const write = (value: number, unit: FigureUnit, precision: Precision, signed: boolean) => {
    const numbers = numbersOf(unit, precision, signed);
    // Units below a thousand have no decimals in compact notation either.
    const isWhole = numbers.isCompact && Math.abs(value) < 1000;
    const shown = isWhole ? Math.round(value) : value;
    return withSigns(numbers, shown) + suffixOf(unit, value, currency);
  };
  /** What the locale writes the largest of these in: null where it has no word for so few. */
  const magnitudeOf = (values: readonly number[], unit: FigureUnit) => {
    const largest = Math.max(0, ...values.map(Math.abs));
    const { format, isCompact } = numbersOf(unit, 'compact', false);
    if (!isCompact || largest < 1000) return null;
    const parts = format.formatToParts(largest);
    const at = parts.findIndex(({ type }) => type === 'compact');
    const digits = parts.filter(isDigits).filter(({ type }) => type !== 'group');
    const shown = Number(
      digits.map(({ type, value }) => (type === 'decimal' ? '.' : value)).join(''),
    );
    const word = parts[at]?.value ?? '';
    if (word === '' || !(shown > 0)) return null;
    const divisor = 10 ** Math.round(Math.log10(largest / shown));
    return { divisor, word: NO_BREAK + (word === 'K' ? 'k' : word) };
  };
  return {
    locale: known,
    currency,
    figure: (value, unit, precision = 'exact') =>
      isDefined(value) ? write(value, unit, precision, false) : NOT_DEFINED,
    delta: (value, unit, precision = 'compact') => {
      if (!isDefined(value)) return NOT_DEFINED;
      // The difference of two shares is in points: +1 % of a share would be something else.
      const text =
        unit === 'share'
          ? write(value * 100, 'points', precision, true)
          : write(value, unit, precision, true);
      if (text.includes('+')) return `▲ ${text}`;
      return text.includes(MINUS) ? `▼ ${text}` : 'no change';
    },
    alike: (values, unit, signed = false) => {
      const magnitude = magnitudeOf(values, unit);
      if (magnitude === null) return (value) => write(value, unit, 'compact', signed);
      const { divisor, word } = magnitude;
      const decimals = decimalsOf(values, divisor);
      const { format } = numbersOf(unit, 'exact', signed, decimals);
      return (value) =>
        // Nothing is nothing in any unit.
        value === 0
          ? write(0, unit, 'compact', signed)
          : withWord(format, value / divisor, word) + suffixOf(unit, value, currency);
    },
    date: (iso) => {
      const day = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : Number.NaN;
      if (Number.isNaN(day)) return iso;
      return new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
    },
  };
}

/** Decimals that lose nothing of the values where two do, else as many as tell them apart. */
function decimalsOf(values: readonly number[], divisor: number): number {
  const isExact = (digits: number) =>
    values.every((value) => {
      const shown = (value / divisor) * 10 ** digits;
      return Math.abs(shown - Math.round(shown)) < 1e-6;
    });
  const largest = Math.max(...values.map(Math.abs)) / divisor;
  return [0, 1, 2].find(isExact) ?? (largest < 10 ? 2 : 1);
}

const isDigits = ({ type }: Intl.NumberFormatPart) =>
  type === 'integer' || type === 'group' || type === 'decimal' || type === 'fraction';

/** A figure with the word for its thousands or millions behind its digits, wherever the currency stands. */
function withWord(format: Intl.NumberFormat, value: number, word: string): string {
  const parts = format.formatToParts(value);
  const last = parts.findLastIndex(isDigits);
  return parts
    .map((part, at) => (part.type === 'minusSign' ? MINUS : part.value) + (at === last ? word : ''))
    .join('');
}

interface Numbers {
  readonly format: Intl.NumberFormat;
  readonly isCompact: boolean;
}

const MINUS = '−';
const NO_BREAK = '\u00a0';

function isDefined(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}

function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

/** Units whose figures grow large enough to be written in thousands and millions. */
const COMPACTED: readonly FigureUnit[] = ['money', 'hours', 'count'];

function optionsOf(
  unit: FigureUnit,
  precision: Precision,
  signed: boolean,
  currency: string,
): Intl.NumberFormatOptions {
  const isCompact = precision === 'compact' && COMPACTED.includes(unit);
  return {
    ...(unit === 'share' ? { style: 'percent' } : {}),
    ...(isMoney(unit) && isCurrency(currency) ? { style: 'currency', currency } : {}),
    ...(isCompact
      ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }
      : { minimumFractionDigits: DECIMALS[unit], maximumFractionDigits: DECIMALS[unit] }),
    signDisplay: signed ? 'exceptZero' : 'negative',
  };
}

function isMoney(unit: FigureUnit): boolean {
  return unit.startsWith('money');
}

function isCurrency(currency: string): boolean {
  return /^[A-Z]{3}$/.test(currency);
}

/** A true minus, and the thousands set off by a space and a small k: $1.9 M, 12.4 k. */
function withSigns({ format, isCompact }: Numbers, value: number): string {
  // Parts take several times as long as the text, and a screen writes hundreds of figures a frame.
  if (!isCompact) return format.format(value).replace('-', MINUS);
  let text = '';
  for (const { type, value: part } of format.formatToParts(value)) {
    if (type === 'minusSign') text += MINUS;
    else if (type === 'compact') {
      const gap = /\s$/u.test(text) ? '' : NO_BREAK;
      text += gap + (part === 'K' ? 'k' : part);
    } else text += part;
  }
  return text;
}

function suffixOf(unit: FigureUnit, value: number, currency: string): string {
  const of = (word: string) => NO_BREAK + word;
  const counted = (one: string) => of(Math.abs(value) === 1 ? one : `${one}s`);
  const code = isMoney(unit) && !isCurrency(currency) && currency !== '' ? of(currency) : '';
  switch (unit) {
    case 'hours':
      return of('h');
    case 'days':
      return counted('day');
    case 'months':
      return counted('month');
    case 'years':
      return counted('year');
    case 'ratio':
      return '×';
    case 'points':
      return of('pts');
    case 'moneyPerHour':
      return `${code}${NO_BREAK}/${NO_BREAK}h`;
    case 'moneyPerDay':
      return `${code}${NO_BREAK}/${NO_BREAK}day`;
    default:
      return code;
  }
}
