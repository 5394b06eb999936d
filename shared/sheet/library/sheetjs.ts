import * as codepages from 'xlsx/dist/cpexcel.full.mjs';
import { read, set_cptable, utils, type CellObject, type WorkBook, type WorkSheet } from 'xlsx';
import { GridBuilder, type Budget } from '../grid-builder.ts';
import type { Grid, SheetNote } from '../grid.ts';
import { formatMeaning, isDateSerial, serialToDays } from '../number-format.ts';
import { Refused } from '../refusal.ts';
import type { SheetOutline } from './outline.ts';

/** A workbook as the spreadsheet library reads it. */
export interface LibraryBook {
  readonly grids: readonly Grid[];
  readonly notes: readonly SheetNote[];
  readonly savedOn: string | undefined;
}

// Older .xls files are written in the code page of the machine they were made on.
set_cptable(codepages);

/**
 * Reads what has no reader of its own through the spreadsheet library. It holds everything in
 * memory at once and cannot be interrupted: callers check sizes before. Where an outline of the
 * file's own records is given, every sheet must come back with what stands there. Throws
 * `Refused`.
 */
export function readWithLibrary(
  file: string,
  bytes: Uint8Array,
  budget: Budget,
  outline?: readonly SheetOutline[],
): LibraryBook {
  const book = parsed(file, bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const grids: Grid[] = [];
  const notes: SheetNote[] = [];
  const listed = outline?.length ?? book.SheetNames.length;
  if (listed !== book.SheetNames.length) throw lost(file, `number ${book.SheetNames.length + 1}`);
  book.SheetNames.forEach((name, at) => {
    const sheet = book.Sheets[name];
    const kind = sheet?.['!type'];
    if (sheet === undefined || (kind !== undefined && kind !== 'sheet')) {
      if (sheet === undefined) throw lost(file, `"${name}"`);
      notes.push({
        code: 'no-rows',
        sheet: name,
        message: `Sheet "${name}" holds a ${kind === 'chart' ? 'chart' : 'macro or dialog'} and no rows.`,
      });
      return;
    }
    if (!holdsAll(sheet, outline?.[at])) throw lost(file, `"${name}"`);
    const hidden = book.Workbook?.Sheets?.[at]?.Hidden ?? 0;
    const { grid, unread } = toGrid(name, sheet, hidden, date1904, budget);
    grids.push(grid);
    if (unread > 0) notes.push(noteUnread(name, unread));
  });
  return { grids, notes, savedOn: savedOn(book) };
}

function parsed(file: string, bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      cellStyles: true,
      raw: true,
    });
  } catch (thrown) {
    throw refusalFor(file, thrown);
  }
}

function refusalFor(file: string, thrown: unknown): Refused {
  const message = thrown instanceof Error ? thrown.message : '';
  if (/password|encrypt/i.test(message)) {
    return new Refused(
      'password-protected',
      `${file} is password-protected: save it without a password.`,
    );
  }
  return new Refused(
    'damaged',
    `${file} is damaged or not a workbook: open it in the spreadsheet program and save it again as .xlsx.`,
  );
}

function lost(file: string, sheet: string): Refused {
  return new Refused(
    'damaged',
    `Sheet ${sheet} of ${file} could not be read completely: open the file in the spreadsheet program and save it again as .xlsx.`,
  );
}

function savedOn(book: WorkBook): string | undefined {
  const modified: unknown = book.Props?.ModifiedDate;
  if (typeof modified === 'string') return /^\d{4}-\d\d-\d\d/.exec(modified)?.[0];
  if (!(modified instanceof Date) || Number.isNaN(modified.getTime())) return undefined;
  return modified.toISOString().slice(0, 10);
}

/** Whether a sheet came back with all that its outline counts. */
function holdsAll(sheet: WorkSheet, expected: SheetOutline | undefined): boolean {
  let rows = 0;
  let cells = 0;
  sheet['!data']?.forEach((row: CellObject[] | undefined) => {
    let filled = 0;
    row?.forEach(({ t }) => {
      if (t !== 'z') filled++;
    });
    cells += filled;
    if (filled > 0) rows++;
  });
  return expected === undefined || (rows === expected.rows && cells === (expected.cells ?? cells));
}

function noteUnread(sheet: string, count: number): SheetNote {
  return {
    code: 'missing-text',
    sheet,
    message: `${count} cells of sheet "${sheet}" hold values that the file does not give: they are read as empty.`,
  };
}

const VISIBILITY = { 0: 'visible', 1: 'hidden', 2: 'veryHidden' } as const;

function toGrid(
  name: string,
  sheet: WorkSheet,
  hidden: 0 | 1 | 2,
  date1904: boolean,
  budget: Budget,
): { readonly grid: Grid; readonly unread: number } {
  const builder = new GridBuilder(name, budget);
  const formats = new Map<string, { index: number; date: boolean }>();
  const rows = sheet['!data'] ?? [];
  const meaningOf = (format: string): { index: number; date: boolean } => {
    const known = formats.get(format);
    if (known !== undefined) return known;
    const date = formatMeaning(format) === 'date';
    const made = { index: date ? 0 : builder.format(format), date };
    formats.set(format, made);
    return made;
  };
  let unread = 0;
  // Sparse arrays: forEach visits only what is there.
  rows.forEach((cells: CellObject[] | undefined, row) => {
    cells?.forEach((cell, column) => {
      if (!setCell(builder, row, column, cell, date1904, meaningOf)) unread++;
    });
  });
  sheet['!rows']?.forEach(({ hidden: isHidden }, row) => {
    if (isHidden === true) builder.hideRows(row);
  });
  sheet['!cols']?.forEach(({ hidden: isHidden }, column) => {
    if (isHidden === true) builder.hideColumns(column);
  });
  const filter = sheet['!autofilter']?.ref;
  const grid = builder.finish({
    visibility: VISIBILITY[hidden],
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => [s.r, s.c, e.r, e.c] as const),
    filterRange: filter === undefined ? undefined : rangeOf(filter),
  });
  return { grid, unread };
}

/** False where the cell has a kind but no value of it. */
function setCell(
  builder: GridBuilder,
  row: number,
  column: number,
  cell: CellObject,
  date1904: boolean,
  meaningOf: (format: string) => { index: number; date: boolean },
): boolean {
  const value: unknown = cell.v;
  switch (cell.t) {
    case 'n': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return false;
      const { index, date } = meaningOf(typeof cell.z === 'string' ? cell.z : 'General');
      if (date && isDateSerial(value)) builder.setDate(row, column, serialToDays(value, date1904));
      else builder.setNumber(row, column, value, index);
      return true;
    }
    case 'd':
      if (!(value instanceof Date) || Number.isNaN(value.getTime())) return false;
      builder.setDate(row, column, value.getTime() / 86_400_000);
      return true;
    case 'b':
      builder.setBoolean(row, column, value === true);
      return true;
    case 's':
      if (typeof value !== 'string') return false;
      builder.setText(row, column, value.replaceAll('\r\n', '\n'));
      return true;
    case 'e':
      builder.setError(
        row,
        column,
        typeof value === 'number' ? (ERRORS[value] ?? '#ERROR!') : '#ERROR!',
      );
      return true;
    case 'z':
      return true;
  }
}

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

function rangeOf(ref: string): Grid['filterRange'] {
  const { s, e } = utils.decode_range(ref);
  return [s.r, s.c, e.r, e.c];
}
