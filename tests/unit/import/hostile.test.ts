import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { fileOf, gridOf, type TestCell } from '../../helpers/grids.ts';

describe('hostile books', () => {
  it('take prototype names as what they are: texts', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const rows: TestCell[][] = [
      ['Account', 'ARR', 'CSM', 'Segment', ...names],
      ...names.map((name, i): TestCell[] => [name, 10 * (i + 1), name, name, ...names]),
    ];
    const result = importBook([fileOf(rows, '__proto__.xlsx')], {
      mapping: {
        ...importBook([], {}).mapping,
        rules: JSON.parse('{"__proto__":"x","constructor":"y"}'),
      },
    });
    expect(result.totals.arr).toBe(150);
    expect(result.book?.owners['csm']?.values).toEqual(['', ...names]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('keep cells of 10,000 characters, right-to-left and astral text whole in the book, short in messages', () => {
    const long = 'א'.repeat(10_000);
    const rows: TestCell[][] = [
      ['Account', 'ARR', 'CSM'],
      [long, 1, '𝕊𝕦𝕔𝕔𝕖𝕤𝕤 😀'],
      ['ב\u202eBirch', 2, 'S'],
      [`=HYPERLINK("x")`, long, 'S'],
    ];
    const result = importBook([fileOf(rows)], {});
    expect(result.book?.name).toEqual([long, 'ב\u202eBirch', '=HYPERLINK("x")']);
    expect(result.book?.owners['csm']?.values[1]).toBe('𝕊𝕦𝕔𝕔𝕖𝕤𝕤 😀');
    for (const { text, message } of result.issues) {
      expect(text.length).toBeLessThanOrEqual(200);
      expect(message.length).toBeLessThan(600);
    }
    for (const { samples } of result.mapping.tables[0]?.columns ?? [])
      for (const sample of samples) expect(sample.length).toBeLessThanOrEqual(80);
  });

  it('cut the list of issues, never the count', () => {
    const rows = [
      ['Account', 'ARR', 'Health', 'CSM'],
      ...Array.from({ length: 3000 }, (_, i): TestCell[] => [
        `Works ${String(i)}`,
        1,
        i < 1000 ? 'n. b.' : 50,
        'S',
      ]),
    ];
    const result = importBook([fileOf(rows)], {});
    expect(result.issueCounts['not-a-number']).toBe(1000);
    expect(result.issues.filter(({ code }) => code === 'not-a-number')).toHaveLength(500);
    expect(result.book?.count).toBe(3000);
  });

  it('end sheets without sense in one sentence', () => {
    const sheets: TestCell[][][] = [
      [[]],
      [[null], [null]],
      Array.from({ length: 40 }, (_, r) => Array.from({ length: 40 }, (_, c) => (r * c) % 7)),
      Array.from({ length: 300 }, (_, r) => (r % 2 === 0 ? ['Total', 'Total', 'Total'] : [])),
      [Array.from({ length: 16_384 }, (_, c) => `Header ${String(c)}`), ['x']],
      Array.from({ length: 200 }, () => ['Account', 'ARR', 'CSM']),
      [
        ['Account', 'ARR'],
        [{ error: '#REF!' }, { error: '#REF!' }],
      ],
      [[{ date: '2025-01-01' }, true, 1, 'x']],
    ];
    for (const rows of sheets) {
      const result = importBook([fileOf([gridOf(rows)])], {});
      expect(result.book).toBeUndefined();
      const errors = result.issues.filter(({ severity }) => severity === 'error');
      expect(errors.length).toBeGreaterThan(0);
      expect(errors[0]?.message).toMatch(/^[^\n]{10,5000}$/);
    }
  });

  it('keep ids apart that only look like numbers', () => {
    const ids = ['1E5', '100000', '0018', '18', '1e5', '9007199254740993', '9007199254740992'];
    const rows = [
      ['Account ID', 'Account', 'ARR', 'CSM'],
      ...ids.map((id, i): TestCell[] => [id, `W ${String(i)}`, 1, 'S']),
    ];
    const result = importBook([fileOf(rows)], {});
    expect(result.book?.accountId).toEqual(ids);
  });
});
