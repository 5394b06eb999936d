import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MOTIONS } from '../../../shared/book/motions.ts';
import { DEFAULTS } from '../../../shared/model/assumptions/defaults.ts';
import { parseAssumptions, parseAssumptionsText } from '../../../shared/model/assumptions/parse.ts';
import { serializeAssumptions } from '../../../shared/model/assumptions/serialize.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import { exampleAssumptions } from '../../helpers/example.ts';

function accepted(input: unknown, base?: Assumptions): Assumptions {
  const result = parseAssumptions(input, base);
  if (!result.ok) throw new Error(result.error.map((issue) => issue.message).join('\n'));
  return result.value;
}

function refused(input: unknown): readonly string[] {
  const result = parseAssumptions(input);
  return result.ok ? [] : result.error.map((issue) => issue.message);
}

describe('assumptions given in part', () => {
  it('takes the defaults for what is absent', () => {
    expect(accepted({})).toEqual(DEFAULTS);
    const higher = accepted({ grossMargin: 0.8, service: { level: 0.5 } });
    expect(higher).toEqual({
      ...DEFAULTS,
      grossMargin: 0.8,
      service: { ...DEFAULTS.service, level: 0.5 },
    });
  });

  it('accepts the defaults given whole', () => {
    expect(accepted(DEFAULTS)).toEqual(DEFAULTS);
  });

  it('takes no today from an empty text', () => {
    expect(accepted({ currentModel: '' }).currentModel).toBeNull();
    expect(accepted({ currentModel: 'split' }).currentModel).toBe('split');
  });

  it('moves the variants of a base figure that is given without them', () => {
    const { models } = accepted({ roles: { csm: { ote: 240_000 } } });
    expect(models['allSales']?.roles?.['csm']?.ote).toBe(220_000);
    expect(models['allCsm']?.roles?.['csm']?.ote).toBe(260_000);
    expect(models['bestFit']?.roles?.['csm']?.ote).toBe(260_000);
  });

  it('takes variants that are given as they stand', () => {
    const { models } = accepted({
      roles: { csm: { ote: 240_000 } },
      models: { allCsm: { roles: { csm: { ote: 150_000 } } } },
    });
    expect(models['allCsm']?.roles?.['csm']?.ote).toBe(150_000);
    expect(models['allSales']?.roles?.['csm']?.ote).toBe(220_000);
  });

  it('adds a custom model, with segments of any name, and a custom role', () => {
    const motions = DEFAULTS.models['split']?.motions;
    const segments = { constructor: { renewal: { lead: 'partner', assists: [] } } };
    const parsed = accepted({
      roles: { partner: { ...DEFAULTS.roles['ae'], ote: 100_000 } },
      models: { mine: { motions, segments } },
      currentModel: 'mine',
      bestBySegment: { models: ['mine', 'split'] },
    });
    expect(parsed.models['mine']).toEqual({ motions, segments });
    expect(parsed.incentive.reference['partner']?.newSolution).toBeCloseTo(50_000 / 900_000, 12);
  });

  it('takes out a variant that is given as null', () => {
    const parsed = accepted({ models: { allCsm: { roles: { csm: { ote: null } } } } });
    expect(parsed.models['allCsm']?.roles).toEqual({ csm: { variableShare: 0.3 } });
    expect(accepted(JSON.parse(serializeAssumptions(parsed)))).toEqual(parsed);
  });
});

describe('a custom model', () => {
  it('has no assists where it names none', () => {
    const alone = Object.fromEntries(MOTIONS.map((motion) => [motion, { lead: 'am' }]));
    const { models } = accepted({ models: { mine: { motions: alone } } });
    expect(models['mine']?.motions?.renewal).toEqual({ lead: 'am', assists: [] });
  });
});

