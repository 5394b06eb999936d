import { expect, test } from './handoff.ts';
import { Work } from './work.ts';

test('models of one’s own are named, changed by segment, compared, deleted while shown, and brought back', async ({
  start,
}) => {
  const handoff = await start();
  const work = new Work(handoff);
  const { page } = work;
  await work.openSample('Mid-market platform');
  await work.goTo('Assumptions');
  await page.getByRole('button', { name: 'Ownership models' }).click();
  const models = page.getByRole('region', { name: 'Ownership models' });
  const make = async (name: string): Promise<void> => {
    await models.getByRole('button', { name: 'Make a model of my own from it' }).click();
    await expect(models.getByRole('textbox', { name: /^Name of .+ copy$/ })).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(models.getByRole('textbox', { name: `Name of ${name}` })).toBeFocused();
  };
  await make('Pods');
  await work.choose('Where this ownership is valid', 'In Small');
  await work.choose('Lead of Renewal', 'CSM');
  await work.choose('Model shown', 'All-CSM');
  await make('Hunters');
  await work.choose('Where this ownership is valid', 'Everywhere');
  await work.choose('Lead of New solution (cross-sell)', 'AE');

  await work.goTo('Compare');
  await expect.poll(() => work.figure('Run rate', 'Pods')).toMatch(/^\$/);
  const [pods, hunters] = [
    await work.figure('Run rate', 'Pods'),
    await work.figure('Run rate', 'Hunters'),
  ];
  // Each differs from what it was made of, and from the other.
  const made = [
    await work.figure('Run rate', 'All-Sales'),
    await work.figure('Run rate', 'All-CSM'),
  ];
  expect(new Set([pods, hunters, ...made]).size).toBe(4);

  // Explained and listed, then deleted: nothing on screen speaks of it any more.
  await page.getByRole('button', { name: /^Pods: People,/ }).click();
  const list = page.getByRole('region', { name: 'Accounts behind the figure' });
  await expect(list.getByRole('heading', { name: 'Pods: People' })).toBeVisible();
  await work.goTo('Assumptions');
  await work.choose('Model shown', 'Pods');
  await models.getByRole('button', { name: 'Delete' }).click();
  await expect(models.getByRole('combobox', { name: 'Model shown' })).toBeFocused();
  await work.goTo('Compare');
  await work.seesFinding();
  const table = page.getByRole('table', { name: /Figures of each model/ });
  await expect(table.getByRole('columnheader', { name: 'Pods' })).toHaveCount(0);
  await expect(list).toHaveCount(0);
  await expect.poll(() => work.figure('Run rate', 'Hunters')).toBe(hunters);

  await handoff.menu('edit.undo');
  await expect(table.getByRole('columnheader', { name: 'Pods' })).toBeVisible();
  await expect.poll(() => work.figure('Run rate', 'Pods')).toBe(pods);
  expect(await work.accessibilityFaults()).toEqual([]);
  expect(await handoff.complaints()).toEqual([]);
});
