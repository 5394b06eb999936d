import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KIND, type Grid } from '../../shared/sheet/grid.ts';
import { readSheetFile } from '../../shared/sheet/read.ts';
import { mutateArchive, mutateBytes, mutateText, type Chance } from '../helpers/mutants.ts';
import { random } from '../unit/sheet/chance.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/sheets');
/** The far corner alone takes as long as a hundred others. */
const SEEDS = readdirSync(FIXTURES).filter((file) => !/^(far-corner|locked|cut-short)/.test(file));
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(FIXTURES, file)));

/** `FUZZ_TIMES=10 FUZZ_SEED=7` by hand: ten times the cases, other ones. */
const TIMES = Number(process.env['FUZZ_TIMES'] ?? 1);
const SEED = Number(process.env['FUZZ_SEED'] ?? 0);

/** What must hold of every grid, wherever it came from; the fault found, or null. */
function faultOf({ rows, columns, strings, formats }: Grid): string | null {
  let longest = 0;
  for (const { kinds, values, formats: used } of columns) {
    longest = Math.max(longest, kinds.length);
    if (values.length !== kinds.length) return 'columns of two lengths';
    if (kinds.at(-1) === KIND.empty) return 'a column that ends empty';
    for (let row = 0; row < kinds.length; row++) {
      const value = values[row] ?? NaN;
      if (!Number.isFinite(value)) return 'a value that is no number';
      const isText = kinds[row] === KIND.text || kinds[row] === KIND.error;
      if (isText && typeof strings[value] !== 'string') return 'a text that is not there';
      if ((used?.[row] ?? 0) >= formats.length) return 'a format that is not there';
    }
  }
  return rows === longest ? null : 'rows that are not there';
}

/** Reads a mutant: a table or one plain sentence. True where it still parsed. */
async function survives(file: string, bytes: Uint8Array, where: string): Promise<boolean> {
  const result = await readSheetFile({ file, bytes, size: bytes.length });
  if (!result.ok) {
    expect(result.error.message, where).toMatch(/^[^\n]{10,300}\.$/);
    expect(result.error.message, where).not.toMatch(/undefined|NaN|Error|\[object/);
    return false;
  }
  const faults = result.value.grids.map(faultOf).filter((fault) => fault !== null);
  expect(faults, where).toEqual([]);
  return true;
}

interface Kind {
  readonly what: string;
  readonly times: number;
  readonly mutate: (bytes: Uint8Array, chance: Chance) => Uint8Array;
  readonly seeds: readonly string[];
}
const KINDS: readonly Kind[] = [
  { what: 'bytes', times: 60, mutate: mutateBytes, seeds: SEEDS },
  {
    what: 'parts of archives',
    times: 130,
    mutate: mutateArchive,
    seeds: SEEDS.filter((file) => /\.(xlsx|xlsb|ods|numbers)$/.test(file)),
  },
  {
    what: 'marked-up and delimited texts',
    times: 100,
    mutate: mutateText,
    seeds: SEEDS.filter((file) => /\.(xml|csv)$|web-page/.test(file)),
  },
];

describe.each(KINDS)('mutants of $what', ({ what, times, mutate, seeds }) => {
  it('each end as a table or as one plain sentence, and at least a third still parse', async () => {
    let parsed = 0;
    let all = 0;
    for (const file of seeds) {
      const original = bytesOf(file);
      for (let n = 0; n < times * TIMES; n++) {
        const seed = SEED * 1_000_003 + n * 7919 + file.length;
        const where = `${file}, mutant of ${what} with seed ${String(seed)}`;
        if (await survives(file, mutate(original, random(seed)), where)) parsed++;
        all++;
      }
    }
    process.stdout.write(`${String(all)} mutants of ${what}: ${String(parsed)} still parsed\n`);
    expect(parsed * 3, `${String(parsed)} of ${String(all)} parsed`).toBeGreaterThan(all);
  });
});
