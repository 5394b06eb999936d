import { KIND } from '../../sheet/grid.ts';
import type { FoundTable } from '../find/table.ts';
import { cellText, isBlankWord, isErrorText } from '../text.ts';
import type { ColumnMapping } from '../types.ts';
import { isoDate, parseDate, parsePeriod, serialDate } from '../values/date.ts';
import { currencyIn, parseNumber } from '../values/number.ts';
import { parseHealthWord } from '../values/words.ts';

/** Figures of a column, one a row of the table; NaN where nothing readable stands. */
export interface Figures {
  readonly values: Float64Array;
  /** ISO code of each row where any cell, format, header or currency column says one; '' = not said. */
  readonly currencies: readonly string[] | null;
}

type Report = (index: number, text: string) => void;
interface Reports {
  readonly bad: Report;
  readonly error: Report;
}

/** Trimmed texts; '' where blank or an error. */
export function readTexts(
  found: FoundTable,
  { column }: ColumnMapping,
  error: Report,
): readonly string[] {
  const { grid, rows } = found;
  const cells = grid.columns[column];
  const out = new Array<string>(rows.length);
  const trimmed = new Map<number, string>();
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const kind = cells?.kinds[row] ?? KIND.empty;
    out[index] = '';
    if (kind === KIND.empty) continue;
    if (kind === KIND.text) {
      const at = cells?.values[row] ?? -1;
      let text = trimmed.get(at);
      if (text === undefined) {
        text = (grid.strings[at] ?? '').trim();
        if (isBlankWord(text)) text = '';
        trimmed.set(at, text);
      }
      if (isErrorText(text)) error(index, text);
      else out[index] = text;
    } else if (kind === KIND.error) error(index, cellText(grid, row, column));
    else out[index] = cellText(grid, row, column);
  }
  return out;
}

/** How the cells of a column become numbers; NaN where one is none. */
interface CellReader {
  number(value: number, format: number): number;
  /** Asked once of each distinct text; `at` is its place among the grid's. */
  text(text: string, at: number): number;
  date(days: number): number;
}

/** A number a row of the table; NaN where the cell is empty, or is none of what is wanted, which is reported. */
function readNumbers(
  { grid, rows }: FoundTable,
  column: number,
  reader: CellReader,
  report: Reports,
): Float64Array {
  const cells = grid.columns[column];
  const out = new Float64Array(rows.length).fill(NaN);
  const known = new Map<number, number>();
  const ofText = (at: number, text: string): number => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const number = reader.text(text, at);
    known.set(at, number);
    return number;
  };
  const numberOf = (kind: number, row: number, value: number): number => {
    switch (kind) {
      case KIND.number:
        return reader.number(value, cells?.formats?.[row] ?? 0);
      case KIND.date:
        return reader.date(value);
      case KIND.text:
        return ofText(value, grid.strings[value]?.trim() ?? '');
      default:
        return NaN;
    }
  };
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const kind = cells?.kinds[row] ?? KIND.empty;
    if (kind === KIND.empty) continue;
    const number = numberOf(kind, row, cells?.values[row] ?? NaN);
    out[index] = number;
    if (!Number.isNaN(number)) continue;
    const text = cellText(grid, row, column);
    if (kind === KIND.error || isErrorText(text)) report.error(index, text);
    else if (kind !== KIND.text || !isBlankWord(text)) report.bad(index, text);
  }
  return out;
}

/** Figures as the mapping reads them: decimals, scale, parts of a year; with the currency that a cell says. */
export function readFigures(
  found: FoundTable,
  mapping: ColumnMapping,
  kind: string,
  report: Reports,
): Figures {
  const decimal = mapping.reading?.decimal ?? '.';
  const factor = factorOf(mapping);
  const isOpposite = mapping.transform === 'complement';
  const whole = kind === 'share' ? 1 : kind === 'health' ? 100 : NaN;
  const opposite = (value: number): number => (isOpposite ? rounded(whole - value) : value);
  const isPercent = found.grid.formats.map((format) => format.includes('%'));
  const currencyOfText = new Map<number, string>();
  const reader: CellReader = {
    number: (value, format) => {
      if (isPercent[format] !== true) return opposite(value * factor);
      if (kind === 'health') return opposite(value * factor * 100);
      return opposite(kind === 'share' ? value : value * factor);
    },
    text: (text, at) => {
      const parsed = parseNumber(text, decimal);
      if (parsed === null) return kind === 'health' ? parseHealthWord(text, isOpposite) : NaN;
      if (parsed.currency !== '') currencyOfText.set(at, parsed.currency);
      if (!parsed.percent) return opposite(parsed.value * factor);
      return opposite(kind === 'share' ? parsed.value / 100 : parsed.value);
    },
    date: () => NaN,
  };
  const values = readNumbers(found, mapping.column, reader, report);
  return { values, currencies: currenciesOf(found, mapping.column, currencyOfText) };
}

/** Without what binary fractions leave over: 1 − 0.9 is 0.1. */
function rounded(share: number): number {
  return Math.round(share * 1e12) / 1e12;
}

/** The currency that each cell says, by its format or its text; null where none says any. */
function currenciesOf(
  { grid, rows }: FoundTable,
  column: number,
  ofText: ReadonlyMap<number, string>,
): readonly string[] | null {
  const ofFormat = grid.formats.map((format) => currencyIn(format));
  if (ofText.size === 0 && ofFormat.every((currency) => currency === '')) return null;
  const cells = grid.columns[column];
  const currencies = Array.from(rows, (row) => {
    if (cells?.kinds[row] === KIND.number) return ofFormat[cells.formats?.[row] ?? 0] ?? '';
    return cells?.kinds[row] === KIND.text ? (ofText.get(cells.values[row] ?? -1) ?? '') : '';
  });
  return currencies.every((currency) => currency === '') ? null : currencies;
}

/** Fields by which something ends: in a month or quarter without a day that is its last one. */
const ENDS = new Set(['renewalDate', 'endDate']);

/** Days since 1970-01-01, NaN where none. */
export function readDates(
  found: FoundTable,
  mapping: ColumnMapping,
  report: Reports,
): Float64Array {
  const dayFirst = mapping.reading?.dayFirst ?? false;
  const reader: CellReader = {
    number: (value) => {
      const days = Math.floor(serialDate(value));
      return Number.isNaN(days) ? parseDate(String(value), dayFirst) : days;
    },
    text: (text) => {
      const days = parseDate(text, dayFirst);
      if (!Number.isNaN(days)) return days;
      if (/^\d{5}(?:\.\d+)?$/.test(text)) return Math.floor(serialDate(Number(text)));
      return parsePeriod(text, ENDS.has(mapping.field ?? '') ? 'last' : 'first');
    },
    date: (days) => (isoDate(days) === '' ? NaN : Math.floor(days)),
  };
  return readNumbers(found, mapping.column, reader, report);
}

/** Does the column, with another one, tell days? Only a sales cycle is told so. */
export function isDaysBetween({ field, transform }: ColumnMapping): boolean {
  return field === 'cycleDays' && transform === 'daysBetween';
}

/** What a figure of the column is multiplied by to be the field's: parts of a year, thousands, percent points. */
export function factorOf({ transform, reading }: ColumnMapping): number {
  const parts = transform === 'times12' ? 12 : transform === 'times4' ? 4 : 1;
  return parts / (reading?.divisor ?? 1);
}
