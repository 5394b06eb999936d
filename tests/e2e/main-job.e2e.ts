import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ROOT, test } from './handoff.ts';
import { Work } from './work.ts';

const PAY = 'Customer success manager: On-target earnings';

test('sample, compare, drag an assumption, export, save, reopen: the same figures', async ({
  start,
  dataFolder,
}) => {
  const handoff = await start();
  const work = new Work(handoff);
  await work.openSample('Mid-market platform');
  const before = await work.figure('Cost of the year', 'All-CSM');

  await work.goTo('Assumptions');
  const pay = await work.valueOf(PAY);
  await work.drag(PAY, 0.95);
  await expect.poll(() => work.valueOf(PAY)).toBeGreaterThan(pay);
  await work.goTo('Compare');
  await expect.poll(() => work.figure('Cost of the year', 'All-CSM')).not.toBe(before);
  await work.isSettled();
  const dragged = await work.figure('Cost of the year', 'All-CSM');

  const workbook = join(dataFolder, 'comparison.xlsx');
  await handoff.willSaveTo(workbook);
  await work.goTo('Export');
  await work.page.getByRole('button', { name: 'Export workbook…' }).click();
  await expect.poll(() => startOf(workbook), { timeout: 60_000 }).toBe('PK');

  const project = join(dataFolder, 'mid-market.handoff');
  await handoff.willSaveTo(project);
  await handoff.menu('file.save');
  await expect.poll(() => startOf(project)).toBe('PK');
  await expect.poll(() => handoff.title()).toBe('mid-market – Handoff');
  expect(await handoff.complaints()).toEqual([]);
  await handoff.quit();

  const again = await start({ files: [project] });
  const reopened = new Work(again);
  // On the screen where it was left.
  await expect(reopened.headline()).toHaveText('A workbook of Base case');
  await reopened.goTo('Compare');
  await reopened.seesFinding();
  await expect.poll(() => reopened.figure('Cost of the year', 'All-CSM')).toBe(dragged);
  await again.menu('edit.undo');
  await expect.poll(() => reopened.figure('Cost of the year', 'All-CSM')).toBe(before);
  expect(await again.complaints()).toEqual([]);
});

/** Everything in the files of a folder as text; '' while there are none. */
async function contentsOf(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const texts = names.map((name) => readFile(join(folder, name), 'latin1').catch(() => ''));
  return (await Promise.all(texts)).join('');
}

/** The first two bytes of a file as text; '' while it is not there. */
async function startOf(path: string): Promise<string> {
  return readFile(path).then(
    (bytes) => bytes.subarray(0, 2).toString('latin1'),
    () => '',
  );
}

test('after a crash the work up to the last change is offered and taken up', async ({
  start,
  dataFolder,
}) => {
  const handoff = await start();
  const work = new Work(handoff);
  await work.openSample('Mid-market platform');
  const before = await work.figure('Cost of the year', 'All-CSM');
  const journal = join(dataFolder, 'work/journal');
  await work.goTo('Assumptions');
  await work.drag(PAY, 0.95);
  await work.goTo('Compare');
  await expect.poll(() => work.figure('Cost of the year', 'All-CSM')).not.toBe(before);
  await work.isSettled();
  const dragged = await work.figure('Cost of the year', 'All-CSM');
  // Every change is on disk once there is something, and nothing is added for longer than it may wait.
  await expect
    .poll(async () => {
      const earlier = await contentsOf(journal);
      await work.page.waitForTimeout(2000);
      return earlier !== '' && earlier === (await contentsOf(journal));
    })
    .toBe(true);
  await handoff.crash();

  const again = new Work(await start());
  await again.page.getByRole('button', { name: 'Bring it back' }).click();
  await again.seesFinding();
  await expect.poll(() => again.figure('Cost of the year', 'All-CSM')).toBe(dragged);
});

test('a broken project says so over the open one, which stays as it was', async ({
  start,
  dataFolder,
}) => {
  const handoff = await start();
  const work = new Work(handoff);
  await work.openSample('Small-business SaaS');
  const finding = await work.seesFinding();
  const path = join(dataFolder, 'broken.handoff');
  await writeFile(path, Buffer.from('PK\u0003\u0004 and nothing more'));
  await handoff.willChoose(path);
  await handoff.menu('file.openProject');
  await expect(work.page.getByText(/^broken\.handoff could not be opened: .+\.$/)).toBeVisible();
  expect(await work.seesFinding()).toBe(finding);
});

