import { KIND } from '../../sheet/grid.ts';
import { FIELDS, type FieldInfo } from '../fields.ts';
import type { FoundTable } from '../find/table.ts';
import type { IssueList, Place } from '../issues.ts';
import { cellText, isBlankWord, quote } from '../text.ts';
import type { ColumnMapping, TableMapping } from '../types.ts';
import { isoDate, parseDate, serialDate } from '../values/date.ts';
import { currencyIn, isCurrencyCode, parseNumber } from '../values/number.ts';
import { meaningOf, parseFlag, parseRag } from '../values/words.ts';

/** Figures of a column, one a row of the table; NaN where nothing readable stands. */
export interface Figures {
  readonly values: Float64Array;
  /** ISO code of each row where any cell, format, header or currency column says one; '' = not said. */
  readonly currencies: readonly string[] | null;
}

/** A table under its mapping: columns by field, read once, every unreadable cell an issue. */
export interface TableView {
  readonly found: FoundTable;
  readonly mapping: TableMapping;
  readonly count: number;
  has(field: string): boolean;
  column(field: string): ColumnMapping | undefined;
  /** Fields of this table that begin so, e.g. 'owner.'. */
  fields(prefix: string): readonly string[];
  /** Trimmed texts; '' where blank, an error, or the field has no column. */
  texts(field: string): readonly string[];
  figures(field: string): Figures;
  /** Days since 1970-01-01, NaN where none. */
  dates(field: string): Float64Array;
  /** 1 yes, 0 no, NaN neither. */
  flags(field: string): Float64Array;
  /** Each row's word as what it is taken for; null where it is blank or nothing tells. */
  meanings(field: string): readonly (string | null)[];
  place(index: number | null, field?: string): Place;
}

/** Opens a table for reading. Issues are added when a column is first read. */
export function openTable(found: FoundTable, mapping: TableMapping, issues: IssueList): TableView {
  const byField = new Map<string, ColumnMapping>();
  for (const column of mapping.columns)
    if (column.field !== null && !byField.has(column.field)) byField.set(column.field, column);
  const infos = new Map<string, FieldInfo>(FIELDS[mapping.role].map((info) => [info.field, info]));
  const texts = new Map<string, readonly string[]>();
  const figures = new Map<string, Figures>();
  const dates = new Map<string, Float64Array>();
  const place = (index: number | null, field?: string): Place => ({
    file: mapping.file,
    sheet: mapping.sheet,
    row: index === null ? null : (found.rows[index] ?? null),
    column: field === undefined ? null : (byField.get(field)?.column ?? null),
  });
  const unreadable = (index: number, field: string, text: string, wanted: string): void => {
    const label = infos.get(field)?.label ?? field;
    issues.add(
      'warning',
      `not-a-${wanted}`,
      place(index, field),
      text,
      () =>
        `${label}: ${quote(text)} is no ${wanted} and was left empty. Correct the cell or choose another column.`,
    );
  };
  const errorCell = (index: number, field: string, text: string): void => {
    issues.add(
      'warning',
      'error-cell',
      place(index, field),
      text,
      () =>
        `The cell holds the error ${text} and was left empty, not read as zero. Correct the formula and read the file again.`,
    );
  };
  const once = <T>(
    cache: Map<string, T>,
    field: string,
    read: (column: ColumnMapping) => T,
    none: () => T,
  ): T => {
    const known = cache.get(field);
    if (known !== undefined) return known;
    const column = byField.get(field);
    const value = column === undefined ? none() : read(column);
    cache.set(field, value);
    return value;
  };
  const view: TableView = {
    found,
    mapping,
    count: found.rows.length,
    has: (field) => byField.has(field),
    column: (field) => byField.get(field),
    fields: (prefix) => [...byField.keys()].filter((field) => field.startsWith(prefix)),
    place,
    texts: (field) =>
      once(
        texts,
        field,
        (column) => readTexts(found, column, (index, text) => errorCell(index, field, text)),
        () => new Array<string>(found.rows.length).fill(''),
      ),
    figures: (field) =>
      once(
        figures,
        field,
        (column) => {
          const kind = infos.get(field)?.kind ?? 'number';
          const read = readFigures(found, column, kind, {
            bad: (index, text) => unreadable(index, field, text, 'number'),
            error: (index, text) => errorCell(index, field, text),
          });
          return kind === 'money' ? withCurrency(read, view, column) : read;
        },
        () => ({ values: new Float64Array(found.rows.length).fill(NaN), currencies: null }),
      ),
    dates: (field) =>
      once(
        dates,
        field,
        (column) =>
          readDates(found, column, {
            bad: (index, text) => unreadable(index, field, text, 'date'),
            error: (index, text) => errorCell(index, field, text),
          }),
        () => new Float64Array(found.rows.length).fill(NaN),
      ),
    flags: (field) =>
      Float64Array.from(view.texts(field), (text) => {
        const flag = parseFlag(text);
        return flag === null ? NaN : Number(flag);
      }),
    meanings: (field) => {
      const chosen = new Map(
        byField.get(field)?.values?.map((value) => [value.text, value.meaning]),
      );
      const known = new Map<string, string | null>();
      return view.texts(field).map((text) => {
        if (text === '') return null;
        const before = known.get(text);
        if (before !== undefined) return before;
        const meaning = chosen.get(text) ?? meaningOf(`${mapping.role}.${field}`, text);
        known.set(text, meaning);
        return meaning;
      });
    },
  };
  return view;
}

type Report = (index: number, text: string) => void;
interface Reports {
  readonly bad: Report;
  readonly error: Report;
}

function readTexts(found: FoundTable, { column }: ColumnMapping, error: Report): readonly string[] {
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

/** Errors that a spreadsheet writes into exported text. */
function isErrorText(text: string): boolean {
  return (
    text.startsWith('#') &&
    /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|NV|WERT!|BEZUG!)$/i.test(text)
  );
}

function readFigures(
  found: FoundTable,
  mapping: ColumnMapping,
  kind: string,
  report: Reports,
): Figures {
  const { grid, rows } = found;
  const cells = grid.columns[mapping.column];
  const values = new Float64Array(rows.length).fill(NaN);
  const decimal = mapping.reading?.decimal ?? '.';
  const factor = (mapping.transform === 'times12' ? 12 : 1) / (mapping.reading?.divisor ?? 1);
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

/** The currency of each row: its own sign, else the row's currency column, else what the header says. */
function withCurrency(read: Figures, view: TableView, column: ColumnMapping): Figures {
  const header = currencyIn(column.header);
  const stated = view.has('currency') ? view.texts('currency') : null;
  if (header === '' && stated === null) return read;
  const currencies = Array.from(read.values, (_, index) => {
    const own = stated?.[index]?.toUpperCase() ?? '';
    const code = isCurrencyCode(own) ? own : currencyIn(own);
    return read.currencies?.[index] || code || header;
  });
  return { values: read.values, currencies };
}

function readDates(found: FoundTable, mapping: ColumnMapping, report: Reports): Float64Array {
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
