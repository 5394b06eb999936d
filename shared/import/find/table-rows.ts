import { KIND, cellAt, type Grid } from '../../sheet/grid.ts';
import { cellText } from '../text.ts';
import { parseNumber } from '../values/number.ts';
import { aggregateLabel, aggregateOf, type Aggregate } from './aggregates.ts';
import { isFilled, type RowShape } from './row-shape.ts';
import type { FoundColumn, TotalRow } from './table.ts';
import { totalLabel } from './totals.ts';

interface TableBody {
  readonly rows: Int32Array;
  readonly totals: readonly TotalRow[];
  readonly noteRows: readonly number[];
  readonly aggregateRows: readonly number[];
  readonly hiddenRows: number;
  readonly lastRow: number;
}

/** Sorts the rows below the headers: data, totals and other aggregates, notes, repeated headers. */
export function tableRows(
  grid: Grid,
  shape: RowShape,
  columns: readonly FoundColumn[],
  first: number,
  end: number,
): TableBody {
  const whole = columns.length >= grid.columns.length;
  const counts = (row: number): { filled: number; texts: number } =>
    whole
      ? { filled: shape.filled[row] ?? 0, texts: shape.texts[row] ?? 0 }
      : countCells(grid, row, columns);
  const typical = typicalCounts(grid, columns, counts, first, end);
  const hidden = new Set(grid.hiddenRows);
  const rows: number[] = [];
  const totals: TotalRow[] = [];
  const noteRows: number[] = [];
  const aggregateRows: number[] = [];
  let [hiddenRows, lastRow, from, checks] = [0, first - 1, 0, 0];
  for (let row = first; row < end; row++) {
    const { filled, texts } = counts(row);
    if (filled === 0) continue;
    lastRow = row;
    const label = texts === 0 || filled < 2 ? null : totalLabelOf(grid, row, columns);
    const words = label === null ? 0 : countWords(grid, row, columns);
    const total =
      label === 'pure'
        ? words <= 1 || words <= 0.5 * typical.words
        : label === 'loose' &&
          (words < 0.6 * typical.words ||
            (words === 1 && ++checks <= MOST_CHECKS && sumsUp(grid, columns, rows, from, row)));
    if (total) {
      totals.push({ row, from, to: rows.length });
      from = rows.length;
    } else if (filled === 1 && typical.filled >= 3) noteRows.push(row);
    else if (filled >= 2 && texts > 0 && isAggregate(row)) aggregateRows.push(row);
    else if (texts === filled && repeatsHeader(grid, row, columns)) continue;
    else {
      if (hidden.has(row)) hiddenRows++;
      rows.push(row);
    }
  }
  function isAggregate(row: number): boolean {
    const aggregate = aggregateIn(grid, row, columns);
    if (aggregate === null) return false;
    if (countWords(grid, row, columns) < 0.5 * typical.words) return true;
    // Where rows have one word each, an account may be called 'Max': the figure decides.
    if (++checks > MOST_CHECKS) return false;
    return columns.some(({ column }) => {
      const stated = figureAt(grid, row, column);
      const figures = rows.flatMap((data) => figureAt(grid, data, column) ?? []);
      return stated !== null && isClose(stated, aggregateOf(aggregate, figures));
    });
  }
  const body = { totals, noteRows, aggregateRows, hiddenRows, lastRow };
  const last = rows.at(-1);
  if (
    last === undefined ||
    typical.words === 0 ||
    rows.length < 4 ||
    countWords(grid, last, columns) > 0.5 * typical.words
  )
    return { ...body, rows: Int32Array.from(rows) };
  // Figures, hardly a word, under rows that have many: a total that nobody labelled, if it is one.
  const data = rows.slice(0, -1);
  if (!sumsUp(grid, columns, data, 0, last)) return { ...body, rows: Int32Array.from(rows) };
  const total: TotalRow = { row: last, from: 0, to: data.length };
  return { ...body, totals: [...totals, total], rows: Int32Array.from(data) };
}

