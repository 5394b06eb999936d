import { expect, test } from 'vitest';
import { placesOfAccount } from '../../../shared/import/find-account.ts';
import { importBook } from '../../../shared/import/import-book.ts';
import { readSheetFile } from '../../../shared/sheet/read.ts';

async function imported(texts: Readonly<Record<string, string>>) {
  const sources = await Promise.all(
    Object.entries(texts).map(async ([file, text]) => {
      const bytes = new TextEncoder().encode(text);
      const read = await readSheetFile({ file, bytes, size: bytes.length });
      if (!read.ok) throw new Error(read.error.message);
      return read.value;
    }),
  );
  const { book, mapping } = importBook(sources, {});
  if (book === undefined) throw new Error('no book');
  const places = (account: number) =>
    placesOfAccount(sources, mapping, {
      id: book.accountId[account] ?? '',
      name: book.name[account] ?? '',
    });
  return { book, places };
}

test('an account is found by its id in every table that names it, also where one writes 18 and another 18.0', async () => {
  const { places } = await imported({
    'accounts.csv':
      'Account ID,Account name,ARR,CSM\n17,Alder Ltd,1000,CSM 1\n18,Birch Ltd,2000,CSM 2\n19,Cedar Ltd,500,CSM 1\n',
    'subscriptions.csv':
      'Subscription ID,Account ID,Status,MRR,Start date,End date\nS1,18.0,active,100,2026-01-01,2026-12-31\nS2,17.0,active,50,2026-01-01,2026-12-31\nS3,18.0,active,10,2026-01-01,2026-12-31\n',
  });
  expect(places(1)).toEqual([
    {
      file: 'accounts.csv',
      sheet: expect.any(String),
      role: 'accounts',
      row: 3,
      column: 'A',
      more: 0,
    },
    {
      file: 'subscriptions.csv',
      sheet: expect.any(String),
      role: 'subscriptions',
      row: 2,
      column: 'B',
      more: 1,
    },
  ]);
});

test('without ids it is found by its name', async () => {
  const { book, places } = await imported({
    'book.csv': 'A note above\n\nCustomer,ARR,CSM\nAlder Ltd,1000,CSM 1\n  Birch Ltd ,2000,CSM 2\n',
  });
  expect(book.name[1]).toBe('Birch Ltd');
  expect(places(1)).toMatchObject([{ file: 'book.csv', row: 5, column: 'A', more: 0 }]);
});
