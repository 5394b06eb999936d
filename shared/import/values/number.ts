import { own } from '../../units/records.ts';

export type Decimal = '.' | ',';

/** A number as read from text. */
interface ParsedNumber {
  readonly value: number;
  /** ISO 4217, '' where none is written. */
  readonly currency: string;
  readonly percent: boolean;
}

const SYMBOLS: readonly (readonly [string, string])[] = [
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['MX$', 'MXN'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['円', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['zł', 'PLN'],
  ['Fr.', 'CHF'],
];
const CODES =
  'USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BRL|MXN|ARS|CLP|COP|PEN|INR|CNY|HKD|SGD|KRW|ILS|TRY|ZAR|AED|SAR';
/** The ISO 4217 codes that this reader knows. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(CODES.split('|'));
const LEADING_CODE = new RegExp(`^(${CODES})\\s*`, 'i');
const TRAILING_CODE = new RegExp(`\\s*(${CODES})$`, 'i');
/** In thousands or millions too: 'TEUR', 'kUSD'. */
const CODE_WORD = new RegExp(`(?:^|[^A-Za-z])[kKTM]?(${CODES})(?![A-Za-z])`);
/** As the last word of a column's name in a database: 'arr_usd'. */
const LAST_WORD = new RegExp(`_(${CODES})$`, 'i');
/** A spreadsheet's number format writes a sign as `[$sign-locale]`, and a locale alone as `[$-locale]`. */
const FORMAT_SIGN = /\[\$([^\]-]*)(?:-([0-9A-F]+))?\]/gi;
/** Signs that several countries share, by the locale of the number format. */
const BY_LOCALE: Readonly<Record<string, string>> = {
  '1009': 'CAD',
  C0C: 'CAD',
  C09: 'AUD',
  '1409': 'NZD',
  C04: 'HKD',
  '1004': 'SGD',
  '4809': 'SGD',
  '80A': 'MXN',
  '416': 'BRL',
  '41D': 'SEK',
  '414': 'NOK',
  '406': 'DKK',
  '804': 'CNY',
};
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  t: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
};
const SCALE = /\s*(k|tsd|t|mm|mn|mio|m|bn|mrd|b)\.?$/i;
const PLAIN = /^-?\d{1,15}(?:\.\d{1,12})?$/;
const EXPONENT = /^[-+]?\d+(?:\.\d+)?[eE][-+]?\d{1,3}$/;

/** The ISO code that a text names, by symbol or code: 'ARR (EUR)', 'arr_usd', '[$€-407] #,##0'. '' for none. */
export function currencyIn(text: string): string {
  const code = CODE_WORD.exec(text)?.[1] ?? LAST_WORD.exec(text)?.[1];
  if (code !== undefined) return code.toUpperCase();
  let local = '';
  const plain = text.replace(FORMAT_SIGN, (_, sign: string, locale: string | undefined) => {
    if (/^(?:\$|kr\.?|¥)$/.test(sign) && locale !== undefined)
      local ||= own(BY_LOCALE, locale.toUpperCase()) ?? '';
    return ` ${sign} `;
  });
  return local || (SYMBOLS.find(([symbol]) => plain.includes(symbol))?.[1] ?? '');
}

/** An ISO 4217 code that this reader knows. */
export function isCurrencyCode(text: string): boolean {
  return CURRENCY_CODES.has(text);
}

/** The ISO code that a cell of a currency column says, by code or sign; '' for none. */
export function currencyCode(text: string): string {
  const code = text.toUpperCase();
  return isCurrencyCode(code) ? code : currencyIn(text);
}

/**
 * What a text proves about the decimal sign: '1.234,50' and '0,5' the comma, '1,234.50' and '12.5'
 * the point; null where either reading is possible ('1.234') or nothing is said.
 */
export function proveDecimal(text: string): Decimal | null {
  const digits = /\d[\d.,]*\d|\d/.exec(text)?.[0] ?? '';
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point < 0 && comma < 0) return null;
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const sign: Decimal = point >= 0 ? '.' : ',';
  const parts = digits.split(sign);
  if (parts.length > 2) return sign === '.' ? ',' : '.';
  return isGroup(parts[0] ?? '', parts[1] ?? '') ? null : sign;
}

