import { describe, expect, it } from 'vitest';
import { getAt, resetAt, setAt } from '../../../shared/model/assumptions/access.ts';
import type { AssumptionValue } from '../../../shared/model/assumptions/access.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { joinPath, splitPath } from '../../../shared/model/assumptions/paths.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import { variantsOf } from '../../../shared/model/assumptions/variants.ts';

function set(
  assumptions: Assumptions,
  path: string,
  value: AssumptionValue,
  unlinked: readonly string[] = [],
): Assumptions {
  const result = setAt(assumptions, path, value, unlinked);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function refusal(path: string, value: AssumptionValue): string {
  const result = setAt(DEFAULTS, path, value);
  return result.ok ? '' : result.error.message;
}

const csmPay = (assumptions: Assumptions) =>
  variantsOf(assumptions, 'roles.csm.ote').map(({ model, value }) => [model, value]);

describe('one figure changed', () => {
  it('doubles the CSM pay in every model when roles.csm.ote alone is doubled', () => {
    const doubled = set(DEFAULTS, 'roles.csm.ote', 240_000);
    expect(doubled.roles['csm']?.ote).toBe(240_000);
    expect(csmPay(doubled)).toEqual([
      ['allSales', 220_000],
      ['allCsm', 260_000],
      ['bestFit', 260_000],
    ]);
  });

  it('leaves what the user unlinked', () => {
    const doubled = set(DEFAULTS, 'roles.csm.ote', 240_000, ['models.allCsm.roles.csm.ote']);
    expect(csmPay(doubled)).toEqual([
      ['allSales', 220_000],
      ['allCsm', 130_000],
      ['bestFit', 260_000],
    ]);
  });

  it('keeps a proportion that the user chose', () => {
    const chosen = set(DEFAULTS, 'models.allCsm.roles.csm.ote', 180_000);
    expect(csmPay(set(chosen, 'roles.csm.ote', 60_000))).toEqual([
      ['allSales', 55_000],
      ['allCsm', 90_000],
      ['bestFit', 65_000],
    ]);
  });

  it('holds variants at their bounds and finds the way back, through zero too', () => {
    const path = 'roles.csm.variableShare';
    const high = set(DEFAULTS, path, 0.9);
    expect(high.models['allCsm']?.roles?.['csm']?.variableShare).toBe(1);
    expect(set(high, path, 0.2)).toEqual(DEFAULTS);
    expect(set(set(DEFAULTS, path, 0), path, 0.2)).toEqual(DEFAULTS);
    expect(resetAt(high, path)).toEqual(DEFAULTS);
  });

  it('shares what did not change', () => {
    const changed = set(DEFAULTS, 'risk.default', 0.2);
    expect(changed.roles).toBe(DEFAULTS.roles);
    expect(changed.models).toBe(DEFAULTS.models);
    expect(DEFAULTS.risk.default).toBe(0.1);
  });

  it('sets choices, and tables that the book or the user fills', () => {
    expect(set(DEFAULTS, 'pay.mode', 'quota').pay.mode).toBe('quota');
    expect(set(DEFAULTS, 'bestFit.singleOwner', true).bestFit.singleOwner).toBe(true);
    const path = joinPath(['cycle', 'segmentDays', 'Up to "5.0" [new]']);
    const typed = set(DEFAULTS, path, 45);
    expect(typed.cycle.segmentDays).toEqual({ 'Up to "5.0" [new]': 45 });
    expect(getAt(typed, path)).toBe(45);
    expect(resetAt(typed, path)).toEqual(DEFAULTS);
    expect(set(DEFAULTS, 'capacity.fte.csm', 4).capacity.fte).toEqual({ csm: 4 });
    expect(
      set(DEFAULTS, 'models.split.roles.csm.loss.newLong', 0.5).models['split']?.roles,
    ).toEqual({ csm: { loss: { newLong: 0.5 } } });
  });

  it.each<[string, AssumptionValue, string]>([
    ['roles.csm.variableShare', 30, 'roles.csm.variableShare must be between 0 and 1, is 30'],
    ['roles.csm.ote', Number.NaN, 'roles.csm.ote must be 0 or more, is NaN'],
    ['roles.csm.ote', '120k', 'roles.csm.ote must be 0 or more, is "120k"'],
    ['pay.mode', 'none', 'pay.mode must be "target" or "quota", is "none"'],
    ['roles.cfo.ote', 1, 'roles.cfo.ote is not an assumption'],
    ['models.none.roles.csm.ote', 1, 'models.none.roles.csm.ote is not an assumption'],
    [
      'models.split.roles.csm.existingShare',
      1,
      'models.split.roles.csm.existingShare is not an assumption',
    ],
    ['capacity.fte.cfo', 1, 'capacity.fte.cfo is not an assumption'],
    ['currency', 'EUR', 'currency is not an assumption'],
    ['roles', 1, 'roles is not an assumption'],
    ['cycle.segmentDays.__proto__', 1, 'cycle.segmentDays.__proto__ is not an assumption'],
    ['__proto__.polluted', 1, '__proto__.polluted is not an assumption'],
    ['roles..ote', 1, 'roles..ote is not an assumption'],
    ['', 1, 'The assumptions is not an assumption'],
  ])('refuses %s = %j', (path, value, message) => {
    expect(refusal(path, value)).toBe(message);
  });
});

describe('paths', () => {
  it('carries any name', () => {
    for (const names of [['a'], ['a', 'b c', 'd'], ['x', '', '.', 'a.b', '["', '\\"', 'ü']]) {
      expect(splitPath(joinPath(names))).toEqual(names);
    }
    expect(splitPath('a..b')).toBeNull();
    expect(splitPath('a["b')).toBeNull();
  });
});
