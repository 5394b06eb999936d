import { describe, expect, it } from 'vitest';
import { moveMark, type MarkGrid } from '../../../../renderer/charts/marks.ts';
import type { MarkId } from '../../../../renderer/charts/series.ts';

const mark = (row: string, column: string): MarkId => ({ row, column });
/** Two rows of three; nothing is drawn in the middle of the second. */
const grid: MarkGrid = [
  [mark('a', '1'), mark('a', '2'), mark('a', '3')],
  [mark('b', '1'), null, mark('b', '3')],
];
const walk = (from: MarkId, keys: readonly string[], flow: 'across' | 'down' = 'across') =>
  keys.reduce((at, key) => moveMark(grid, at, key, flow), from);

describe('arrow keys among the bars of a chart', () => {
  it('run along a row and on into the next, past what is not drawn', () => {
    expect(walk(mark('a', '1'), ['ArrowRight'])).toEqual(mark('a', '2'));
    expect(walk(mark('a', '3'), ['ArrowRight'])).toEqual(mark('b', '1'));
    expect(walk(mark('b', '1'), ['ArrowRight'])).toEqual(mark('b', '3'));
    expect(walk(mark('b', '1'), ['ArrowLeft'])).toEqual(mark('a', '3'));
  });
  it('keep the column across rows, or take the nearest mark before it', () => {
    expect(walk(mark('a', '3'), ['ArrowDown'])).toEqual(mark('b', '3'));
    expect(walk(mark('a', '2'), ['ArrowDown'])).toEqual(mark('b', '1'));
    expect(walk(mark('b', '3'), ['ArrowUp'])).toEqual(mark('a', '3'));
  });
  it('stay at the edges', () => {
    expect(walk(mark('a', '1'), ['ArrowLeft'])).toEqual(mark('a', '1'));
    expect(walk(mark('a', '1'), ['ArrowUp'])).toEqual(mark('a', '1'));
    expect(walk(mark('b', '3'), ['ArrowRight'])).toEqual(mark('b', '3'));
  });
  it('turn with the bars: down runs along a group, right goes to the next group', () => {
    expect(walk(mark('a', '1'), ['ArrowDown'], 'down')).toEqual(mark('a', '2'));
    expect(walk(mark('a', '1'), ['ArrowRight'], 'down')).toEqual(mark('b', '1'));
  });
  it('reach the ends with Home and End', () => {
    expect(walk(mark('a', '2'), ['End'])).toEqual(mark('b', '3'));
    expect(walk(mark('b', '3'), ['Home'])).toEqual(mark('a', '1'));
  });
});