describe('assumptions refused', () => {
  it.each<[unknown, string]>([
    [
      { roles: { csm: { variableShare: 30 } } },
      'roles.csm.variableShare must be between 0 and 1, is 30',
    ],
    [{ roles: { csm: { quota: 0 } } }, 'roles.csm.quota must be above 0, is 0'],
    [
      { roles: { ae: { productiveShare: 0 } } },
      'roles.ae.productiveShare must be above 0 and at most 1, is 0',
    ],
    [{ roles: { ae: { ote: -1 } } }, 'roles.ae.ote must be 0 or more, is -1'],
    [{ roles: { ae: { ote: '180k' } } }, 'roles.ae.ote must be 0 or more, is "180k"'],
    [{ roles: { ae: { ote: null } } }, 'roles.ae.ote must be 0 or more, is null'],
    [{ roles: { ae: { pay: 1 } } }, 'roles.ae.pay is not an assumption'],
    [{ roles: { ae: 3 } }, 'roles.ae must be a group of figures, is 3'],
    [{ horizonYears: 2.5 }, 'horizonYears must be a whole number between 1 and 100, is 2.5'],
    [{ pay: { mode: 'bonus' } }, 'pay.mode must be "target" or "quota", is "bonus"'],
    [{ currency: 'dollars' }, 'currency must be a currency code such as "USD", is "dollars"'],
    [{ motions: { renewal: { winRate: 1 } } }, 'motions.renewal.winRate is not an assumption'],
    [{ spiff: { upsell: 1 } }, 'spiff.upsell is not an assumption'],
    [
      { cycle: { segmentDays: { 'Up to 5.0': 0 } } },
      'cycle.segmentDays["Up to 5.0"] must be above 0, is 0',
    ],
    [{ cycle: { minScale: 4 } }, 'cycle.minScale must not be above cycle.maxScale'],
    [
      { currentModel: 'bestFit' },
      'currentModel must be one of allSales, split, allCsm, is "bestFit"',
    ],
    [
      { bestBySegment: { models: ['split', 'bestBySegment'] } },
      'bestBySegment.models.1 must be one of allSales, split, allCsm, is "bestBySegment"',
    ],
    [{ bestBySegment: { models: [] } }, 'bestBySegment.models must name at least one model'],
    [
      { models: { split: { motions: { renewal: { lead: 'cfo' } } } } },
      'models.split.motions.renewal.lead must be one of the roles ae, am, csm, is "cfo"',
    ],
    [
      { models: { mine: { roles: {} } } },
      'models.mine.motions is missing: say who leads each motion',
    ],
    [
      { models: { bestFit: { motions: DEFAULTS.models['split']?.motions } } },
      'models.bestFit may have roles only: who leads is computed',
    ],
    [
      { models: { allCsm: { roles: { csm: { existingShare: 1 } } } } },
      'models.allCsm.roles.csm.existingShare is not an assumption',
    ],
    [
      { capacity: { fte: { cfo: 1 } } },
      'capacity.fte.cfo must be one of the roles ae, am, csm, is "cfo"',
    ],
    [
      { models: { constructor: { motions: DEFAULTS.models['split']?.motions } } },
      'models.constructor is not a possible name',
    ],
    [[], 'The assumptions must be a group of figures, is a list'],
    [null, 'The assumptions must be a group of figures, is null'],
  ])('%j', (input, message) => {
    expect(refused(input)).toContain(message);
  });

  it('names what a new role lacks', () => {
    expect(refused({ roles: { partner: { ote: 1 } } })).toContain(
      'roles.partner.quota is missing: what is new needs all its figures',
    );
  });

  it('reports every issue, not only the first', () => {
    expect(refused({ grossMargin: 2, timing: 2, tax: 1 })).toEqual(
      expect.arrayContaining([
        'grossMargin must be between 0 and 1, is 2',
        'timing must be between 0 and 1, is 2',
        'tax is not an assumption',
      ]),
    );
  });

  it('refuses prototype names wherever they stand, and touches no prototype', () => {
    for (const text of [
      '{"__proto__": {"polluted": 1}}',
      '{"roles": {"__proto__": {"ote": 1}}}',
      '{"cycle": {"segmentDays": {"__proto__": 5}}}',
      '{"models": {"mine": {"segments": {"__proto__": {}}}}}',
    ]) {
      const result = parseAssumptionsText(text);
      expect(result.ok ? [] : result.error.map((issue) => issue.message)).toEqual([
        expect.stringMatching(/__proto__ is not a possible name$/),
      ]);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('ends in a sentence for any JSON text', () => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    for (const text of ['', '{', '[1]', '"x"', '{"a":'.repeat(10), deep]) {
      const result = parseAssumptionsText(text);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error[0]?.message).toMatch(/^(The assumptions|a) /);
    }
  });
});

describe('an assumptions file', () => {
  it.each(['assumptions', 'assumptions-fixed', 'assumptions-third'] as const)(
    'reads %s of the worked example as it stands',
    (name) => {
      const file = new URL(`../../fixtures/model-example/${name}.json`, import.meta.url);
      expect(parseAssumptionsText(readFileSync(file, 'utf8'))).toEqual({
        ok: true,
        value: exampleAssumptions(name),
      });
    },
  );

  it('reads back as it was written', () => {
    const changed = accepted({
      currency: 'EUR',
      currentModel: 'allSales',
      cycle: { segmentDays: { 'Größe "A".1': 45 } },
      roles: { csm: { loss: { newLong: 0.5 } } },
    });
    const result = parseAssumptionsText(serializeAssumptions(changed));
    expect(result).toEqual({ ok: true, value: changed });
  });
});
