import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { correctMapping } from '../../../renderer/commands/change-mapping.ts';
import { chooseMapping, saveMapping } from '../../../renderer/commands/mapping-file.ts';
import { watchMapping } from '../../../renderer/commands/mapping-memory.ts';
import { openFiles } from '../../../renderer/commands/open-files.ts';
import { undo } from '../../../renderer/store/history.ts';
import { withField } from '../../../renderer/store/mapping-edits.ts';
import { BookScreen } from '../../../renderer/views/book/book-screen.tsx';
import { readMapping } from '../../../shared/project/mapping-file.ts';
import { openWindow, sourceOf, type TestWindow } from '../../helpers/window.tsx';

const JANUARY = 'Account Name,Rep,Worth,ARR\nAlder Freight,Owner 1,7,1000\nBirch,Owner 2,9,2000';
const FEBRUARY = 'ARR,Worth,Account Name,Rep\n1100,5,Alder Freight,Owner 1\n2100,4,Birch,Owner 2';
/** The second CSV column means the CSM, which nothing but the user could know. */
async function january(): Promise<TestWindow> {
  const open = await openWindow({ 'january.csv': JANUARY });
  watchMapping(open);
  await correctMapping(open, 'Rep is the CSM', (mapping) => {
    const [table] = mapping.tables;
    return table === undefined ? mapping : withField(mapping, table, 1, 'owner.csm');
  });
  return open;
}

const csms = ({ store }: TestWindow) => store.getState().document?.book?.owners['csm']?.values;

describe('how a book is read, kept for the next one', () => {
  it('is used again for a file with the same headers, and said', async () => {
    const open = await january();
    await waitFor(() => {
      expect(open.memory.mappings.size).toBe(1);
    });
    // No customer's values are kept with it.
    expect([...open.memory.mappings.values()].join('')).not.toContain('Alder');
    open.memory.books.set('f', await sourceOf('february.csv', FEBRUARY));
    await openFiles(open, [{ id: 'f', name: 'february.csv', bytes: 1 }]);
    expect(csms(open)).toEqual(['', 'Owner 1', 'Owner 2']);
    open.show(<BookScreen />);
    expect(screen.getByText(/^Read as last time, on November 2, 2026/)).toBeDefined();

    const user = userEvent.setup({ pointerEventsCheck: 0 });
    await user.click(screen.getByRole('button', { name: 'Read anew' }));
    await waitFor(() => {
      expect(csms(open) ?? ['']).toEqual(['']);
    });
    expect(screen.queryByText(/^Read as last time/)).toBeNull();
    expect(undo(open.store)).toBe('Read the book anew');
    await waitFor(() => {
      expect(csms(open)).toEqual(['', 'Owner 1', 'Owner 2']);
    });
  });

  it('is saved as a file and taken from one, which another book refuses', async () => {
    const open = await january();
    open.memory.saveTarget = { id: 'm', name: 'book mapping.json', bytes: 0 };
    await saveMapping(open);
    const text = new TextDecoder().decode(open.memory.saved.get('m'));
    expect(readMapping(text).ok).toBe(true);

    const next = await openWindow({ 'february.csv': FEBRUARY });
    next.memory.chosen = [{ id: 'm', name: 'book mapping.json', bytes: 0 }];
    next.memory.texts.set('m', text);
    expect(csms(next) ?? ['']).toEqual(['']);
    await chooseMapping(next);
    expect(csms(next)).toEqual(['', 'Owner 1', 'Owner 2']);

    const other = await openWindow({ 'deals.csv': 'Deal,Stage,Amount\nD-1,Won,5\nD-2,Lost,6' });
    other.memory.chosen = next.memory.chosen;
    other.memory.texts.set('m', text);
    const before = other.store.getState().document;
    await chooseMapping(other);
    expect(other.store.getState().document).toBe(before);
    expect(other.store.getState().session.notices[0]?.text).toBe(
      'book mapping.json speaks of other tables than this book has: not taken.',
    );
  });
});
