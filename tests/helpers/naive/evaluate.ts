import type { Book } from '../../../shared/book/book.ts';
import type { Assumptions, ModelId, RoleId } from '../../../shared/model/assumptions/types.ts';
import type { Comparison, ModelResult } from '../../../shared/model/result.ts';
import { at, fillIn, maybe, sum, type Account } from './accounts.ts';
import { figuresOf } from './figures.ts';
import { div, evaluateModel, partners, type Against } from './model.ts';
import { planOf } from './plan.ts';
import { workload } from './year.ts';

/** Adds up plain nested numbers of the same shape. */
export function addUp(all: unknown[]): unknown {
  const first = all[0];
  if (typeof first === 'number') return sum(all as number[]);
  if (Array.isArray(first)) return first.map((_, i) => addUp(all.map((x) => (x as unknown[])[i])));
  if (first === null || typeof first !== 'object') return first;
  return Object.fromEntries(
    Object.keys(first).map((k) => [k, addUp(all.map((x) => (x as Record<string, unknown>)[k]))]),
  );
}

/** Section 4, bestBySegment. */
export function bestBySegment(
  a: Assumptions,
  accounts: Account[],
  fixed: Record<RoleId, number> | null,
  current: Against | null,
): ModelResult {
  const models = a.bestBySegment.models;
  const demand = (model: ModelId, of: Account[]) =>
    workload(a, figuresOf(a, model), of, planOf(a, model)).demand;
  const share = (part: number, whole: number, of: Account[]) =>
    whole === 0 ? of.length / accounts.length : part / whole;
  const fteOf = (
    of: Account[],
    own: Record<RoleId, number>,
    whole: Record<RoleId, number>,
  ): Record<RoleId, number> | null =>
    fixed === null
      ? null
      : Object.fromEntries(
          Object.keys(fixed).map((r) => [
            r,
            (fixed[r] ?? 0) * share(own[r] ?? 0, whole[r] ?? 0, of),
          ]),
        );
  const currentOf = (of: Account[]): Against | null =>
    current === null
      ? null
      : {
          model: current.model,
          fixed: fteOf(of, demand(current.model, of), demand(current.model, accounts)),
        };
  const segments = [...new Set(accounts.map((x) => x.segment))];
  const close = (best: number) => 1e-9 * Math.max(1, Math.abs(best));
  const chosen: Record<string, ModelId> = {};
  for (const s of segments) {
    const of = accounts.filter((x) => x.segment === s);
    let best: { model: ModelId; npv: number } | undefined;
    for (const model of models) {
      const npv = evaluateModel(
        a,
        model,
        of,
        fteOf(of, demand(model, of), demand(model, accounts)),
        currentOf(of),
      ).result.npv;
      if (best === undefined || npv > best.npv + close(best.npv)) best = { model, npv };
    }
    if (best) Object.defineProperty(chosen, s, { value: best.model, enumerable: true });
  }
  const parts = models
    .map((model) => ({ model, of: accounts.filter((x) => chosen[x.segment] === model) }))
    .filter((p) => p.of.length > 0);
  const demands = parts.map((p) => demand(p.model, p.of));
  const allDemand = Object.fromEntries(
    Object.keys(a.roles).map((r) => [r, sum(demands.map((d) => d[r] ?? 0))]),
  );
  const done = parts.map((p, n) =>
    evaluateModel(a, p.model, p.of, fteOf(p.of, demands[n] ?? {}, allDemand), currentOf(p.of)),
  );
  let best: ModelResult | undefined;
  if (done.length > 0) {
    const added = addUp(done.map((d) => d.result)) as ModelResult;
    const pairs = new Set(done.flatMap((d) => [...d.pairs]));
    const weighted = (key: 'coverage' | 'coverageUpsell', by: 'base' | 'upsell') =>
      Object.fromEntries(
        Object.keys(a.roles).map((r) => {
          const weight = sum(done.map((d) => d[by][r] ?? 0));
          return [
            r,
            weight < 1e-9
              ? 1
              : sum(done.map((d) => (d[by][r] ?? 0) * at(d.result[key], r))) / weight,
          ];
        }),
      );
    best = {
      ...added,
      grr: div(added.retainedArr, added.arr),
      nrr: div(added.retainedArr + added.expansionArr, added.arr),
      coverage: weighted('coverage', 'base'),
      coverageUpsell: weighted('coverageUpsell', 'upsell'),
      overlap: {
        ...added.overlap,
        ...partners(pairs),
        singleThroatShare: div(sum(done.map((d) => d.singleArr)), added.arr),
      },
      impliedAttainment: Object.fromEntries(
        Object.keys(a.roles).map((r) => [
          r,
          div(
            sum(done.map((d) => d.attained[r]?.raw ?? 0)),
            sum(done.map((d) => d.attained[r]?.promised ?? 0)),
          ),
        ]),
      ),
      costPerDollar: div(added.cost.runCost, sum(done.map((d) => d.retained)) + added.expansionArr),
      chosen,
    };
  }
  for (const model of models) {
    const whole = evaluateModel(a, model, accounts, fixed, current).result;
    if (best === undefined || whole.npv >= best.npv - close(best.npv))
      best = {
        ...whole,
        chosen: Object.fromEntries(segments.map((s) => [s, model])),
      };
  }
  if (best === undefined) throw new Error('no models listed');
  return best;
}

/** The comparison as the model equations define it, slowly. */
export function naiveEvaluate(
  book: Book,
  a: Assumptions,
  modelIds: readonly ModelId[],
): Comparison {
  const accounts = fillIn(book, a);
  const fixed =
    a.capacity.mode === 'funded'
      ? null
      : Object.fromEntries(
          Object.entries(a.roles).map(([r, f]) => [
            r,
            maybe(a.capacity.fte, r) ??
              new Set(accounts.map((x) => x.owners[r] ?? '').filter((n) => n !== '')).size *
                f.existingShare,
          ]),
        );
  const currentModel = a.currentModel === null || a.currentModel === '' ? null : a.currentModel;
  const current = currentModel === null ? null : { model: currentModel, fixed };
  return {
    accounts: book.count,
    currency: book.currency === '' ? a.currency : book.currency,
    currentModel,
    models: Object.fromEntries(
      modelIds.map((model) => [
        model,
        model === 'bestBySegment'
          ? bestBySegment(a, accounts, fixed, current)
          : evaluateModel(a, model, accounts, fixed, current).result,
      ]),
    ),
  };
}
