import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { KIND, type Grid } from '../../shared/sheet/grid.ts';
import { readSheetFile } from '../../shared/sheet/read.ts';
import { random } from '../unit/sheet/chance.ts';
import { zipped } from '../unit/sheet/make.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/sheets');
/** The far corner alone takes as long as a hundred others. */
const SEEDS = readdirSync(FIXTURES).filter((file) => !/^(far-corner|locked|cut-short)/.test(file));
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(FIXTURES, file)));

type Chance = () => number;

function pick<T>(chance: Chance, from: readonly [T, ...T[]]): T {
  return from[Math.floor(chance() * from.length)] ?? from[0];
}

/** One place or a stretch of the bytes, changed as accidents and malice change them. */
function mutateBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = Math.floor(chance() * bytes.length);
  const length = 1 + Math.floor(chance() * chance() * 60);
  const [before, there, after] = [
    bytes.slice(0, at),
    bytes.slice(at, at + length),
    bytes.slice(at + length),
  ];
  const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
  const flipped = there.slice();
  flipped[0] = (flipped[0] ?? 0) ^ (1 << Math.floor(chance() * 8));
  return pick(chance, [
    () => join(before, flipped, after),
    () => join(before, flipped, after),
    () =>
      join(
        before,
        there.map(() => Math.floor(chance() * 256)),
        after,
      ),
    () => join(before, after),
    () => join(before, there, there, after),
    () => before,
  ])();
}

const ODD = [
  '',
  '0',
  '-1',
  '1',
  '2',
  '7',
  '99',
  '65536',
  '1048577',
  '4294967296',
  '1e9',
  '1e999',
  'NaN',
  'true',
  'A1',
  'XFE1',
  'rId1',
  '../../x',
  '__proto__',
  '&amp;',
  '&#x0;',
  'é',
  ' ',
] as const;

/** A change of one attribute, tag, text or number of a part: still XML, mostly, but not what was meant. */
function mutatePart(xml: string, chance: Chance): string {
  const matches = (pattern: RegExp): RegExpMatchArray | undefined => {
    const all = [...xml.matchAll(pattern)];
    return all[Math.floor(chance() * all.length)];
  };
  const replace = (found: RegExpMatchArray | undefined, by: (text: string) => string): string => {
    if (found === undefined) return xml;
    return (
      xml.slice(0, found.index) + by(found[0]) + xml.slice((found.index ?? 0) + found[0].length)
    );
  };
  const odd = pick(chance, ODD);
  return pick(chance, [
    // Attributes: another value, gone, twice, under another name.
    () => replace(matches(/="[^"]*"/g), () => `="${odd}"`),
    () => replace(matches(/ [\w:]+="[^"]*"/g), () => ''),
    () => replace(matches(/ [\w:]+="[^"]*"/g), (text) => text + text),
    () => replace(matches(/ [\w:]+=/g), () => ' r='),
    // Counts and references.
    () => replace(matches(/"\d+"/g), () => `"${Math.floor(chance() * 3000)}"`),
    () =>
      replace(
        matches(/"[A-Z]+\d+"/g),
        () => `"${pick(chance, ['A1', 'B9', 'ZZ3', 'XFD9', '1A', 'A0'])}"`,
      ),
    // Numbers and texts.
    () => replace(matches(/>[^<>]+</g), () => `>${odd}<`),
    () =>
      replace(
        matches(/>[\d.]+</g),
        () => `>${pick(chance, ['1e308', '-0', '00012', '1,5', '0x10', '3.0', '99999999'])}<`,
      ),
    () => replace(matches(/>[^<>]+</g), (text) => text.slice(0, -1).repeat(20) + '<'),
    // Nesting: wrapped, unwrapped, repeated, emptied.
    () => replace(matches(/<(\w+)[^<>]*>[^<>]*<\/\1>/g), (text) => `<extra>${text}</extra>`),
    () => replace(matches(/<(\w+)[^<>]*>[^<>]*<\/\1>/g), (text) => text + text),
    () => replace(matches(/<(\w+)[^<>]*>[^<>]*<\/\1>/g), () => ''),
    () => replace(matches(/<\/\w+>/g), () => ''),
    () => replace(matches(/<[\w:]+ ?/g), () => '<row '),
    // Things beside.
    () => replace(matches(/></g), () => '><!-- a remark --><'),
    () => replace(matches(/></g), () => '>\r\n  <'),
    () => replace(matches(/>[^<>]+</g), (text) => `><![CDATA[${text.slice(1, -1)}]]><`),
  ])();
}

function mutateArchive(bytes: Uint8Array, chance: Chance): Uint8Array {
  const parts: Record<string, Uint8Array | string> = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels|bin|iwa)$/.test(name));
  const cells = names.filter((name) =>
    /sheet\d|content|sharedStrings|workbook|Index\/Tables|Document/.test(name),
  );
  const [first = '', ...rest] = chance() < 0.7 && cells.length > 0 ? cells : names;
  const name = pick(chance, [first, ...rest]);
  const part = parts[name];
  if (part === undefined || typeof part === 'string') return bytes;
  if (chance() < 0.03) delete parts[name];
  else if (/\.(bin|iwa)$/.test(name)) parts[name] = mutateBytes(part, chance);
  else parts[name] = mutatePart(new TextDecoder().decode(part), chance);
  return zipped(parts);
}

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
  if (result.ok) {
    expect(
      result.value.grids.map(faultOf).filter((fault) => fault !== null),
      where,
    ).toEqual([]);
    return true;
  }
  expect(result.error.message, where).toMatch(/^[^\n]{10,300}\.$/);
  expect(result.error.message, where).not.toMatch(/undefined|NaN|Error|\[object/);
  return false;
}

describe.each([
  ['bytes', 40, mutateBytes, SEEDS],
  [
    'parts of archives',
    130,
    mutateArchive,
    SEEDS.filter((file) => /\.(xlsx|xlsb|ods|numbers)$/.test(file)),
  ],
  [
    'marked-up and delimited texts',
    100,
    (bytes: Uint8Array, chance: Chance) =>
      new TextEncoder().encode(mutatePart(new TextDecoder().decode(bytes), chance)),
    SEEDS.filter((file) => /\.(xml|csv)$|web-page/.test(file)),
  ],
] as const)('mutants of %s', (what, times, mutate, seeds) => {
  it('each end as a table or as one plain sentence, and at least a third still parse', async () => {
    let parsed = 0;
    let all = 0;
    for (const file of seeds) {
      const original = bytesOf(file);
      for (let n = 0; n < times; n++) {
        const seed = n * 7919 + file.length;
        const where = `${file}, mutant of ${what} with seed ${seed}`;
        if (await survives(file, mutate(original, random(seed)), where)) parsed++;
        all++;
      }
    }
    process.stdout.write(`${all} mutants of ${what}: ${parsed} still parsed\n`);
    expect(parsed * 3, `${parsed} of ${all} parsed`).toBeGreaterThan(all);
  });
});
