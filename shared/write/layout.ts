import type {
  Block,
  CellFormat,
  ColumnPlan,
  SheetPlan,
  TablePlan,
} from '../export/workbook-plan.ts';
import { DECIMALS } from '../units/figure-unit.ts';

/** Where every block of a sheet stands. Rows from 0; widths in characters, heights in points. */
export interface Layout {
  readonly widths: readonly number[];
  readonly placed: readonly PlacedBlock[];
  /** Height of rows that need more than one line. */
  readonly heights: ReadonlyMap<number, number>;
  readonly rows: number;
}
export interface PlacedBlock {
  readonly block: Block;
  /** First row: of a table its header. */
  readonly row: number;
  /** Text runs over columns 0 to this one. */
  readonly lastColumn: number;
}

const NARROWEST = 9;
const WIDEST = 40;
/** As wide as a line of text is read with ease. */
const TEXT_WIDTH = 110;
const LINE = 13.5;
/** Rows beyond which cells are not looked at one by one. */
const LOOKED_AT = 3_000;
/** Letters are narrower than the digits that widths are counted in. */
const PROSE = 1.08;
const LINES_OF_HEADER = 3;

/** Lays a sheet out: one set of columns for all its tables, text above and between them. */
export function layOut(sheet: SheetPlan): Layout {
  const widths = widthsOf(sheet);
  const lastColumn = lastColumnOf(widths);
  const textWidth = widths.slice(0, lastColumn + 1).reduce((sum, width) => sum + width, 0);
  const heights = new Map<number, number>();
  const placed: PlacedBlock[] = [];
  let row = 0;
  for (const block of sheet.blocks) {
    if (block.kind === 'heading' || block.kind === 'table') row += placed.length > 0 ? 1 : 0;
    placed.push({ block, row, lastColumn });
    if (block.kind === 'table') {
      heightsOf(block.table, row, widths, heights);
      row += block.table.rows + 1;
    } else {
      heights.set(row, heightOfText(block, textWidth));
      row += 1;
    }
  }
  return { widths, placed, heights, rows: row };
}

/** The format of one row of a column. */
export function formatAt({ format }: ColumnPlan, row: number): CellFormat {
  return Array.isArray(format) ? (format[row] ?? 'text') : (format as CellFormat);
}

function widthsOf(sheet: SheetPlan): readonly number[] {
  const widths: number[] = [];
  for (const block of sheet.blocks) {
    if (block.kind !== 'table') continue;
    block.table.columns.forEach((column, at) => {
      widths[at] = Math.max(widths[at] ?? NARROWEST, widthOf(column, block.table.rows));
    });
  }
  return widths.length === 0 ? [TEXT_WIDTH] : widths;
}

function widthOf(column: ColumnPlan, rows: number): number {
  const words = column.header.split(' ');
  const header = Math.max(
    ...words.map((word) => word.length + 4),
    Math.ceil(column.header.length / LINES_OF_HEADER) + 5,
  );
  let longest = header;
  const looked = Math.min(rows, LOOKED_AT);
  for (let row = 0; row < looked; row++) {
    const value = column.values[row];
    if (value === null || value === undefined) continue;
    longest = Math.max(longest, lengthOf(value, formatAt(column, row)));
  }
  return Math.min(Math.max(column.widest ?? WIDEST, header), longest);
}

/** Characters that a value takes, room for its sign included. */
function lengthOf(value: string | number, format: CellFormat): number {
  if (typeof value === 'string') return value.length + 2;
  if (!Number.isFinite(value) || format === 'text') return 0;
  const scaled = Math.abs(format.unit === 'share' ? value * 100 : value);
  const digits = Math.max(1, Math.ceil(Math.log10(scaled + 1)));
  const isMoney = format.unit.startsWith('money');
  const decimals = format.decimals ?? DECIMALS[format.unit];
  const point = decimals > 0 ? decimals + 1 : 0;
  return digits + Math.floor((digits - 1) / 3) + point + (isMoney ? 4 : 3);
}

function lastColumnOf(widths: readonly number[]): number {
  let sum = 0;
  const at = widths.findIndex((width) => (sum += width) >= TEXT_WIDTH);
  return at < 0 ? widths.length - 1 : at;
}

function heightOfText(block: Exclude<Block, { kind: 'table' }>, width: number): number {
  const size = { title: 1.7, finding: 1.25, heading: 1.25, text: 1 }[block.kind];
  return LINE * size * linesOf(block.text, width / size) + (block.kind === 'text' ? 3 : 8);
}

function heightsOf(
  { columns, rows }: TablePlan,
  first: number,
  widths: readonly number[],
  heights: Map<number, number>,
): void {
  const headerLines = Math.max(
    ...columns.map(({ header }, at) => linesOf(header, (widths[at] ?? WIDEST) * PROSE)),
  );
  heights.set(first, LINE * headerLines + 5);
  if (rows > LOOKED_AT) return;
  for (let row = 0; row < rows; row++) {
    const lines = Math.max(
      ...columns.map((column, at) => {
        const value = column.values[row];
        return typeof value === 'string' ? linesOf(value, (widths[at] ?? WIDEST) * PROSE) : 1;
      }),
    );
    if (lines > 1) heights.set(first + 1 + row, LINE * Math.min(lines, 12) + 2);
  }
}

/** Lines that a text takes when folded at words. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > width) {
        lines += 1;
        used = 0;
      }
      used += (used > 0 ? 1 : 0) + word.length;
      if (used > width) {
        lines += Math.ceil(used / width) - 1;
        used %= width;
      }
    }
  }
  return lines;
}
