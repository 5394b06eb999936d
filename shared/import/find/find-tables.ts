import { KIND, type Grid, type SheetFile } from '../../sheet/grid.ts';
import { isKnownHeader } from '../infer/vocabulary.ts';
import { cellText, headerWords } from '../text.ts';
import { proveDate } from '../values/date.ts';
import { parseNumber } from '../values/number.ts';
import { splitColumns } from './columns.ts';
import { fillGroups, fillMerges } from './fill-down.ts';
import { rowShape, type RowShape } from './row-shape.ts';
import type { FoundTable } from './table.ts';
import { tableRows } from './table-rows.ts';

/** How many rows with content are looked at for the headers of one table. */
const LOOK_AT = 60;
/** Beyond this many tables a sheet is a form or a report, not a source. */
const MOST_TABLES = 40;

/**
 * Every table of a sheet, from the top: title rows and notes above, beside and below are left out,
 * one or two rows of headers are found, several tables on one sheet are told apart. `headerRow`
 * where the user said which row it is.
 */
export function findTables(source: SheetFile, grid: Grid, headerRow?: number): FoundTable[] {
  const shape = rowShape(grid);
  const tables: FoundTable[] = [];
  let from = headerRow ?? 0;
  while (from < grid.rows && tables.length < MOST_TABLES) {
    const header =
      headerRow !== undefined && tables.length === 0 ? headerRow : findHeader(grid, shape, from);
    if (header === null) break;
    const lower = isSecondHeaderRow(grid, shape, header) ? header + 1 : header;
    const upper = lower > header ? header : upperHeaderRow(grid, shape, lower, from);
    const end = headerRow !== undefined ? grid.rows : tableEnd(grid, shape, lower);
    for (const columns of splitColumns(grid, { upper, lower, end })) {
      const merged = fillMerges(grid, lower, columns);
      const counts = merged.filled.length === 0 ? shape : rowShape(merged.grid);
      const body = tableRows(merged.grid, counts, columns, lower + 1, end);
      const grouped = fillGroups(merged.grid, columns, body.rows, body.totals);
      tables.push({
        source,
        grid: grouped.grid,
        headerRow: lower,
        headerRows: upper === null ? 1 : 2,
        columns,
        filledDown: [...merged.filled, ...grouped.filled],
        remarks: [
          ...titles(grid, shape, from, upper ?? lower),
          ...body.noteRows.map((row) => rowText(grid, row)),
        ],
        ...body,
      });
    }
    if (headerRow !== undefined) break;
    from = Math.max(end, lower + 1);
  }
  return tables;
}

/** What stands above the headers: rows of one or two texts. */
function titles(grid: Grid, shape: RowShape, from: number, header: number): string[] {
  const texts: string[] = [];
  for (let row = Math.max(from, header - LOOK_AT); row < header; row++)
    if ((shape.texts[row] ?? 0) > 0 && (shape.filled[row] ?? 0) <= 2)
      texts.push(rowText(grid, row));
  return texts;
}

function rowText(grid: Grid, row: number): string {
  return headerCells(grid, row)
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 200);
}

/** The most header-like row among the next rows with content; null where none is one. */
function findHeader(grid: Grid, shape: RowShape, from: number): number | null {
  let best: { row: number; score: number } | null = null;
  let seen = 0;
  for (let row = from; row < grid.rows && seen < LOOK_AT; row++) {
    if ((shape.filled[row] ?? 0) === 0) continue;
    seen++;
    const score = headerLikeness(grid, shape, row);
    if (score > (best?.score ?? 0)) best = { row, score };
    // A row that names several known things is the header; values further down don't compete.
    if (best !== null && best.score >= 9 && seen > 3) break;
  }
  return best?.row ?? null;
}

/** Above 0 for a row that could be a header: short, different texts, known names, other kinds of values below. */
function headerLikeness(grid: Grid, shape: RowShape, row: number): number {
  const filled = shape.filled[row] ?? 0;
  const texts = shape.texts[row] ?? 0;
  if (texts === 0) return 0;
  const cells = headerCells(grid, row);
  const years = texts === filled ? 0 : cells.filter((cell) => isYear(grid, row, cell)).length;
  if (texts + years < 0.6 * filled) return 0;
  const words = cells.map(({ text }) => headerWords(text));
  const known = words.filter(isKnownHeader).length;
  if (filled < 2 && known === 0) return 0;
  const distinct = new Set(cells.map(({ text }) => text.toLowerCase())).size;
  const values = cells.filter(({ text }) => looksLikeValue(text)).length;
  const long = cells.filter(({ text }) => text.length > 60).length;
  const below = nextRow(shape, row);
  const contrast =
    below === null ? 0 : cells.filter(({ column }) => !isPlainText(grid, below, column)).length;
  const score =
    3 * known +
    0.4 * Math.min(filled, 12) +
    0.6 * Math.min(contrast, 8) -
    2 * (cells.length - distinct) -
    2.5 * values -
    2 * long;
  return filled === 1 ? Math.min(score, 2) : score;
}

