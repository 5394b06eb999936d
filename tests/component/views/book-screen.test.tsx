import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { undo } from '../../../renderer/store/history.ts';
import { BookScreen } from '../../../renderer/views/book/book-screen.tsx';
import { openWindow } from '../../helpers/window.tsx';

const ACCOUNTS = [
  'Account ID,Account Name,Account Executive,CSM,Hotel stars',
  'A-1,Alder Freight,Owner 1,Owner 3,4',
  'A-2,Birch Analytics,Owner 2,Owner 3,3',
  'A-3,Cedar Media,Owner 1,Owner 4,5',
].join('\n');
const SUBSCRIPTIONS = [
  'Subscription ID,Account ID,MRR,Start Date,Status',
  'S-1,A-1,1000,2025-01-10,active',
  'S-2,A-2,2000,2025-02-10,active',
  'S-3,A-3,500,2025-03-10,churned',
].join('\n');
const BOOK = { 'accounts.csv': ACCOUNTS, 'subscriptions.csv': SUBSCRIPTIONS };

describe('the screen that confirms the reading', () => {
  it('says what the book comes to and asks who leads today without answering it', async () => {
    const { show, store } = await openWindow(BOOK);
    show(<BookScreen />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(
      /^3 accounts with .?36,000 of recurring revenue a year$/,
    );
    const question = screen.getByRole('radiogroup', {
      name: 'Who leads renewals and upsell today?',
    });
    const answers = within(question).getAllByRole('radio');
    expect(answers.map((answer) => answer.getAttribute('aria-checked'))).toEqual(
      answers.map(() => 'false'),
    );
    expect(store.getState().document?.todayAnswered).toBe(false);
    expect(store.getState().document?.scenarios[0]?.assumptions.currentModel).toBeNull();
  });

  it('takes the answer, also "not said", and undoes it', async () => {
    const { show, store } = await openWindow(BOOK);
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    show(<BookScreen />);
    await user.click(screen.getByRole('radio', { name: /Customer Success renews/ }));
    expect(store.getState().document?.scenarios[0]?.assumptions.currentModel).toBe('split');
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await user.click(screen.getByRole('radio', { name: 'I would rather not say' }));
    expect(store.getState().document?.scenarios[0]?.assumptions.currentModel).toBeNull();
    expect(store.getState().document?.todayAnswered).toBe(true);
    undo(store);
    undo(store);
    expect(store.getState().document?.todayAnswered).toBe(false);
  });

  it('gives a column another meaning, reads again, and goes back by undo', async () => {
    const { show, store } = await openWindow(BOOK);
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    show(<BookScreen />);
    expect(store.getState().document?.book?.owners['am']?.values.length ?? 0).toBeLessThan(2);
    await user.click(screen.getByRole('combobox', { name: 'Meaning of Account Executive' }));
    await user.click(await screen.findByRole('option', { name: /^Account manager/ }));
    await waitFor(() => {
      expect(store.getState().document?.book?.owners['am']?.values).toContain('Owner 1');
    });
    expect(store.getState().document?.history.past.at(-1)?.label).toBe(
      'Account Executive: account manager',
    );
    undo(store);
    await waitFor(() => {
      expect(store.getState().document?.book?.owners['ae']?.values).toContain('Owner 1');
    });
  });

  it('shows a rule with its effect and follows another choice', async () => {
    const { show, store } = await openWindow(BOOK);
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    show(<BookScreen />);
    await user.click(screen.getByRole('tab', { name: /^Rules/ }));
    await user.click(screen.getByRole('radio', { name: /Everything in the table/ }));
    await waitFor(() => {
      expect(store.getState().document?.report?.totals.arr).toBe(42_000);
    });
  });

  it('leaves out accounts that pay nothing with one click, and still names them', async () => {
    const { show, store } = await openWindow(BOOK);
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    show(<BookScreen />);
    await user.click(screen.getByRole('tab', { name: /^Not paying today/ }));
    await user.click(screen.getByRole('button', { name: 'Leave them out' }));
    await waitFor(() => {
      expect(store.getState().document?.book?.count).toBe(2);
    });
    expect(store.getState().document?.report?.notPaying).toEqual([
      { id: 'A-3', name: 'Cedar Media' },
    ]);
  });

  it('lists remarks, filters them by severity and opens the cell', async () => {
    const wrong = SUBSCRIPTIONS.replace('2000', 'n/a');
    const { show } = await openWindow({ ...BOOK, 'subscriptions.csv': wrong });
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    show(<BookScreen />);
    await user.click(screen.getByRole('tab', { name: /^Data quality/ }));
    expect(screen.getByRole('grid', { name: 'Remarks on the data' })).toBeDefined();
    await user.click(screen.getByRole('radio', { name: /^Errors/ }));
    const table = screen.getByRole('grid', { name: 'Remarks on the data' });
    expect(table.getAttribute('aria-rowcount')).toBe('1');
  });

  it('offers a cycle by segment where the book says none', async () => {
    const { show, store } = await openWindow(BOOK);
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    show(<BookScreen />);
    const field = await screen.findByRole('textbox', { name: /^Sales cycle of Small/ });
    await user.type(field, '45{Enter}');
    expect(store.getState().document?.scenarios[0]?.assumptions.cycle.segmentDays).toEqual({
      Small: 45,
    });
  });

  it('gives the product of a column another name', async () => {
    const held = [
      'Account ID,Account Name,ARR,Has Routing v1,Has Metering',
      'A-1,Alder Freight,100,yes,no',
      'A-2,Birch Analytics,200,no,yes',
    ];
    const { show, store } = await openWindow({ 'book.csv': held.join('\n') });
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    show(<BookScreen />);
    const field = screen.getByRole('textbox', { name: 'Product of Has Routing v1' });
    expect(field).toHaveProperty('value', 'Routing v1');
    await user.clear(field);
    await user.type(field, 'Routing{Enter}');
    const productOf = (header: string) =>
      store
        .getState()
        .document?.mapping?.tables[0]?.columns.find((column) => column.header === header)?.product;
    await waitFor(() => {
      expect(productOf('Has Routing v1')).toBe('Routing');
    });
    expect(productOf('Has Metering')).toBe('Metering');
    expect(undo(store)).toBe('Has Routing v1: product Routing');
    expect(productOf('Has Routing v1')).toBe('Routing v1');
  });

  it('says what is missing where the tables are no book', async () => {
    const { show } = await openWindow({ 'notes.csv': 'Topic,Remark\nA,one\nB,two' });
    show(<BookScreen />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This is not a book yet');
    expect(screen.getByRole('button', { name: /Compare/ }).hasAttribute('disabled')).toBe(true);
  });
});
