import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { sheetFileAt } from '../../helpers/grids.ts';
import { readCanonicalBook } from '../../helpers/read-canonical-book.ts';

const PATH = new URL('../../fixtures/model-example/book.csv', import.meta.url);

describe('a book in the canonical columns', () => {
  it('reads as it stands, every column', async () => {
    const result = importBook([await sheetFileAt(PATH)], { mapping: undefined });
    const { currency, ...expected } = readCanonicalBook(PATH);
    expect(currency).toBe('USD');
    expect(result.issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(result.book).toEqual({ ...expected, currency: '' });
    expect(result.shape).toBe('accounts');
  });

  it('keeps accounts that pay nothing, and leaves them out on request', async () => {
    const files = [await sheetFileAt(PATH)];
    const whole = importBook(files, {});
    expect(whole.notPaying.map(({ id }) => id)).toEqual(['AC-105', 'AC-124']);
    expect(whole.book?.count).toBe(36);
    const paying = importBook(files, { mapping: { ...whole.mapping, leaveOutNotPaying: true } });
    expect(paying.book?.count).toBe(34);
    expect(paying.notPaying).toEqual(whole.notPaying);
    expect(paying.totals.arr).toBe(whole.totals.arr);
    expect(paying.book?.accountId).not.toContain('AC-105');
    expect(paying.book?.accountId).toContain('row-16');
  });
});
