import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ROOT, test, type Start } from './handoff.ts';
import { workbookParts, zipped } from '../unit/sheet/make.ts';
import { Work } from './work.ts';

const BOOK = join(ROOT, 'tests/fixtures/books/three-files');
const FILES = ['accounts.csv', 'subscriptions.csv', 'opportunities.csv'].map((name) =>
  join(BOOK, name),
);

/** The book of three files, open and read. */
async function openBook(start: Start) {
  const handoff = await start({ files: FILES });
  const work = new Work(handoff);
  await expect(work.headline()).toHaveText(/^60 accounts with \$/);
  return { handoff, work, before: await work.headline().innerText() };
}

/** The subscriptions of another month: the columns the other way round, and the first account gone. */
async function nextMonth(folder: string): Promise<string> {
  const lines = (await readFile(join(BOOK, 'subscriptions.csv'), 'utf8')).trim().split(/\r?\n/);
  const turned = lines
    .filter((line) => !line.startsWith('sub_001,'))
    .map((line) => line.split(',').reverse().join(','));
  const path = join(folder, 'subscriptions-march.csv');
  await writeFile(path, turned.join('\n'));
  return path;
}

test('next month’s file, dropped on the window, replaces the data and goes back by undo', async ({
  start,
  dataFolder,
}) => {
  const { handoff, work, before } = await openBook(start);

  await work.drop(await nextMonth(dataFolder));
  const dialog = work.page.getByRole('dialog');
  await expect(dialog).toContainText('Keep accounts.csv and opportunities.csv as they are');
  await expect(dialog.getByRole('tab', { name: 'ARR moved' })).toContainText('1');
  await expect(
    dialog.getByRole('row', { name: /^ac_001 Alder Freight \$51,756 \$0/ }),
  ).toBeVisible();
  expect(await work.accessibilityFaults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep what is there' }).click();
  await expect(dialog).toBeHidden();
  await expect(work.headline()).toHaveText(before);

  await work.drop(join(dataFolder, 'subscriptions-march.csv'));
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(work.headline()).not.toHaveText(before);
  await handoff.menu('edit.undo');
  await expect(work.headline()).toHaveText(before);
  expect(await handoff.complaints()).toEqual([]);
});

test('a file that cannot be read, dropped on an open book, leaves it as it was', async ({
  start,
  dataFolder,
}) => {
  const { handoff, work, before } = await openBook(start);
  const parts = workbookParts({ sheets: [{ name: 'Book', data: '' }] });
  const flood = `<worksheet>${'<a/>'.repeat(20 * 1024 * 1024)}</worksheet>`;
  const hostile = {
    'cut-short.xlsx': Buffer.from('PK\u0003\u0004 and nothing more'),
    'flood.xlsx': zipped({ ...parts, 'xl/worksheets/sheet1.xml': flood }),
  };
  for (const [name, bytes] of Object.entries(hostile)) {
    const path = join(dataFolder, name);
    await writeFile(path, bytes);
    await work.drop(path);
    const sentence = new RegExp(`^${name.replace('.', '\\.')} .+\\.$`);
    await expect(work.page.getByText(sentence).first()).toBeVisible({ timeout: 30_000 });
    await expect(work.headline()).toHaveText(before);
  }
  await work.goTo('Compare');
  await work.seesFinding();
  expect(await handoff.complaints()).toEqual([]);
});

test('a reading is stopped at once; the open book and the window go on', async ({
  start,
  dataFolder,
}) => {
  const { handoff, work, before } = await openBook(start);
  const path = join(dataFolder, 'large.csv');
  const row = `${'x'.repeat(40)},1,2,3\n`;
  await writeFile(path, `account,a,b,c\n${row.repeat(1_000_000)}`);
  await work.drop(path);
  const task = work.page.getByRole('region', { name: 'Reading the new data' });
  await expect(task).toContainText(/large\.csv, [\d.,]+ of 47 MB, [\d.,]+ rows/);
  await task.getByRole('button', { name: 'Stop' }).click();
  await expect(task).toBeHidden();
  await expect
    .poll(() =>
      handoff.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length),
    )
    .toBe(1);
  await expect(work.headline()).toHaveText(before);
  await expect(work.page.getByRole('dialog')).toBeHidden();
  await work.goTo('Compare');
  await work.seesFinding();
  expect(await handoff.complaints()).toEqual([]);
});
