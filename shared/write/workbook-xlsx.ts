import { writeXlsx, type Cell, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import type {
  CellFormat,
  ColumnPlan,
  SheetPlan,
  TablePlan,
  WorkbookPlan,
} from '../export/workbook-plan.ts';
import { numberFormat } from './number-format.ts';
import { formatAt, layOut, type Layout, type PlacedBlock } from './layout.ts';
import { cellStyle, FONT, headerStyle, TEXT_STYLES, type CellLook } from './styles.ts';

/**
 * Rows from which a table's look is set by column, not by cell: what keeps a large book quick to
 * write. Estimates are then told by the plan's own column of them, not by italics.
 */
const LARGE = 3_000;
/** Characters of column width that a page of paper shows at a readable size. */
const PAGE_WIDTH = 250;
const LONGEST_TEXT = 32_767;

/**
 * A workbook plan as the bytes of an .xlsx file. Figures are numbers with formats; every text is a
 * string cell, whatever it begins with: nothing in the file is a formula. `madeAt` is the time told
 * as the file's own, since shared code has no clock.
 */
export async function writeWorkbook(plan: WorkbookPlan, madeAt: Date): Promise<Uint8Array> {
  return writeXlsx({
    sheets: plan.sheets.map((sheet) => writeSheet(sheet, plan)),
    defaultFont: FONT,
    properties: {
      title: asText(plan.title),
      creator: 'Handoff',
      created: madeAt,
      modified: madeAt,
    },
  });
}

function writeSheet(sheet: SheetPlan, { title, currency }: WorkbookPlan): WriteSheet {
  const layout = layOut(sheet);
  const rows: CellValue[][] = Array.from({ length: layout.rows }, () => []);
  const cells = new Map<string, Partial<Cell>>();
  const merges: WriteSheet['merges'] = [];
  const styles = new StyleCache(currency);
  const large = sheet.blocks.find((block) => block.kind === 'table' && block.table.rows > LARGE);
  const largeColumns = large?.kind === 'table' ? large.table.columns : [];
  for (const { block, row, lastColumn } of layout.placed) {
    if (block.kind === 'table') {
      writeTable(block.table, row, { rows, cells, styles, byColumn: block === large });
      continue;
    }
    rows[row] = [asText(block.text)];
    cells.set(`${row},0`, { style: TEXT_STYLES[block.kind] });
    if (lastColumn > 0)
      merges.push({ startRow: row, startCol: 0, endRow: row, endCol: lastColumn });
  }
  const filter = filterRange(layout);
  const header = headerRow(layout);
  const pages = Math.ceil(layout.widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH);
  return {
    name: sheet.name,
    rows,
    cells,
    merges,
    columns: layout.widths.map((width, at) => {
      const format = largeColumns[at] && formatAt(largeColumns[at], 0);
      // No more than the number format: the library looks at every part of a look again for each cell.
      return format === undefined || format === 'text'
        ? { width }
        : { width, numFmt: numberFormat(format, currency) };
    }),
    rowDefs: new Map([...layout.heights].map(([row, height]) => [row, { height }])),
    freezePane: {
      columns: sheet.frozen.columns,
      ...(sheet.frozen.header && header !== null ? { rows: header + 1 } : {}),
    },
    ...(filter === null ? {} : { autoFilter: { range: filter } }),
    view: {
      showGridLines: false,
      ...(sheet.colour === null
        ? {}
        : { tabColor: { rgb: sheet.colour.replace('#', '').toUpperCase() } }),
    },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pages,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(sheet.frozen.header && header !== null
        ? { printTitlesRow: `$${header + 1}:$${header + 1}` }
        : {}),
      ...(pages > 1 && sheet.frozen.columns > 0
        ? { printTitlesColumn: `$A:$${columnName(sheet.frozen.columns - 1)}` }
        : {}),
    },
    headerFooter: {
      oddFooter: `&L${inFooter(title)}&C${inFooter(sheet.name)}&R&P / &N`,
    },
  };
}

interface Target {
  readonly rows: CellValue[][];
  readonly cells: Map<string, Partial<Cell>>;
  readonly styles: StyleCache;
  /** The look of plain cells is the column's. */
  readonly byColumn: boolean;
}

function writeTable(
  { columns, rows: count, tones }: TablePlan,
  first: number,
  target: Target,
): void {
  target.rows[first] = columns.map(({ header }) => asText(header));
  const numeric = columns.map((column) => isNumeric(column, count));
  columns.forEach(({ colour }, at) => {
    target.cells.set(`${first},${at}`, { style: headerStyle(numeric[at] === true, colour) });
  });
  for (let row = 0; row < count; row++) {
    const tone = tones?.[row] ?? 'plain';
    target.rows[first + 1 + row] = columns.map((column, at) => {
      const value = asCell(column.values[row]);
      const isEstimated = !target.byColumn && column.estimated?.[row] === 1;
      const isColumns = target.byColumn && !isLikeError(value);
      if (tone === 'plain' && !isEstimated && (isColumns || value === null)) return value;
      const look = {
        tone,
        isEstimated,
        wraps: !target.byColumn,
        amongFigures: numeric[at] === true,
      };
      target.cells.set(`${first + 1 + row},${at}`, {
        style: target.styles.of(formatAt(column, row), look),
        ...(isLikeError(value) ? { richText: [{ text: value, font: FONT }] } : {}),
      });
      return value;
    });
  }
}

/** One object a look: the same look need not be described to the library twice. */
class StyleCache {
  private readonly known = new Map<string, CellStyle>();

  constructor(private readonly currency: string) {}

  of(format: CellFormat, look: CellLook): CellStyle {
    const key = JSON.stringify([format, look]);
    let style = this.known.get(key);
    if (style === undefined) {
      style = cellStyle(format, look, this.currency);
      this.known.set(key, style);
    }
    return style;
  }
}

/** Right-aligned headers stand over figures. */
function isNumeric(column: ColumnPlan, rows: number): boolean {
  for (let row = 0; row < Math.min(rows, 50); row++)
    if (formatAt(column, row) !== 'text') return true;
  return false;
}

function asCell(value: string | number | null | undefined): CellValue {
  if (typeof value === 'string') return value === '' ? null : asText(value);
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return value === 0 ? 0 : value;
}

/**
 * Text as a cell can hold it: no lone halves of characters, at most 32,767 characters, and what looks
 * like the format's own escape (_x0041_) escaped itself.
 */
function asText(text: string): string {
  const whole = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
  return whole.length > LONGEST_TEXT ? `${whole.slice(0, LONGEST_TEXT - 1)}…` : whole;
}

/** The library takes the text "#N/A" for the error of that name; as a run of rich text it stays text. */
function isLikeError(value: CellValue): value is string {
  return typeof value === 'string' && value.startsWith('#');
}

/** In headers and footers "&" starts a command. */
function inFooter(text: string): string {
  return asText(text).replaceAll('&', '&&').slice(0, 80);
}

function headerRow({ placed }: Layout): number | null {
  return placed.find(({ block }) => block.kind === 'table')?.row ?? null;
}

function filterRange({ placed }: Layout): string | null {
  const filtered = placed.find(({ block }) => block.kind === 'table' && block.table.filter);
  return filtered === undefined ? null : rangeOf(filtered);
}

function rangeOf({ block, row }: PlacedBlock): string | null {
  if (block.kind !== 'table' || block.table.rows === 0) return null;
  const last = columnName(block.table.columns.length - 1);
  return `A${row + 1}:${last}${row + 1 + block.table.rows}`;
}

/** 'A' for 0, 'AA' for 26. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
