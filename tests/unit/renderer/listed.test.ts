import { beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedEngine } from '../../../renderer/engine/embedded-engine.ts';
import type { AccountRows } from '../../../renderer/engine/jobs.ts';
import { matchingRows, sortedRows, type SortKey } from '../../../renderer/views/accounts/listed.ts';
import { NO_FILTER } from '../../../shared/project/document.ts';
import { exampleAssumptions, exampleBook } from '../../helpers/example.ts';

const book = exampleBook();
let rows: AccountRows;
beforeAll(async () => {
  const engine = createEmbeddedEngine();
  await engine.run('setBook', book);
  const scenario = { assumptions: exampleAssumptions(), models: ['split'], filter: NO_FILTER };
  const input = { ...scenario, rate: null, model: 'split', metric: 'retainedArr' };
  const answer = await engine.run('accounts', input);
  engine.dispose();
  if (answer === null) throw new Error('no list');
  rows = answer;
});
const account = (row: number) => rows.accounts[row] ?? -1;
const sortedBy = (key: SortKey, descending: boolean) =>
  sortedRows(rows.accounts.length, key, descending);
const byArr = () => sortedBy({ kind: 'number', of: (row) => book.arr[account(row)] ?? 0 }, true);
const accountsOf = (list: readonly number[]) => list.map(account);

describe('the list of accounts', () => {
  it('is sorted by figures and by names, either way', () => {
    const arr = accountsOf(byArr()).map((place) => book.arr[place] ?? 0);
    expect(arr).toEqual(arr.toSorted((a, b) => b - a));
    const byName = sortedBy({ kind: 'text', of: (row) => book.name[account(row)] ?? '' }, false);
    const names = accountsOf(byName).map((place) => book.name[place] ?? '');
    expect(names).toEqual(names.toSorted(new Intl.Collator().compare));
    expect(new Set(byArr()).size).toBe(rows.accounts.length);
  });

  it('is found by words in name, id and owners, every one of them, in the order it is sorted', () => {
    const [first = -1] = accountsOf(byArr());
    const name = (book.name[first] ?? '').toUpperCase();
    const id = book.accountId[first] ?? '';
    expect(accountsOf(matchingRows(byArr(), rows, book, `${name} ${id}`, null))).toEqual([first]);
    expect(matchingRows(byArr(), rows, book, `${name} nobody-of-this-name`, null)).toEqual([]);

    const { codes, values } = book.owners['csm'] ?? { codes: new Uint32Array(), values: [] };
    const owner = values[1] ?? '';
    const owned = accountsOf(byArr()).filter((place) => codes[place] === 1);
    expect(owned.length).toBeGreaterThan(1);
    expect(accountsOf(matchingRows(byArr(), rows, book, owner, null))).toEqual(owned);
  });

  it('is narrowed to a segment', () => {
    const large = matchingRows(byArr(), rows, book, '', 'Large');
    expect(large.length).toBeGreaterThan(0);
    expect(
      large.every((row) => rows.segment.values[rows.segment.codes[row] ?? 0] === 'Large'),
    ).toBe(true);
  });
});
