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
