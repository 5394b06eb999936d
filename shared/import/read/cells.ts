import { KIND } from '../../sheet/grid.ts';
import type { FoundTable } from '../find/table.ts';
import { cellText, isBlankWord, isErrorText } from '../text.ts';
import type { ColumnMapping } from '../types.ts';
import { isoDate, parseDate, parseMonth, serialDate } from '../values/date.ts';
import { currencyIn, parseNumber } from '../values/number.ts';
import { parseRag } from '../values/words.ts';

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

/** Figures as the mapping reads them: decimals, scale, parts of a year; with the currency that a cell says. */
export function readFigures(
  found: FoundTable,
  mapping: ColumnMapping,
  kind: string,
  report: Reports,
): Figures {
  const { grid, rows } = found;
  const cells = grid.columns[mapping.column];
  const values = new Float64Array(rows.length).fill(NaN);
  const decimal = mapping.reading?.decimal ?? '.';
  const factor = factorOf(mapping);
  const formatCurrency = grid.formats.map((format) => currencyIn(format));
  const formatPercent = grid.formats.map((format) => format.includes('%'));
  let currencies: string[] | null = null;
  const parsed = new Map<number, { value: number; currency: string } | null>();
  const say = (index: number, currency: string): void => {
    if (currency === '') return;
    currencies ??= new Array<string>(rows.length).fill('');
    currencies[index] = currency;
  };
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const value = cells?.values[row] ?? NaN;
    switch (cells?.kinds[row]) {
      case KIND.number: {
        const format = cells.formats?.[row] ?? 0;
        const points = kind === 'health' && formatPercent[format] === true ? 100 : 1;
        const shares = kind === 'share' && formatPercent[format] === true ? 1 : factor;
        values[index] = value * points * shares;
        say(index, formatCurrency[format] ?? '');
        break;
      }
      case KIND.text: {
        let known = parsed.get(value);
        const text = grid.strings[value]?.trim() ?? '';
        if (known === undefined) {
          const number = parseNumber(text, decimal);
          const rag = kind === 'health' && number === null ? parseRag(text) : NaN;
          if (number !== null) {
            const scaled =
              number.percent && kind === 'share'
                ? number.value / 100
                : number.percent
                  ? number.value
                  : number.value * factor;
            known = { value: scaled, currency: number.currency };
          } else known = Number.isNaN(rag) ? null : { value: rag, currency: '' };
          parsed.set(value, known);
        }
        if (known !== null) {
          values[index] = known.value;
          say(index, known.currency);
        } else if (isErrorText(text)) report.error(index, text);
        else if (!isBlankWord(text)) report.bad(index, text);
        break;
      }
      case KIND.error:
        report.error(index, cellText(grid, row, mapping.column));
        break;
      case KIND.boolean:
      case KIND.date:
        report.bad(index, cellText(grid, row, mapping.column));
        break;
      default:
        break;
    }
  }
  return { values, currencies };
}

/** Days since 1970-01-01, NaN where none. */
export function readDates(
  found: FoundTable,
  mapping: ColumnMapping,
  report: Reports,
): Float64Array {
  const { grid, rows } = found;
  const cells = grid.columns[mapping.column];
  const out = new Float64Array(rows.length).fill(NaN);
  const dayFirst = mapping.reading?.dayFirst ?? false;
  const parsed = new Map<number, number>();
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const value = cells?.values[row] ?? NaN;
    switch (cells?.kinds[row]) {
      case KIND.date:
        out[index] = isoDate(value) === '' ? NaN : Math.floor(value);
        break;
      case KIND.number: {
        const days = Math.floor(serialDate(value));
        const compact = Number.isNaN(days) ? parseDate(String(value), dayFirst) : days;
        if (Number.isNaN(compact)) report.bad(index, String(value));
        out[index] = compact;
        break;
      }
      case KIND.text: {
        const text = grid.strings[value]?.trim() ?? '';
        let days = parsed.get(value);
        if (days === undefined) {
          days = parseDate(text, dayFirst);
          if (Number.isNaN(days)) days = parseMonth(text);
          if (Number.isNaN(days) && /^\d{5}(?:\.\d+)?$/.test(text))
            days = Math.floor(serialDate(Number(text)));
          parsed.set(value, days);
        }
        out[index] = days;
        if (!Number.isNaN(days)) break;
        if (isErrorText(text)) report.error(index, text);
        else if (!isBlankWord(text)) report.bad(index, text);
        break;
      }
      case KIND.error:
        report.error(index, cellText(grid, row, mapping.column));
        break;
      case KIND.boolean:
        report.bad(index, cellText(grid, row, mapping.column));
        break;
      default:
        break;
    }
  }
  return out;
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
