import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../shared/sheet/grid-builder.ts';
import { KIND, type Grid } from '../../../shared/sheet/grid.ts';
import { readWithLibrary } from '../../../shared/sheet/library/sheetjs.ts';
import { DEFAULT_LIMITS } from '../../../shared/sheet/limits.ts';
import { random } from './chance.ts';
import { FIXTURES, fixtures } from './fixtures.ts';
import { makeWorkbook, readAs, refusalOf } from './make.ts';

/** Every cell that has a value, as `row,column` and what stands there. */
function cellsOf(grid: Grid): string[] {
  const cells: string[] = [];
  grid.columns.forEach(({ kinds, values, formats }, column) => {
    kinds.forEach((kind, row) => {
      if (kind === KIND.empty) return;
      const value = values[row] ?? 0;
      const isText = kind === KIND.text || kind === KIND.error;
      // Days since two different epochs differ in the last bit of a time of day.
      const shown = isText ? grid.strings[value] : kind === KIND.date ? value.toFixed(8) : value;
      cells.push(`${row},${column} ${kind} ${String(shown)} ${grid.formats[formats?.[row] ?? 0]}`);
    });
  });
  return cells;
}

/** Reads with both readers and compares everything that both know. */
async function agree(file: string, bytes: Uint8Array): Promise<number> {
  const own = await readAs(file, bytes);
  expect(own.notes.filter(({ code }) => code === 'other-reader')).toEqual([]);
  const library = readWithLibrary(file, bytes, new Budget(file, DEFAULT_LIMITS));
  const frame = (grids: readonly Grid[]) =>
    grids.map(({ name, visibility, rows, columns, hiddenRows, hiddenColumns, merges }) => ({
      name,
      visibility,
      rows,
      columns: columns.length,
      hiddenRows,
      hiddenColumns,
      merges,
    }));
  expect(frame(own.grids)).toEqual(frame(library.grids));
  let cells = 0;
  own.grids.forEach((grid, n) => {
    const other = library.grids[n];
    const mine = cellsOf(grid);
    cells += mine.length;
    expect(mine).toEqual(other === undefined ? [] : cellsOf(other));
  });
  return cells;
}

const REFUSED: Readonly<Record<string, string>> = {
  'locked.xlsx': 'password-protected',
  'cut-short.xlsx': 'damaged',
};

describe('the own reader and the library agree cell by cell', () => {
  const files = readdirSync(join(FIXTURES, '..'), { recursive: true, encoding: 'utf8' });
  const workbooks = files.filter((file) => file.endsWith('.xlsx') && !file.startsWith('hostile'));

  it.each(workbooks)('%s', async (path) => {
    const file = path.split(/[\\/]/).at(-1) ?? path;
    const bytes = new Uint8Array(readFileSync(join(FIXTURES, '..', path)));
    const refused = Object.hasOwn(REFUSED, file) ? REFUSED[file] : undefined;
    if (refused !== undefined) expect((await refusalOf(file, bytes)).code).toBe(refused);
    else expect(await agree(file, bytes)).toBeGreaterThan(0);
  });

  it('on workbooks made at random', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const chance = random(seed);
      const pick = <T>(from: readonly [T, ...T[]]): T =>
        from[Math.floor(chance() * from.length)] ?? from[0];
      const rows: string[] = [];
      let row = 0;
      for (let r = 0; r < 30; r++) {
        row += chance() < 0.2 ? 3 : 1;
        let cells = '';
        for (let c = 0; c < 12; c++) {
          if (chance() < 0.3) continue;
          const ref = `${String.fromCharCode(65 + c)}${row}`;
          const number = pick([
            0,
            1,
            -1.5,
            45000,
            45000.125,
            1e-9,
            1.7e300,
            123456789.01,
            0.1 + chance(),
            Math.floor(chance() * 1e6),
          ]);
          cells += pick([
            `<c r="${ref}"><v>${number}</v></c>`,
            `<c r="${ref}" s="${Math.floor(chance() * 5)}"><f>A1</f><v>${number}</v></c>`,
            `<c r="${ref}" t="s"><v>${Math.floor(chance() * 6)}</v></c>`,
            `<c r="${ref}" t="str"><v>t &lt;${c}&gt; _x0041_</v></c>`,
            `<c r="${ref}" t="inlineStr"><is><t>in ${r}</t></is></c>`,
            `<c r="${ref}" t="b"><v>${Math.floor(chance() * 2)}</v></c>`,
            `<c r="${ref}" t="e"><v>#VALUE!</v></c>`,
            `<c r="${ref}" s="2"/>`,
          ]);
        }
        rows.push(`<row r="${row}"${chance() < 0.1 ? ' hidden="1"' : ''}>${cells}</row>`);
      }
      const bytes = makeWorkbook({
        sheets: [{ name: `Seed ${seed}`, data: rows.join('') }],
        shared: Array.from({ length: 6 }, (_, n) => `<si><t>shared ${n} é</t></si>`).join(''),
        formats:
          '<numFmt numFmtId="170" formatCode="&quot;€&quot;#,##0.00;[Red]-0"/><numFmt numFmtId="171" formatCode="dd.mm.yyyy hh:mm"/>',
        styles: [0, 14, 170, 10, 171],
        date1904: chance() < 0.3,
      });
      expect(await agree(`seed-${seed}.xlsx`, bytes), `seed ${seed}`).toBeGreaterThan(0);
    }
  });
});

describe('the fixtures', () => {
  it('are those that the generator writes', () => {
    const made = fixtures();
    const there = readdirSync(FIXTURES);
    expect(there.sort()).toEqual(Object.keys(made).sort());
  });
});
