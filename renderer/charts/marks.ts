import type { MarkId } from './series.ts';

/** Marks in reading order as rows of columns; null where nothing is drawn. */
export type MarkGrid = readonly (readonly (MarkId | null)[])[];
/** `across`: right goes along a row (stacked bars). `down`: down goes along a row (groups of bars). */
export type Flow = 'across' | 'down';

/**
 * Where an arrow key leads. Along a row the move runs on into the next row; across rows it keeps
 * the column and skips gaps. At an edge it stays.
 */
export function moveMark(grid: MarkGrid, at: MarkId, key: string, flow: Flow): MarkId {
  const along = flow === 'across' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  const between = flow === 'across' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  const flat = grid.flat().filter((mark) => mark !== null);
  const here = flat.findIndex((mark) => mark.row === at.row && mark.column === at.column);
  if (key === 'Home') return flat[0] ?? at;
  if (key === 'End') return flat.at(-1) ?? at;
  if (along.includes(key)) return flat[here + (key === along[0] ? -1 : 1)] ?? at;
  if (between.includes(key)) return acrossRows(grid, at, key === between[0] ? -1 : 1) ?? at;
  return at;
}

export function isMove(key: string): boolean {
  return key === 'Home' || key === 'End' || key.startsWith('Arrow');
}

function acrossRows(grid: MarkGrid, at: MarkId, step: 1 | -1): MarkId | null {
  const isHere = (mark: MarkId | null) => mark?.row === at.row && mark.column === at.column;
  const row = grid.findIndex((marks) => marks.some(isHere));
  const column = grid[row]?.findIndex(isHere) ?? -1;
  for (let next = row + step; next >= 0 && next < grid.length; next += step) {
    const marks = grid[next] ?? [];
    // A gap in the same column: the nearest mark before it, so that the eye stays in place.
    const found =
      marks.slice(0, column + 1).findLast((mark) => mark !== null) ?? marks.find(Boolean);
    if (found) return found;
  }
  return null;
}
