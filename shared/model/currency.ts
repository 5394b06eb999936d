import { err, ok, type Result } from '../units/result.ts';
import type { Assumptions, ModelDefinition, RoleFigures } from './assumptions/types.ts';

const ROLE_MONEY = [
  'ote',
  'quota',
  'overhead',
  'managerLoaded',
  'hireCost',
] as const satisfies readonly (keyof RoleFigures)[];

/**
 * The assumptions with every money figure in the book's currency (model equations, section 2).
 * `rate`: what one unit of the assumptions' currency is worth in the book's. A book without a currency
 * takes the assumptions'. The error is one sentence.
 */
export function inCurrency(
  assumptions: Assumptions,
  currency: string,
  rate?: number,
): Result<Assumptions, string> {
  const from = assumptions.currency;
  if (currency === '' || currency === from) return ok(assumptions);
  if (rate === undefined)
    return err(
      `The book is in ${currency} and the assumptions are in ${from}: give the rate (what 1 ${from} is worth in ${currency}) or write the assumptions in ${currency}.`,
    );
  if (!(rate > 0) || !Number.isFinite(rate))
    return err(
      `The rate from ${from} to ${currency} must be a number above 0, is ${String(rate)}.`,
    );
  const { segments, cycle, certification, effort, service } = assumptions;
  return ok({
    ...assumptions,
    currency,
    segments: {
      smallBelow: segments.smallBelow * rate,
      midsizeUpTo: segments.midsizeUpTo * rate,
    },
    cycle: { ...cycle, cacPerDay: cycle.cacPerDay * rate },
    certification: { ...certification, cost: certification.cost * rate },
    effort: { ...effort, valueScale: effort.valueScale * rate },
    service: { ...service, arrScale: service.arrScale * rate },
    roles: mapValues(assumptions.roles, (role) => convertMoney(role, rate)),
    models: mapValues(assumptions.models, (model) => convertModel(model, rate)),
  });
}

function convertModel(model: ModelDefinition, rate: number): ModelDefinition {
  if (model.roles === undefined) return model;
  return { ...model, roles: mapValues(model.roles, (role) => convertMoney(role, rate)) };
}

function convertMoney<T extends Partial<RoleFigures> | ModelRole>(figures: T, rate: number): T {
  const converted = { ...figures };
  for (const field of ROLE_MONEY) {
    const value = figures[field];
    if (value !== undefined) Object.assign(converted, { [field]: value * rate });
  }
  return converted;
}
type ModelRole = NonNullable<ModelDefinition['roles']>[string];

function mapValues<T>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
