import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBook } from '../../../electron/cli/read-book.ts';
import { Refusal } from '../../../electron/cli/refusal.ts';

const BOOK = 'tests/fixtures/model-example/book.csv';
const PLENTY = { residentBytes: 4 * 2 ** 30, silentMilliseconds: 60_000 };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handoff-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A program that does this instead of reading, once it is asked to read. */
function program(name: string, body: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, `process.once('message', () => { ${body} });`);
  return path;
}

async function refusal(script: string, limits: Partial<typeof PLENTY>): Promise<string> {
  const reading = readBook(script, [BOOK], {}, { ...PLENTY, ...limits });
  const cause: unknown = await reading.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(cause).toBeInstanceOf(Refusal);
  return cause instanceof Refusal ? cause.sentences.join('\n') : '';
}

test('a reading that makes no progress is ended', async () => {
  const spins = program('spins', 'for (;;);');
  expect(await refusal(spins, { silentMilliseconds: 1_500 })).toMatch(
    /^book\.csv could not be read: reading made no progress for 1\.5 seconds/,
  );
});

test('a reading that takes too much memory is ended, busy or not', async () => {
  const eats = program(
    'eats',
    'const kept = []; for (;;) kept.push(new Uint8Array(8 * 2 ** 20).fill(1));',
  );
  expect(await refusal(eats, { residentBytes: 0.3 * 2 ** 30 })).toMatch(
    /^book\.csv could not be read: reading took more than 0\.3 GB of memory/,
  );
});

test('a reading that breaks off is a refusal, not a fault', async () => {
  const dies = program('dies', 'process.abort();');
  expect(await refusal(dies, {})).toMatch(/^book\.csv could not be read: reading it broke off/);
});
