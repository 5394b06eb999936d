import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { expect, test } from './handoff.ts';
import { Work } from './work.ts';

const BOOK = [
  'Account ID,Account Name,Rep,Paid,CSM',
  'A-1,Alder Freight,Owner 1,1000,Owner 3',
  'A-2,Birch Analytics,Owner 2,2OOO,Owner 3',
  'A-3,Cedar Media,Owner 1,3000,Owner 4',
].join('\n');

test('a meaning is dragged onto a column and back; a cell is corrected where it stands', async ({
  start,
  dataFolder,
}) => {
  const path = join(dataFolder, 'book.csv');
  await writeFile(path, BOOK);
  const handoff = await start({ files: [path] });
  const work = new Work(handoff);
  const { page } = work;
  await work.headline().waitFor();
  const head = (letter: string) => page.locator(`[data-column-head=${letter}]`);
  const tray = page.locator('[data-field-tray]');

  await head('D').scrollIntoViewIfNeeded();
  const paid = head('D');
  if ((await paid.innerText()).includes('Recurring revenue')) {
    await paid.getByText('Recurring revenue').dragTo(tray.getByText('Drag onto a column:'));
    await expect(paid).toContainText('not used');
  }
  await tray.getByText('Recurring revenue').dragTo(paid);
  await expect(work.headline()).toHaveText(/^3 accounts with \$4,000/);
  await page
    .locator('[data-column-head=E]')
    .getByText('Customer success manager')
    .dragTo(head('C'));
  await expect(head('E')).toContainText('not used');
  await expect(head('C')).toContainText('Customer success manager');
  await handoff.menu('edit.undo');
  await expect(head('E')).toContainText('Customer success manager');

  // From the remark to its cell, and the cell put right by keyboard.
  await page.getByRole('tab', { name: /^Data quality/ }).click();
  await page.getByRole('row', { name: /2OOO/ }).first().click();
  const grid = page.getByRole('grid', { name: 'Rows of book' });
  const cell = grid.getByRole('gridcell', { name: '2OOO' });
  await cell.click();
  await expect(cell).toBeFocused();
  await page.keyboard.press('F2');
  await expect(grid.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
  await expect(work.headline()).toHaveText(/\$4,000/);
  await page.keyboard.type('2000');
  await page.keyboard.press('Enter');
  await expect(work.headline()).toHaveText(/^3 accounts with \$6,000/);
  await expect(grid.getByRole('gridcell', { name: '2000 2OOO' })).toBeFocused();
  expect(await work.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'As in the file' }).first().click();
  await expect(work.headline()).toHaveText(/\$4,000/);
  await handoff.menu('edit.undo');
  await expect(work.headline()).toHaveText(/\$6,000/);
  expect(await handoff.complaints()).toEqual([]);
});