test('a book that exhausts its reader leaves the open one as it was', async ({ start }) => {
  const handoff = await start();
  const work = new Work(handoff);
  await work.openSample('Small-business SaaS');
  const finding = await work.seesFinding();
  await handoff.electron.evaluate(({ app }) => {
    app.once('web-contents-created', (_event, contents) => {
      contents.once('dom-ready', () => {
        contents
          .executeJavaScript('const kept = []; for (;;) kept.push(new Uint8Array(2 ** 25).fill(1))')
          .catch(() => undefined);
      });
    });
  });
  await handoff.willChoose(join(ROOT, 'tests/fixtures/model-example/book.csv'));
  await handoff.willAnswer('Don’t save');
  await handoff.menu('file.openBook');
  await expect(
    work.page.getByText('book.csv needs more than 1.5 GB of memory').first(),
  ).toBeVisible({
    timeout: 30_000,
  });
  expect(await work.seesFinding()).toBe(finding);
  await work.goTo('Assumptions');
  await work.goTo('Compare');
  expect(await work.seesFinding()).toBe(finding);
});

for (const theme of ['Light', 'Dark'] as const) {
  test(`every screen is accessible (${theme.toLowerCase()})`, async ({ start }) => {
    const handoff = await start();
    const work = new Work(handoff);
    await work.chooseTheme(theme);
    expect(await work.accessibilityFaults()).toEqual([]);
    await work.openSample('Enterprise vendor');
    for (const screen of ['Compare', 'Book', 'Assumptions', 'Scenarios'] as const) {
      await work.goTo(screen);
      await expect(work.headline()).toBeVisible();
      expect(await work.accessibilityFaults(), screen).toEqual([]);
    }
    expect(await handoff.complaints()).toEqual([]);
  });
}

test('an account behind a bar explains itself, and Escape leads back to its row', async ({
  start,
}) => {
  const handoff = await start();
  const work = new Work(handoff);
  await work.openSample('Mid-market platform');
  await work.page.getByRole('button', { name: /^Split: Coordination,/ }).click();
  const rows = work.page.getByRole('grid', { name: 'Accounts' });
  const account = rows.getByRole('gridcell').first();
  const name = await account.innerText();
  await account.focus();
  await expect(account).toBeFocused();
  await work.page.keyboard.press('Enter');
  const page = work.page.getByRole('dialog', { name });
  await expect(page).toContainText(/read from mid-market\.csv, row \d+/);
  await page.getByRole('gridcell', { name: 'New solution (cross-sell)' }).click();
  await expect(page.getByRole('heading', { name: /^New solution .* step by step$/ })).toBeVisible();
  expect(await work.accessibilityFaults()).toEqual([]);
  await work.page.keyboard.press('Escape');
  await expect(page).toHaveCount(0);
  await expect(account).toBeFocused();
  expect(await handoff.complaints()).toEqual([]);
});

test('the main job needs no mouse', async ({ start, dataFolder }) => {
  const handoff = await start();
  const work = new Work(handoff);
  const { keyboard } = work.page;
  await expect(work.headline()).toBeVisible();
  await work.tabTo('button', /^Mid-market platform/);
  await keyboard.press('Enter');
  await work.seesFinding();
  const before = await work.figure('Cost of the year', 'All-CSM');

  await work.tabTo('button', /^Assumptions$/);
  await keyboard.press('Enter');
  await expect(work.page.getByRole('main', { name: 'Assumptions' })).toBeVisible();
  await work.tabTo('slider', new RegExp(`^${PAY}$`));
  await keyboard.press('Shift+ArrowRight');
  await work.tabTo('button', /^Compare$/);
  await keyboard.press('Enter');
  await expect.poll(() => work.figure('Cost of the year', 'All-CSM')).not.toBe(before);

  await work.tabTo('button', /^Export$/);
  await keyboard.press('Enter');
  const workbook = join(dataFolder, 'by-keyboard.xlsx');
  await handoff.willSaveTo(workbook);
  await work.tabTo('button', /^Export workbook…$/);
  await keyboard.press('Enter');
  await expect.poll(() => startOf(workbook), { timeout: 60_000 }).toBe('PK');
  expect(await handoff.complaints()).toEqual([]);
});
