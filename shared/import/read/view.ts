import { plural } from '../amount.ts';
import { FIELDS, type FieldInfo } from '../fields.ts';
import type { FoundTable } from '../find/table.ts';
import { headerKey } from '../fingerprint.ts';
import type { IssueList, Place } from '../issues.ts';
import { headerWords, quote } from '../text.ts';
import type { ColumnMapping, LookupTable, TableMapping } from '../types.ts';
import { currencyCode, currencyIn, isCurrencyCode } from '../values/number.ts';
import { scaleRemark } from '../infer/scale.ts';
import { meaningOf, parseFlag } from '../values/words.ts';
import type { Lookup } from './lookups.ts';
import { isDaysBetween, readDates, readFigures, readTexts, type Figures } from './cells.ts';
import { daysBetween } from './days-between.ts';

/** A table under its mapping: columns by field (`holding:<column>` where several have one meaning), read once, every unreadable cell an issue. */
export interface TableView {
  readonly found: FoundTable;
  readonly mapping: TableMapping;
  readonly count: number;
  has(field: string): boolean;
  column(field: string): ColumnMapping | undefined;
  /** The column of this header, whatever it means. */
  columnCalled(header: string): ColumnMapping | undefined;
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

/** Opens a table for reading. Issues are added when a column is first read, and `onStep` is called. `lookups` finds the tables of codes. */
export function openTable(
  found: FoundTable,
  mapping: TableMapping,
  lookups: (table: LookupTable) => Lookup | null,
  issues: IssueList,
  onStep: () => void,
): TableView {
  const byField = new Map<string, ColumnMapping>();
  const infos = new Map<string, FieldInfo>(FIELDS[mapping.role].map((info) => [info.field, info]));
  for (const column of mapping.columns) {
    if (column.field === null) continue;
    const isMany = infos.get(column.field)?.many === true;
    const field = isMany ? `${column.field}:${String(column.column)}` : column.field;
    if (byField.has(field)) continue;
    byField.set(field, column);
    const info = isMany ? infos.get(column.field) : undefined;
    if (info !== undefined) infos.set(field, info);
  }
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
    onStep();
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
        (column) => {
          const read = readTexts(found, column, (index, text) => errorCell(index, field, text));
          if (column.transform !== 'lookup' || column.lookup === undefined) return read;
          return lookedUp(read, lookups(column.lookup), view.place(null, field), column, issues);
        },
        () => new Array<string>(found.rows.length).fill(''),
      ),
    figures: (field) =>
      once(
        figures,
        field,
        (column) => {
          if (isDaysBetween(column))
            return { values: daysBetween(view, column, issues), currencies: null };
          const kind = column.measure === 'amount' ? 'money' : (infos.get(field)?.kind ?? 'number');
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
    columnCalled: (header) =>
      mapping.columns.find((column) => headerKey(column.header) === headerKey(header)),
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

/** What the codes stand for; a code that the table doesn't have stands as it is, and is said. */
function lookedUp(
  codes: readonly string[],
  lookup: Lookup | null,
  place: Place,
  { header }: ColumnMapping,
  issues: IssueList,
): readonly string[] {
  if (lookup === null) {
    issues.add(
      'warning',
      'no-such-lookup',
      place,
      header,
      () =>
        `The table that says what the codes of ${quote(header)} stand for is not there: the codes stand as they are. Add it, or choose another one.`,
    );
    return codes;
  }
  const meanings = new Map<string, string>();
  const missing = new Map<string, number>();
  const texts = codes.map((code) => {
    if (code === '') return code;
    let meaning = meanings.get(code);
    if (meaning === undefined) {
      const found = lookup(code);
      if (found === undefined) missing.set(code, 0);
      meaning = found ?? code;
      meanings.set(code, meaning);
    }
    const rows = missing.get(code);
    if (rows !== undefined) missing.set(code, rows + 1);
    return meaning;
  });
  for (const [code, rows] of missing)
    issues.add(
      'warning',
      'unknown-code',
      place,
      code,
      () =>
        `${plural(rows, 'row')} of ${quote(header)} ${rows === 1 ? 'holds' : 'hold'} the code ${quote(code)}, which the table of codes doesn't have: the code stands as it is.`,
    );
  return texts;
}

/** The currency of each row: its own sign, else the code that the header names, else the row's currency column, else the header's sign. */
function withCurrency(read: Figures, view: TableView, column: ColumnMapping): Figures {
  const remark =
    column.reading?.divisor === undefined ? undefined : scaleRemark(view.found.remarks);
  const header = currencyIn(column.header) || currencyIn(remark?.text ?? '');
  // 'ARR (USD)' is in dollars whatever the row's own currency is; a mere '$' may stand for any.
  const namesCode = headerWords(column.header).some((word) => isCurrencyCode(word.toUpperCase()));
  const stated = view.has('currency') ? view.texts('currency') : null;
  if (header === '' && stated === null) return read;
  const currencies = Array.from(read.values, (_, index) => {
    const row = currencyCode(stated?.[index] ?? '');
    return read.currencies?.[index] || (namesCode ? header || row : row || header);
  });
  return { values: read.values, currencies };
}
