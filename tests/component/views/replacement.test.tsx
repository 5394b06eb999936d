import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FileRef } from '../../../renderer/bridge/bridge.ts';
import { chooseAsOf, correctMapping } from '../../../renderer/commands/change-mapping.ts';
import { encodeDocument } from '../../../renderer/commands/encode-document.ts';
import { takeDropped } from '../../../renderer/commands/open-files.ts';
import { answerToday } from '../../../renderer/store/book.ts';
import { redo, undo } from '../../../renderer/store/history.ts';
import { withColumn, withCorrection } from '../../../renderer/store/mapping-edits.ts';
import { setAssumption, setFilter } from '../../../renderer/store/scenarios.ts';
import { ReplacementDialog } from '../../../renderer/views/book/replacement-dialog.tsx';
import { NO_FILTER } from '../../../shared/project/document.ts';
import { openProject } from '../../../shared/project/decode.ts';
import { openWindow, sourceOf, type TestWindow } from '../../helpers/window.tsx';

const FEBRUARY = [
  'Account ID,Account Name,Account Executive,CSM,Paid',
  'A-1,Alder Freight,Owner 1,Owner 3,1000',
  'A-2,Birch Analytics,Owner 2,Owner 3,2000',
  'A-3,Cedar Media,Owner 1,Owner 4,call',
].join('\n');
/** The same columns in another order: one account gone, one new, one pays more, one has another CSM. */
const MARCH = [
  'Paid,CSM,Account Name,Account ID,Account Executive',
  '1500,Owner 5,Alder Freight,A-1,Owner 1',
  'call,Owner 4,Cedar Media,A-3,Owner 1',
  '900,Owner 4,Dune Bank,A-4,Owner 2',
].join('\n');

/** A book whose `Paid` the user has said to be monthly revenue. */
async function february(): Promise<TestWindow> {
  const open = await openWindow({ 'february.csv': FEBRUARY });
  await correctMapping(open, 'Paid is monthly revenue', (mapping) => {
    const [table] = mapping.tables;
    const paid = table?.columns.find(({ header }) => header === 'Paid');
    if (table === undefined || paid === undefined) throw new Error('no such column');
    const tables = mapping.tables.map((one) => ({
      ...one,
      columns: one.columns.map((column) =>
        column.column === paid.column
          ? { ...column, field: 'arr', chosenBy: 'user' as const, confidence: 1 }
          : column,
      ),
    }));
    return withColumn({ ...mapping, tables }, table, paid.column, { transform: 'times12' });
  });
  return open;
}

async function drop(open: TestWindow, name: string, text: string): Promise<void> {
  const file: FileRef = { id: name, name, bytes: text.length };
  open.memory.books.set(file.id, await sourceOf(name, text));
  open.show(<ReplacementDialog />);
  await takeDropped(open, [file]);
}

const arrOf = ({ store }: TestWindow): readonly number[] => [
  ...(store.getState().document?.book?.arr ?? []),
];

