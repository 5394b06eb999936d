import { applyPatches, enablePatches } from 'immer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../../../renderer/store/json-diff.ts';

enablePatches();

describe('differences', () => {
  it('lead from any value to any other, and back', () => {
    const json = fc
      .jsonValue({ maxDepth: 4 })
      .filter((value) => !/__proto__/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(json, json, (a, b) => {
        const [from, to] = [{ root: a }, { root: b }];
        const there = differences(from, to).map(({ op, path, value }) => ({
          op,
          path: [...path],
          value,
        }));
        expect(applyPatches(from, there)).toEqual(to);
      }),
      { verbose: 1 },
    );
  });

  it('are as small as the change', () => {
    const before = { a: { b: 1, c: [1, 2] }, d: { e: 'x' } };
    const after = { ...before, a: { b: 2, c: before.a.c } };
    expect(differences(before, after)).toEqual([{ op: 'replace', path: ['a', 'b'], value: 2 }]);
  });

  it('grow and shrink lists at their end', () => {
    expect(differences([1, 2], [1, 2, 3])).toEqual([{ op: 'add', path: [2], value: 3 }]);
    expect(differences([1, 2, 3], [1])).toEqual([
      { op: 'remove', path: [2] },
      { op: 'remove', path: [1] },
    ]);
  });
});
