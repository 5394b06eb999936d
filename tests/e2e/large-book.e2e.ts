import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toCanonicalRows } from '../../shared/import/canonical-rows.ts';
import { writeCsv } from '../../shared/write/csv.ts';
import { generatedBook } from '../helpers/generated-book.ts';
import { expect, test } from './handoff.ts';
import { Work } from './work.ts';

test('a book whose columns threads share gives the same figures once saved and opened again', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  const book = join(dataFolder, 'large.csv');
  const saved = join(dataFolder, 'large.handoff');
  await writeFile(book, writeCsv(toCanonicalRows(generatedBook(30_000))));
  const handoff = await start({ files: [book] });
  const work = new Work(handoff);
  await work.goTo('Compare');
  const finding = await work.seesFinding();
  const npv = await work.figure('Net present value', 'Split');
  expect(handoff.window.workers()).toHaveLength(2);
  for (const worker of handoff.window.workers())
    expect(await worker.evaluate(() => crossOriginIsolated)).toBe(true);

  await handoff.willSaveTo(saved);
  await handoff.menu('file.save');
  await expect.poll(() => handoff.title(), { timeout: 30_000 }).toBe('large – Handoff');
  expect(await handoff.complaints()).toEqual([]);
  await handoff.quit();

  const again = await start({ files: [saved] });
  const later = new Work(again);
  await later.goTo('Compare');
  expect(await later.seesFinding()).toBe(finding);
  expect(await later.figure('Net present value', 'Split')).toBe(npv);
  expect(await again.complaints()).toEqual([]);
});

test('a very large book is evaluated by a team of threads: the same figures as by one', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(300_000);
  const book = join(dataFolder, 'very-large.csv');
  const rows = Array.from(
    { length: 260_000 },
    (_, i) =>
      `A${i},${1000 + ((i * 7919) % 90_000)},${10 + ((i * 104_729) % 400)},Success ${i % 900}`,
  );
  await writeFile(book, ['account,arr,sales cycle days,csm', ...rows].join('\n'));
  const handoff = await start();
  const work = new Work(handoff);
  await expect.poll(() => handoff.window.workers().length).toBe(2);
  const [engine] = handoff.window.workers();
  if (engine === undefined) throw new Error('the window has no engine');

  /** Opens the book on a machine of so many cores: threads started, and what Compare says. */
  const compareOn = async (cores: number) => {
    await engine.evaluate((count) => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { value: count, configurable: true });
      const Plain = globalThis.Worker;
      Object.assign(globalThis, { started: 0 });
      globalThis.Worker = class extends Plain {
        constructor(...given: ConstructorParameters<typeof Plain>) {
          super(...given);
          Object.assign(globalThis, { started: Number(Reflect.get(globalThis, 'started')) + 1 });
        }
      };
    }, cores);
    await handoff.willChoose(book);
    await handoff.willAnswer('Don’t save');
    await handoff.menu('file.openBook');
    await expect(work.page.getByRole('main', { name: 'Book' })).toBeVisible({ timeout: 120_000 });
    await work.goTo('Compare');
    const table = work.page.getByRole('table', { name: /Figures of each model/ });
    // What would change the leader is looked for in the engine's own thread, and takes its time.
    await expect(work.headline()).toHaveText(/leads|Too close to call/, { timeout: 120_000 });
    await expect(work.page.locator('[aria-busy=true]').filter({ has: table })).toHaveCount(0, {
      timeout: 120_000,
    });
    const started = await engine.evaluate(() => Reflect.get(globalThis, 'started'));
    return { started, figures: await table.innerText() };
  };

  const together = await compareOn(4);
  const alone = await compareOn(2);
  expect(together.started).toBe(3);
  expect(alone.started).toBe(0);
  expect(together).toEqual({ ...alone, started: 3 });
  expect(await handoff.complaints()).toEqual([]);
});