/** Sums are only checked so often: a sheet full of would-be totals must not take quadratic time. */
const MOST_CHECKS = 200;

function countCells(
  grid: Grid,
  row: number,
  columns: readonly FoundColumn[],
): { filled: number; texts: number } {
  let [filled, texts] = [0, 0];
  for (const { column } of columns) {
    if (!isFilled(grid, row, column)) continue;
    filled++;
    if (grid.columns[column]?.kinds[row] === KIND.text) texts++;
  }
  return { filled, texts };
}

interface Counts {
  readonly filled: number;
  readonly texts: number;
}

/** The usual count of cells and of words (texts that are no figures) among the first rows with content. */
function typicalCounts(
  grid: Grid,
  columns: readonly FoundColumn[],
  counts: (row: number) => Counts,
  first: number,
  end: number,
): { filled: number; words: number } {
  const filled: number[] = [];
  const words: number[] = [];
  for (let row = first; row < end && filled.length < 300; row++) {
    const count = counts(row);
    if (count.filled === 0) continue;
    filled.push(count.filled);
    words.push(countWords(grid, row, columns));
  }
  // Above the middle, because headings and totals between the rows have fewer.
  const usual = (values: number[]): number =>
    values.sort((a, b) => a - b)[Math.floor(values.length * 0.7)] ?? 0;
  return { filled: usual(filled), words: usual(words) };
}

/**
 * What the first texts of a row say about a total. A label alone makes none: an account called
 * 'Total Energy' has an owner and a segment like the others; a total lacks them.
 */
function totalLabelOf(
  grid: Grid,
  row: number,
  columns: readonly FoundColumn[],
): 'pure' | 'loose' | null {
  let seen = 0;
  for (const { column } of columns) {
    if (grid.columns[column]?.kinds[row] !== KIND.text) continue;
    const label = totalLabel(cellText(grid, row, column));
    if (label !== null) return label;
    if (++seen === 3) break;
  }
  return null;
}

/** The aggregate that the first text of a row names; null for none. */
function aggregateIn(grid: Grid, row: number, columns: readonly FoundColumn[]): Aggregate | null {
  const label = columns.find(({ column }) => grid.columns[column]?.kinds[row] === KIND.text);
  return label === undefined ? null : aggregateLabel(cellText(grid, row, label.column));
}

function countWords(grid: Grid, row: number, columns: readonly FoundColumn[]): number {
  let words = 0;
  for (const { column } of columns) {
    if (grid.columns[column]?.kinds[row] !== KIND.text) continue;
    const text = cellText(grid, row, column);
    if (text !== '' && !/^[-+(]?[\s\d.,'’%$€£]+\)?$/u.test(text)) words++;
  }
  return words;
}

function repeatsHeader(grid: Grid, row: number, columns: readonly FoundColumn[]): boolean {
  return columns.every(
    ({ column, ownHeader }) => ownHeader === '' || cellText(grid, row, column) === ownHeader,
  );
}

/** Does at least one figure of this row equal the sum of its column since the last total? */
function sumsUp(
  grid: Grid,
  columns: readonly FoundColumn[],
  rows: readonly number[],
  from: number,
  total: number,
): boolean {
  return columns.some(({ column }) => {
    const stated = figureAt(grid, total, column);
    if (stated === null || stated === 0) return false;
    let sum = 0;
    for (let index = from; index < rows.length; index++)
      sum += figureAt(grid, rows[index] ?? 0, column) ?? 0;
    return rows.length > from + 1 && isClose(stated, sum);
  });
}

/** Equal, but for what a spreadsheet rounds away. */
function isClose(stated: number, computed: number): boolean {
  return Math.abs(computed - stated) <= 1e-6 * Math.abs(computed) + 0.01;
}

function figureAt(grid: Grid, row: number, column: number): number | null {
  const cell = cellAt(grid, row, column);
  if (cell.kind === 'number') return cell.value;
  return cell.kind === 'text' ? (parseNumber(cell.text.trim(), '.')?.value ?? null) : null;
}
