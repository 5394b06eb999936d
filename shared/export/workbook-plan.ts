import type { FigureUnit } from '../units/figure-unit.ts';

/** A workbook as data: what stands where, what it is measured in and how it is marked; no file format. */
export interface WorkbookPlan {
  readonly title: string;
  /** ISO 4217; '' where it is not known. Every figure in money is in it. */
  readonly currency: string;
  readonly sheets: readonly SheetPlan[];
}

export interface SheetPlan {
  /** Unique in the workbook and allowed as a sheet's name. */
  readonly name: string;
  /** Colour of the tab, sRGB hex; null = none. */
  readonly colour: string | null;
  readonly blocks: readonly Block[];
  /** What stays in view: so many columns, and everything down to the first table's header. */
  readonly frozen: { readonly columns: number; readonly header: boolean };
}

/** A sheet from top to bottom. */
export type Block =
  | { readonly kind: 'title' | 'finding' | 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly table: TablePlan };

export interface TablePlan {
  readonly columns: readonly ColumnPlan[];
  readonly rows: number;
  /** How each row is marked; absent = all plain. */
  readonly tones?: readonly Tone[] | undefined;
  /** Whether the rows can be filtered and sorted by the reader. */
  readonly filter: boolean;
}

/** `group`: a row that only names the rows after it. `total`: the sum of the rows above. `changed`: differs from its default. */
export type Tone = 'plain' | 'group' | 'total' | 'changed';

export interface ColumnPlan {
  /** With the unit, unless each row says its own. */
  readonly header: string;
  readonly values: Float64Array | readonly CellValue[];
  readonly format: CellFormat | readonly CellFormat[];
  /** 1 where the value was filled in rather than read: shown in italics. */
  readonly estimated?: Uint8Array | undefined;
  /** Colour of the header, sRGB hex: the model's. */
  readonly colour?: string | undefined;
  /** Widest the column may get, in characters; longer text wraps. */
  readonly widest?: number | undefined;
}

/** Text from the book is only ever text. Null and NaN are empty cells. */
export type CellValue = string | number | null;
export type CellFormat = 'text' | FigureFormat;
export interface FigureFormat {
  readonly unit: FigureUnit;
  /** Digits after the point; absent = those usual for the unit. */
  readonly decimals?: number | undefined;
  /** No thousands separators: a year. */
  readonly plain?: boolean | undefined;
}

/** A column of a table made from records. */
export function columnOf<T>(
  records: readonly T[],
  header: string,
  read: (record: T) => CellValue,
  format: CellFormat | ((record: T) => CellFormat) = 'text',
  rest: Pick<ColumnPlan, 'colour' | 'widest'> = {},
): ColumnPlan {
  return {
    header,
    values: records.map(read),
    format: typeof format === 'function' ? records.map(format) : format,
    ...rest,
  };
}

/** A table block. */
export function tableBlock(
  columns: readonly ColumnPlan[],
  rest: { readonly tones?: readonly Tone[] | undefined; readonly filter?: boolean } = {},
): Block {
  const rows = columns[0]?.values.length ?? 0;
  return {
    kind: 'table',
    table: { columns, rows, tones: rest.tones, filter: rest.filter ?? false },
  };
}

/** Money a year as the headers say it: "USD a year". */
export function moneyUnit(currency: string): string {
  return currency === '' ? 'money a year' : `${currency} a year`;
}

const FORBIDDEN = /[[\]:*?/\\\p{Cc}]/gu;
const LONGEST = 31;

/** Names for sheets, in the order asked: allowed characters, at most 31 of them, no two alike. */
export function sheetNames(): (wanted: string, suffix?: string) => string {
  const taken = new Set(['history']);
  const clean = (text: string): string =>
    text
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
  return (wanted, suffix = '') => {
    const end = suffix === '' ? '' : ` · ${clean(suffix)}`;
    for (let number = 1; ; number++) {
      const counter = number === 1 ? '' : ` ${String(number)}`;
      const tail = cut(end, LONGEST - 12) + counter;
      const name = `${cut(clean(wanted) || 'Sheet', LONGEST - tail.length)}${tail}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