describe('replacing the data of the open book', () => {
  it('lists what changes, takes it under the mapping that was, and goes back and forth', async () => {
    const open = await february();
    const { store } = open;
    answerToday(store, 'split', 'Today: Split');
    setAssumption(store, 'grossMargin', 0.8, 'Gross margin');
    const before = store.getState().document;
    await drop(open, 'march.csv', MARCH);
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const tabs = screen.getAllByRole('tab').map(({ textContent }) => textContent);
    expect(tabs).toEqual(['Gone 1', 'Added 1', 'ARR moved 1', 'Owners changed 1']);
    expect(screen.getByRole('grid', { name: 'Gone' }).getAttribute('aria-rowcount')).toBe('2');
    expect(store.getState().document).toBe(before);

    await user.click(screen.getByRole('button', { name: 'Replace' }));
    expect(arrOf(open)).toEqual([18_000, 0, 10_800]);
    const after = store.getState().document;
    expect(after?.scenarios).toBe(before?.scenarios);
    expect(after?.todayAnswered).toBe(true);
    expect(undo(store)).toBe('Replace the data with march.csv');
    expect(arrOf(open)).toEqual([12_000, 24_000, 0]);
    expect(store.getState().document?.sources).toBe(before?.sources);
    expect(store.getState().document?.mapping).toEqual(before?.mapping);
    redo(store);
    expect(arrOf(open)).toEqual([18_000, 0, 10_800]);
    // Nothing is read again: both months are at hand.
    expect(store.getState().session.task).toBeNull();
  });

  it('saves every change as a table in which text of the book is no formula', async () => {
    const open = await february();
    open.memory.saveTarget = { id: 'changes', name: 'changes.csv', bytes: 0 };
    await drop(open, 'march.csv', MARCH.replace('Dune Bank', '=1+1'));
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    await user.click(screen.getByRole('button', { name: 'Save as CSV…' }));
    expect(new TextDecoder().decode(open.memory.saved.get('changes')).split('\r\n')).toEqual([
      'What,Account id,Account,Role,Before,After,Change (ARR a year)',
      'Gone,A-2,Birch Analytics,,24000,,-24000',
      "Added,A-4,'=1+1,,,10800,10800",
      'ARR moved,A-1,Alder Freight,,12000,18000,6000',
      'Owners changed,A-1,Alder Freight,Customer success manager,Owner 3,Owner 5,',
      '',
    ]);
  });

  it('keeps what is there when the user says so', async () => {
    const open = await february();
    const before = open.store.getState().document;
    await drop(open, 'march.csv', MARCH);
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    await user.click(screen.getByRole('button', { name: 'Keep what is there' }));
    expect(open.store.getState().document).toBe(before);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('carries a correction to its new place and says which has none', async () => {
    const open = await february();
    const cell = { file: 'february.csv', sheet: sheetOf(open) };
    await correctMapping(open, 'two cells', (mapping) =>
      withCorrection(
        withCorrection(mapping, { ...cell, row: 3, column: 4 }, '300'),
        { ...cell, row: 1, column: 4 },
        '1111',
      ),
    );
    expect(arrOf(open)).toEqual([13_332, 24_000, 3600]);
    await drop(open, 'march.csv', MARCH);
    expect(
      screen.getByText(/E2 of february.csv, “1000” corrected to “1111”: now “1500”/),
    ).toBeDefined();
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    await user.click(screen.getByRole('button', { name: 'Replace' }));
    expect(arrOf(open)).toEqual([18_000, 3600, 10_800]);
  });

  it('leaves out of the saved file the steps that belong to the other month', async () => {
    const open = await february();
    await drop(open, 'march.csv', MARCH);
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    await user.click(screen.getByRole('button', { name: 'Replace' }));
    setAssumption(open.store, 'grossMargin', 0.8, 'Gross margin');
    const { document } = open.store.getState();
    if (document === null) throw new Error('no document');
    const saved = openProject(await encodeDocument(open, document));
    if (!saved.ok) throw new Error(saved.error);
    expect(saved.value.notes).toEqual([]);
    expect(saved.value.document.history.past.map(({ label }) => label)).toEqual(['Gross margin']);
    expect(document.history.past.map(({ label }) => label)).toEqual([
      'Paid is monthly revenue',
      'Replace the data with march.csv',
      'Gross margin',
    ]);
  });

  it('keeps the files of the book that the new data says nothing about, unless told', async () => {
    const accounts = 'Account ID,Account Name,CSM\nA-1,Alder Freight,Owner 1\nA-2,Birch,Owner 2';
    const rows = ['Subscription ID,Account ID,MRR,Status', 'S-1,A-1,100,active'];
    const open = await openWindow({
      'accounts.csv': accounts,
      'subscriptions.csv': [...rows, 'S-2,A-2,200,active'].join('\n'),
    });
    await drop(open, 'subs-march.csv', [...rows, 'S-2,A-2,300,active'].join('\n'));
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const keep = screen.getByRole('checkbox', { name: /^Keep accounts.csv as it is/ });
    expect(screen.getByRole('tab', { name: /^ARR moved/ }).textContent).toBe('ARR moved 1');
    await user.click(keep);
    await waitFor(() => {
      expect(screen.getByRole('checkbox', { checked: false })).toBeDefined();
    });
    await user.click(screen.getByRole('checkbox'));
    await waitFor(() => {
      expect(screen.getByRole('tab', { name: /^Gone/ }).textContent).toBe('Gone 0');
    });
    await user.click(screen.getByRole('button', { name: 'Replace' }));
    expect(arrOf(open)).toEqual([1200, 3600]);
  });

  it('keeps the day that was chosen as today, says so, and offers that of the new data', async () => {
    const deals = (month: string) =>
      ['Account ID,Account Name,ARR,Customer since', `A-1,Alder Freight,100,2026-${month}-05`].join(
        '\n',
      );
    const open = await openWindow({ 'february.csv': deals('02') });
    const { store } = open;
    expect(store.getState().document?.report?.asOf.date).toBe('2026-02-05');
    await chooseAsOf(open, '2026-02-28');
    await drop(open, 'march.csv', deals('03'));
    const user = userEvent.setup({ pointerEventsCheck: 0 });
    const keep = () => screen.getByRole('checkbox', { name: /^Keep Feb 28, 2026 as today/ });
    expect(keep()).toHaveProperty('checked', true);
    await user.click(keep());
    await screen.findByText(/^Today becomes Mar 5, 2026: the latest date in the book/);
    await user.click(keep());
    await waitFor(() => {
      expect(keep()).toHaveProperty('checked', true);
    });
    await user.click(keep());
    await screen.findByText(/^Today becomes Mar 5, 2026/);
    await user.click(screen.getByRole('button', { name: 'Replace' }));
    expect(store.getState().document?.asOf).toBeNull();
    expect(store.getState().document?.report?.asOf.date).toBe('2026-03-05');
    undo(store);
    expect(store.getState().document?.asOf).toBe('2026-02-28');
    // Both days are at hand: nothing is read again.
    expect(store.getState().session.task).toBeNull();
  });

  it('says where a filter names someone who is not in the new data', async () => {
    const open = await february();
    const owners = [
      { role: 'csm', name: 'Owner 3' },
      { role: 'csm', name: 'Owner 4' },
    ];
    setFilter(open.store, { ...NO_FILTER, owners }, 'Filter');
    await drop(open, 'march.csv', MARCH);
    expect(
      screen.getByText(
        'The filter of Base case names what the new data does not have: customer success manager Owner 3.',
      ),
    ).toBeDefined();
  });

  it('refuses data that is no book and leaves the open one alone', async () => {
    const open = await february();
    await drop(open, 'notes.csv', 'Topic,Remark\nA,one\nB,two');
    expect(screen.getByRole('button', { name: 'Replace' }).hasAttribute('disabled')).toBe(true);
  });
});

function sheetOf({ store }: TestWindow): string {
  return store.getState().document?.mapping?.tables[0]?.sheet ?? '';
}