interface HeaderCell {
  readonly column: number;
  readonly text: string;
}
function headerCells(grid: Grid, row: number): HeaderCell[] {
  return grid.columns.flatMap((_, column) => {
    const text = cellText(grid, row, column);
    return text === '' ? [] : [{ column, text }];
  });
}

/** A column may be named by its year, typed as a number. */
function isYear(grid: Grid, row: number, { column, text }: HeaderCell): boolean {
  return grid.columns[column]?.kinds[row] === KIND.number && YEAR.test(text);
}

const YEAR = /^(?:fy ?)?(?:19|20)\d\d$/i;

function looksLikeValue(text: string): boolean {
  if (YEAR.test(text)) return false;
  return parseNumber(text, '.') !== null || proveDate(text) !== 'none' || text.includes('@');
}

function isPlainText(grid: Grid, row: number, column: number): boolean {
  const kind = grid.columns[column]?.kinds[row] ?? KIND.empty;
  return kind === KIND.text && !looksLikeValue(cellText(grid, row, column));
}

function nextRow(shape: RowShape, row: number): number | null {
  for (let below = row + 1; below < Math.min(row + 4, shape.filled.length); below++)
    if ((shape.filled[below] ?? 0) > 0) return below;
  return null;
}

/** A row of names right under a row of group names: header row and this one are two rows of headers. */
function isSecondHeaderRow(grid: Grid, shape: RowShape, row: number): boolean {
  const below = row + 1;
  if ((shape.texts[below] ?? 0) < 2 || shape.texts[below] !== shape.filled[below]) return false;
  const spans = grid.merges.filter(([first, , last]) => first === row && last <= below);
  const cells = headerCells(grid, below);
  if (cells.some(({ text }) => looksLikeValue(text))) return false;
  const knownBelow = cells.filter(({ text }) => isKnownHeader(headerWords(text))).length;
  const fillsGaps = cells.some(({ column }) => cellText(grid, row, column) === '');
  return (spans.length > 0 && fillsGaps) || (fillsGaps && knownBelow >= 2);
}

/** The row of group names above the headers, null where what stands above is a title or nothing. */
function upperHeaderRow(grid: Grid, shape: RowShape, lower: number, from: number): number | null {
  const upper = lower - 1;
  if (upper < from || (shape.filled[upper] ?? 0) === 0) return null;
  if (shape.texts[upper] !== shape.filled[upper]) return null;
  const cells = headerCells(grid, upper);
  if (cells.some(({ text }) => looksLikeValue(text) || text.length > 60)) return null;
  const width = shape.filled[lower] ?? 0;
  const spans = grid.merges.filter(
    ([first, left, last, right]) =>
      first === upper && last === upper && right > left && right - left + 1 < width,
  );
  const covers = cells.every(({ column }) => column >= firstFilled(grid, lower));
  return spans.length > 0 || (cells.length >= 2 && cells.length < width && covers) ? upper : null;
}

function firstFilled(grid: Grid, row: number): number {
  return headerCells(grid, row)[0]?.column ?? 0;
}

/** The row after the table: the next table's first row after a blank one, or the end of the sheet. */
function tableEnd(grid: Grid, shape: RowShape, header: number): number {
  const own = new Set(headerCells(grid, header).map(({ text }) => text.toLowerCase()));
  for (let row = header + 1; row < grid.rows; row++) {
    const afterBlank = row > header + 1 && (shape.filled[row - 1] ?? 0) === 0;
    const filled = shape.filled[row] ?? 0;
    if (filled === 0 || !(afterBlank || isTitleBefore(shape, row, header))) continue;
    if (filled !== shape.texts[row] || filled < 2) continue;
    const cells = headerCells(grid, row);
    const repeats = cells.filter(({ text }) => own.has(text.toLowerCase())).length;
    if (repeats === cells.length && cells.length === own.size) continue;
    const known = cells.filter(({ text }) => isKnownHeader(headerWords(text))).length;
    if (known >= 2 && known >= 0.4 * cells.length) return row;
  }
  return grid.rows;
}

/** Is the row before this one a lone title after a blank row? */
function isTitleBefore(shape: RowShape, row: number, header: number): boolean {
  return (
    row - 2 > header && (shape.filled[row - 1] ?? 0) === 1 && (shape.filled[row - 2] ?? 0) === 0
  );
}
