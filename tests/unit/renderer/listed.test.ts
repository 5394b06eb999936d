import { beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedEngine } from '../../../renderer/engine/embedded-engine.ts';
import type { AccountRows } from '../../../renderer/engine/jobs.ts';
import { matchingRows, sortedRows, type SortKey } from '../../../renderer/views/accounts/listed.ts';
import { prepareRanks, ranksOf } from '../../../renderer/views/accounts/ranks.ts';
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
const accountsOf = (list: Uint32Array) => Array.from(list, account);

describe('the list of accounts', () => {
  it('is sorted by figures and by names, either way', () => {
    const arr = accountsOf(byArr()).map((place) => book.arr[place] ?? 0);
    expect(arr).toEqual(arr.toSorted((a, b) => b - a));
    const byName = sortedBy({ kind: 'text', texts: book.name, at: account }, false);
    const names = accountsOf(byName).map((place) => book.name[place] ?? '');
    expect(names).toEqual(names.toSorted(new Intl.Collator().compare));
    expect(new Set(byArr()).size).toBe(rows.accounts.length);
  });

  it('keeps the order of accounts that are alike, by figure and by text, either way', () => {
    const figures = Array.from({ length: 5000 }, (_, row) => ((row * 7919) % 40) - 20);
    const texts = ['beta', 'Äther', '', 'alpha', 'zeta', 'alpha'];
    const keys: readonly (readonly [SortKey, (a: number, b: number) => number])[] = [
      [
        { kind: 'number', of: (row) => figures[row] ?? 0 },
        (a, b) => (figures[a] ?? 0) - (figures[b] ?? 0),
      ],
      [
        { kind: 'text', texts, at: (row) => row % 6 },
        (a, b) => new Intl.Collator().compare(texts[a % 6] ?? '', texts[b % 6] ?? ''),
      ],
    ];
    const inOrder = figures.map((_, row) => row);
    for (const [key, compare] of keys) {
      expect([...sortedRows(5000, key, false)]).toEqual(inOrder.toSorted(compare));
      expect([...sortedRows(5000, key, true)]).toEqual(inOrder.toSorted((a, b) => compare(b, a)));
    }
  });

  it('keeps accounts whose figure is not known, last either way', () => {
    const figures = [3, Number.NaN, 1, -2, Number.NaN, 1];
    const key: SortKey = { kind: 'number', of: (row) => figures[row] ?? 0 };
    expect([...sortedRows(6, key, false)]).toEqual([3, 2, 5, 0, 1, 4]);
    expect([...sortedRows(6, key, true)]).toEqual([0, 2, 5, 3, 1, 4]);
  });

  it('ranks thousands of names in short tasks as it does at once', async () => {
    const names = Array.from({ length: 5000 }, (_, at) => `Account ${String((at * 7919) % 4000)}`);
    const same = [...names];
    await prepareRanks(names);
    expect(ranksOf(names)).toEqual(ranksOf(same));
    const { compare } = new Intl.Collator();
    const expected = [...new Set(names)].toSorted(compare);
    expect([...ranksOf(names)]).toEqual(names.map((name) => expected.indexOf(name)));
  });

  it('is found by words in name, id and owners, every one of them, in the order it is sorted', () => {
    const [first = -1] = accountsOf(byArr());
    const name = (book.name[first] ?? '').toUpperCase();
    const id = book.accountId[first] ?? '';
    expect(accountsOf(matchingRows(byArr(), rows, book, `${name} ${id}`, null))).toEqual([first]);
    expect(matchingRows(byArr(), rows, book, `${name} nobody-of-this-name`, null)).toHaveLength(0);

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
