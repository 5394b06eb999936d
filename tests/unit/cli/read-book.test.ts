import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBook } from '../../../electron/cli/read-book.ts';
import { Refusal } from '../../../electron/cli/refusal.ts';

const BOOK = 'tests/fixtures/model-example/book.csv';
const PLENTY = { memoryBytes: 4 * 2 ** 30, silenceMs: 60_000 };

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
  expect(await refusal(spins, { silenceMs: 1_500 })).toMatch(
    /^book\.csv was given up after 1\.5 seconds without progress/,
  );
});

test('a reading that takes too much memory is ended, busy or not', async () => {
  const eats = program(
    'eats',
    'const kept = []; for (;;) kept.push(new Uint8Array(8 * 2 ** 20).fill(1));',
  );
  expect(await refusal(eats, { memoryBytes: 0.3 * 2 ** 30 })).toMatch(
    /^book\.csv needs more than 0\.3 GB of memory/,
  );
});

test('a reading that breaks off is a refusal, not a fault', async () => {
  const dies = program('dies', 'process.abort();');
  expect(await refusal(dies, {})).toMatch(
    /^book\.csv could not be read, because it exhausted its reader/,
  );
});

test('whoever ends the program ends the reading with it, however busy', async () => {
  const beat = join(folder, 'beat');
  const spins = program(
    'spins-on',
    `import('node:fs').then((fs) => { for (;;) fs.appendFileSync(${JSON.stringify(beat)}, '.'); });`,
  );
  const caller = join(folder, 'caller.mjs');
  const module = pathToFileURL(resolve('electron/cli/read-book.ts')).href;
  writeFileSync(
    caller,
    `import { readBook } from ${JSON.stringify(module)};
     await readBook(${JSON.stringify(spins)}, [${JSON.stringify(resolve(BOOK))}], {});`,
  );
  const running = spawn(process.execPath, ['--import', 'tsx', caller]);
  const ended = once(running, 'exit');
  await expect.poll(() => existsSync(beat), { timeout: 20_000 }).toBe(true);
  running.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  const { size } = statSync(beat);
  await setTimeout(300);
  expect(statSync(beat).size).toBe(size);
}, 30_000);
