import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ROOT, test } from './handoff.ts';

test('a damaged installation says so in a sentence instead of an empty window', async ({
  start,
  dataFolder,
}) => {
  const broken = join(dataFolder, 'broken app');
  await mkdir(broken, { recursive: true });
  await cp(join(ROOT, 'out'), join(broken, 'out'), { recursive: true });
  await cp(join(ROOT, 'package.json'), join(broken, 'package.json'));
  await rm(join(broken, 'out/renderer/index.html'));
  const { window } = await start({ folder: broken });
  await expect(window.getByRole('alert')).toContainText(
    'Handoff could not start: a part of it is missing or damaged.',
  );
});

test('a second start hands its file to the first window and ends', async ({
  start,
  dataFolder,
}) => {
  const first = await start();
  const book = join(dataFolder, 'late.csv');
  await writeFile(book, 'account,arr\nLate Lamps,1234\n');
  expect(await first.startAgain(book)).toBe(0);
  await expect(first.window.getByText('late.csv').first()).toBeVisible();
});

test('the window comes back where it was', async ({ start }) => {
  const bounds = { x: 140, y: 90, width: 1200, height: 800 };
  const first = await start();
  await first.electron.evaluate(({ BrowserWindow }, to) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(to);
  }, bounds);
  await first.quit();
  const second = await start();
  const now = await second.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(now).toEqual(bounds);
});
