import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getAt, resetAt, setAt } from '../../shared/model/assumptions/access.ts';
import { catalogueOf } from '../../shared/model/assumptions/catalogue.ts';
import type { FigureEntry } from '../../shared/model/assumptions/catalogue.ts';
import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import { UNBOUNDED, within } from '../../shared/model/assumptions/field.ts';
import { parseAssumptions, parseAssumptionsText } from '../../shared/model/assumptions/parse.ts';
import { joinPath, splitPath } from '../../shared/model/assumptions/paths.ts';
import { serializeAssumptions } from '../../shared/model/assumptions/serialize.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import { variantsOf } from '../../shared/model/assumptions/variants.ts';

const figures = catalogueOf(DEFAULTS).filter(
  (entry): entry is FigureEntry => entry.kind === 'figure',
);

/** Any figure with a value that it may take. */
const change = fc.constantFrom(...figures).chain(({ path, bounds }) => {
  const [from, to] = [bounds.atLeast ?? 1e-3, Math.min(bounds.atMost, 1e9)];
  const value =
    bounds.whole === true
      ? fc.integer({ min: from, max: to })
      : fc.double({ min: from, max: to, noNaN: true }).map((each) => each + 0);
  return fc.record({ path: fc.constant(path), value });
});

function set(assumptions: Assumptions, path: string, value: number): Assumptions {
  const result = setAt(assumptions, path, value);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

test('whatever the sliders do, every figure stays within its bounds and a file brings it back', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const changed = changes
        // Which of the two is larger is checked when a file is read.
        .filter(({ path }) => path !== 'cycle.minScale' && path !== 'cycle.maxScale')
        .reduce((all, { path, value }) => set(all, path, value), DEFAULTS);
      const outside = catalogueOf(changed).filter((entry) => {
        const value = getAt(changed, entry.path);
        return (
          entry.kind === 'figure' && !(typeof value === 'number' && within(entry.bounds, value))
        );
      });
      expect(outside).toEqual([]);
      expect(parseAssumptionsText(serializeAssumptions(changed))).toEqual({
        ok: true,
        value: changed,
      });
    }),
    { numRuns: 100 },
  );
});

test('reset undoes any change, variants included', () => {
  fc.assert(
    fc.property(change, ({ path, value }) => {
      expect(resetAt(set(DEFAULTS, path, value), path)).toEqual(DEFAULTS);
    }),
    { numRuns: 500 },
  );
});

test('a file with one base figure says the same as the slider', () => {
  const bases = figures.filter(({ path }) => variantsOf(DEFAULTS, path).length > 0);
  const factor = fc.double({ min: 0, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...bases), factor, ({ path, bounds, default: usual }, times) => {
      const value = Math.min(bounds.atMost, (usual ?? 0) * times);
      const part = (splitPath(path) ?? []).reduceRight<unknown>(
        (child, name) => ({ [name]: child }),
        value,
      );
      expect(parseAssumptions(part)).toEqual({ ok: true, value: set(DEFAULTS, path, value) });
    }),
  );
});

test('a figure outside its bounds is refused with its path, by file and slider alike', () => {
  fc.assert(
    fc.property(fc.constantFrom(...figures), fc.boolean(), ({ path, bounds }, isAbove) => {
      const value =
        isAbove && bounds.atMost !== UNBOUNDED
          ? bounds.atMost * 1.5
          : (bounds.atLeast ?? bounds.above ?? 0) - 0.5;
      const part = (splitPath(path) ?? []).reduceRight<unknown>(
        (child, name) => ({ [name]: child }),
        value,
      );
      const read = parseAssumptions(part);
      const moved = setAt(DEFAULTS, path, value);
      expect(read.ok).toBe(false);
      expect(moved.ok).toBe(false);
      if (!read.ok && !moved.ok) expect(read.error).toContainEqual(moved.error);
    }),
  );
});

test('any JSON is taken whole or refused in sentences, and taking it twice changes nothing', () => {
  const names = fc.constantFrom(
    ...['roles', 'csm', 'ote', 'models', 'split', 'motions', 'renewal', 'lead', 'assists', 'cycle'],
    ...['segmentDays', '__proto__', 'constructor', 'weights', 'loss', 'pay', 'mode', 'toString'],
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 6, withCrossShrink: true }, fc.jsonValue(), tie('group')),
    group: fc.dictionary(names, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(tree, (input) => {
      const read = parseAssumptions(input);
      if (read.ok) expect(parseAssumptions(read.value)).toEqual(read);
      else for (const { message } of read.error) expect(message).toMatch(/^\S.* \S/);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a path carries any names', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (path) => {
      expect(splitPath(joinPath(path))).toEqual(path);
    }),
  );
});
