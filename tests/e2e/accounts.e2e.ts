import { expect, test } from './handoff.ts';
import { Work } from './work.ts';

test('every account of the book is listed, sorted, found, and opened by keyboard', async ({
  start,
}) => {
  const handoff = await start();
  const work = new Work(handoff);
  const { page } = work;
  await work.openSample('Mid-market platform');
  await work.goTo('Book');
  await page.getByRole('tab', { name: 'Accounts 240' }).click();
  const grid = page.getByRole('grid', { name: 'Accounts' });
  const first = grid.getByRole('gridcell').first();
  await expect(first).toBeVisible();
  const largest = await first.innerText();

  await grid.getByRole('button', { name: /^ARR/ }).click();
  await expect(first).not.toHaveText(largest);
  await grid.getByRole('button', { name: /^ARR/ }).click();
  await expect(first).toHaveText(largest);
  await page.getByRole('searchbox', { name: 'Find accounts by name, owner or id' }).fill(largest);
  await expect(page.getByRole('status').filter({ hasText: '1 of 240 accounts' })).toBeVisible();
  expect(await work.accessibilityFaults()).toEqual([]);

  await first.focus();
  await page.keyboard.press('Enter');
  const account = page.getByRole('dialog', { name: largest });
  await expect(account.getByRole('heading', { name: 'Renewal, step by step' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(account).toHaveCount(0);
  await expect(first).toBeFocused();

  // The filter of the book is the list's as well.
  await page.getByRole('searchbox', { name: 'Find accounts by name, owner or id' }).fill('');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Small', exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('status').filter({ hasText: /^22 of 22 accounts$/ })).toBeVisible();
  expect(await handoff.complaints()).toEqual([]);
});
