import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { correctMapping } from '../../../renderer/commands/change-mapping.ts';
import { undo } from '../../../renderer/store/history.ts';
import { withCorrection, withField } from '../../../renderer/store/mapping-edits.ts';
import { BookScreen } from '../../../renderer/views/book/book-screen.tsx';
import { openWindow, type TestWindow } from '../../helpers/window.tsx';

const arrOf = ({ store }: TestWindow): number | undefined =>
  store.getState().document?.report?.totals.arr;

/** Draws the Book screen; the user types and clicks. */
async function bookScreen(texts: Readonly<Record<string, string>>) {
  const open = await openWindow(texts);
  open.show(<BookScreen />);
  return { open, user: userEvent.setup({ pointerEventsCheck: 0 }) };
}

describe('what only the user can say', () => {
  it('asks whether a join by name is right, with the effect of each answer', async () => {
    const { open, user } = await bookScreen({
      'accounts.csv': 'Account Name,CSM\nAlder Freight,Owner 1\nBirch,Owner 2\nCedar,Owner 2',
      'subscriptions.csv': [
        'Subscription ID,Account Name,MRR,Status',
        ...['Alder Freight', 'Birch', 'Cedar', 'alder freight', 'Dune'].map(
          (name, at) => `S-${String(at)},${name},100,active`,
        ),
      ].join('\n'),
    });
    const question = screen.getByRole('region', { name: /joined to the right accounts by name/ });
    expect(question.textContent).toContain('Dune (1)');
    expect(arrOf(open)).toBe(4800);
    await user.click(within(question).getByRole('button', { name: /^Yes, join them by name/ }));
    await waitFor(() => {
      expect(screen.queryByRole('region', { name: /joined to the right accounts/ })).toBeNull();
    });
    expect(open.store.getState().document?.report?.joins.map(({ state }) => state)).toContain(
      'confirmed',
    );
    undo(open.store);
    await screen.findByRole('region', { name: /joined to the right accounts by name/ });
  });

  it('asks which comes first in dates that prove nothing, and takes the answer that was in use', async () => {
    const { open, user } = await bookScreen({
      'book.csv':
        'Account Name,ARR,Renewal Date\nAlder Freight,1000,03/04/2026\nBirch,2000,05/06/2026',
    });
    const name = /Which comes first in the dates of .Renewal Date/;
    const question = screen.getByRole('region', { name });
    const inUse = within(question).getByRole('button', { name: /read so for now/ });
    expect(within(question).getAllByRole('button')).toHaveLength(2);
    await user.click(inUse);
    await waitFor(() => {
      expect(screen.queryByRole('region', { name })).toBeNull();
    });
    expect(Object.keys(open.store.getState().document?.mapping?.rules ?? {})).toEqual([
      'dates:Renewal Date',
    ]);
  });

  it('asks for rates where amounts are in several currencies, and makes the book from them', async () => {
    const { open, user } = await bookScreen({
      'book.csv': 'Account Name,ARR,Currency\nAlder,1000,USD\nBirch,2000,EUR\nCedar,500,USD',
    });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This is not a book yet');
    await user.type(screen.getByRole('textbox', { name: /^Value of 1 EUR/ }), '1.1{Enter}');
    await waitFor(() => {
      expect(arrOf(open)).toBe(3700);
    });
    expect(open.store.getState().document?.book?.currency).toBe('USD');
    // The rate stays on the screen, to be changed.
    expect(screen.getByRole('textbox', { name: /^Value of 1 EUR/ })).toBeDefined();
  });
});

describe('how the values of a column are read', () => {
  it('multiplies quarterly revenue by four', async () => {
    const { open, user } = await bookScreen({
      'book.csv': 'Account Name,ARR\nAlder Freight,1000\nBirch,2000',
    });
    await user.click(screen.getByRole('combobox', { name: 'Values of ARR' }));
    await user.click(await screen.findByRole('option', { name: /^A quarter/ }));
    await waitFor(() => {
      expect(arrOf(open)).toBe(12_000);
    });
    expect(await screen.findByText('ARR × 4')).toBeDefined();
  });

  it('counts the days of a sale from another date of the row', async () => {
    const { open, user } = await bookScreen({
      'book.csv': [
        'Account Name,ARR,Pilot,Signed',
        'Alder Freight,1000,2025-01-01,2025-01-31',
        'Birch,2000,2025-02-01,2025-03-03',
      ].join('\n'),
    });
    await correctMapping(open, 'Signed ends the sale', (mapping) => {
      const [table] = mapping.tables;
      return table === undefined ? mapping : withField(mapping, table, 3, 'cycleDays');
    });
    await user.click(screen.getByRole('combobox', { name: 'Values of Signed' }));
    await user.click(await screen.findByRole('option', { name: 'Days since Pilot' }));
    await waitFor(() => {
      expect([...(open.store.getState().document?.book?.cycleDays ?? [])]).toEqual([30, 30]);
    });
  });

  it('says what stands for a code by a table of the book', async () => {
    const { open, user } = await bookScreen({
      'book.csv': 'Account Name,ARR,CSM\nAlder Freight,1000,U-1\nBirch,2000,U-2',
      'people.csv': 'User ID,Name,Role\nU-1,Owner 1,CSM\nU-2,Owner 2,CSM',
    });
    const csms = () => open.store.getState().document?.book?.owners['csm']?.values;
    await user.click(screen.getByRole('combobox', { name: 'Values of CSM' }));
    await user.click(await screen.findByRole('option', { name: 'Codes of people.csv' }));
    await waitFor(() => {
      expect(open.store.getState().document?.mapping?.tables[0]?.columns[2]?.transform).toBe(
        'lookup',
      );
    });
    expect(csms()).toEqual(['', 'Owner 1', 'Owner 2']);
  });
});

describe('cells corrected by hand', () => {
  it('are listed and taken back one by one', async () => {
    const { open, user } = await bookScreen({
      'book.csv': 'Account Name,ARR\nAlder Freight,1000\nBirch,2000',
    });
    const sheet = open.store.getState().document?.mapping?.tables[0]?.sheet ?? '';
    const cell = { file: 'book.csv', sheet, column: 1 };
    await correctMapping(open, 'two cells', (mapping) =>
      withCorrection(withCorrection(mapping, { ...cell, row: 1 }, '5'), { ...cell, row: 2 }, '7'),
    );
    expect(arrOf(open)).toBe(12);
    await user.click(screen.getByRole('tab', { name: /^Data quality/ }));
    await user.click(
      screen.getByRole('button', { name: /^Take back the correction of B2 of book.csv/ }),
    );
    await waitFor(() => {
      expect(arrOf(open)).toBe(1007);
    });
    await user.click(screen.getByRole('button', { name: 'Take back all' }));
    await waitFor(() => {
      expect(arrOf(open)).toBe(3000);
    });
  });
});