/** Could the digits right of a single sign be a group of thousands? */
function isGroup(before: string, after: string): boolean {
  return after.length === 3 && before.length >= 1 && before.length <= 3 && !before.startsWith('0');
}

/**
 * A number from text: `$1,234.50`, `1.234,50 €`, `(1,200)`, `1.2M`, `12k`, `45 %`, `1 234`,
 * `CHF 1'200`. A percent keeps its points (45). `decimal` decides what is ambiguous ('1.234').
 * Null where the text is no number.
 */
export function parseNumber(text: string, decimal: Decimal): ParsedNumber | null {
  if (PLAIN.test(text) && (decimal === '.' || !text.includes('.')))
    return { value: Number(text), currency: '', percent: false };
  if (text.length > 40 || !/\d/.test(text)) return null;
  if (EXPONENT.test(text)) return finite(Number(text), '', false);
  let rest = text.trim();
  let signs = 0;
  const negate = (pattern: RegExp): void => {
    if (!pattern.test(rest)) return;
    rest = rest.replace(pattern, '$1').trim();
    signs++;
  };
  negate(/^\((.*)\)$/);
  negate(/^[-−–]\s*(.*)$/);
  let currency = '';
  const code = LEADING_CODE.exec(rest) ?? TRAILING_CODE.exec(rest);
  if (code !== null) {
    currency = (code[1] ?? '').toUpperCase();
    rest = rest.replace(code[0], '').trim();
  } else {
    const symbol = SYMBOLS.find(([mark]) => rest.startsWith(mark) || rest.endsWith(mark));
    if (symbol !== undefined) {
      currency = symbol[1];
      rest = rest.replace(symbol[0], '').trim();
    }
  }
  negate(/^\((.*)\)$/);
  negate(/^[-−–]\s*(.*)$/);
  negate(/^(.*\d)\s*[-−]$/);
  rest = rest.replace(/^\+/, '');
  const percent = /%$/.test(rest);
  if (percent) rest = rest.replace(/\s*%$/, '');
  const scale = SCALE.exec(rest);
  if (scale !== null) rest = rest.slice(0, scale.index);
  const digits = plainDigits(rest, decimal);
  if (digits === null || signs > 1) return null;
  const factor = scale === null ? 1 : (SCALES[(scale[1] ?? '').toLowerCase()] ?? 1);
  const sign = signs === 1 ? -1 : 1;
  return finite(sign * Number(digits) * factor, currency, percent);
}

function finite(value: number, currency: string, percent: boolean): ParsedNumber | null {
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? { value, currency, percent } : null;
}

/** Digits with grouping taken out and a decimal point, null where the grouping is none. */
function plainDigits(text: string, decimal: Decimal): string | null {
  let digits = text;
  if (/[\s'’]/u.test(digits)) {
    if (!/^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/u.test(digits)) return null;
    digits = digits.replace(/[\s'’]/gu, '');
    return digits.replace(',', '.');
  }
  if (!/^[\d.,]+$/.test(digits)) return null;
  const hasPoint = digits.includes('.');
  const hasComma = digits.includes(',');
  if (hasPoint && hasComma) {
    const mark: Decimal = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
    return ungroup(digits, mark);
  }
  if (!hasPoint && !hasComma) return digits;
  const sign: Decimal = hasPoint ? '.' : ',';
  const parts = digits.split(sign);
  if (parts.length > 2) return ungroup(digits, sign === '.' ? ',' : '.');
  if (isGroup(parts[0] ?? '', parts[1] ?? '') && sign !== decimal) return parts.join('');
  return digits.replace(',', '.');
}

/** Takes the grouping sign out where it stands in groups of three and not after the decimal sign. */
function ungroup(digits: string, decimal: Decimal): string | null {
  const pattern =
    decimal === '.' ? /^\d{1,3}(?:,\d{2,3})*(?:\.\d*)?$/ : /^\d{1,3}(?:\.\d{3})*(?:,\d*)?$/;
  if (!pattern.test(digits)) return null;
  return decimal === '.'
    ? digits.replaceAll(',', '')
    : digits.replaceAll('.', '').replace(',', '.');
}
