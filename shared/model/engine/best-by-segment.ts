import type { Assumptions, ModelId } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import type { ModelResult } from '../result.ts';
import { addUp } from './add-up.ts';
import { item } from './lists.ts';
import { modelTermsOf, type ModelTerms } from './model-terms.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { demandOf, runBook, type Asking, type StaffedModel } from './run.ts';
import type { FixedStaff } from './staffing.ts';

/** What bestBySegment is chosen from, and the whole-book outcome of each listed model, in the order listed. */
export interface SegmentContext {
  readonly assumptions: Assumptions;
  readonly book: FilledBook;
  /** People of the whole book. */
  readonly staff: FixedStaff;
  readonly current: ModelTerms | null;
  readonly wholes: readonly { readonly model: ModelTerms; readonly outcome: Outcome }[];
}

/** Chosen models: of each segment, and the parts of the book that chose the same; one part where a single model took all. */
export interface SegmentChoice {
  readonly result: ModelResult;
  readonly parts: readonly Part[];
}
export interface Part {
  readonly model: ModelId;
  /** Codes of the part's segments; null: the whole book. */
  readonly segments: ReadonlySet<number> | null;
  readonly staff: FixedStaff;
  readonly currentStaff: FixedStaff;
}

/** Values this close tie (model equations, section 4). */
function tolerance(best: number): number {
  return 1e-9 * Math.max(1, Math.abs(best));
}

/** Each segment takes the listed model of highest npv, unless one model is as good for all (section 4). */
export function* chooseBySegment(context: SegmentContext): Asking<SegmentChoice> {
  const { book, wholes, staff } = context;
  const shares = new StaffShares(context);
  const codes = [...new Set(book.segment.codes)];
  const chosen = new Map<number, number>();
  const alone = new Map<number, Outcome>();
  for (const code of codes) {
    const segments = new Set([code]);
    const outcomes = yield* evaluatePart(
      context,
      shares,
      segments,
      wholes.map(({ model }) => model),
    );
    let best = 0;
    outcomes.forEach((outcome, w) => {
      const leading = item(outcomes, best).result.npv;
      if (outcome.result.npv > leading + tolerance(leading)) best = w;
    });
    chosen.set(code, best);
    alone.set(code, item(outcomes, best));
  }

  const parts = yield* partsOf(context, shares, chosen);
  let best: SegmentChoice | null = null;
  if (parts.length > 0) {
    const outcomes: Outcome[] = [];
    for (const part of parts) {
      const only = part.segments?.size === 1 ? [...part.segments][0] : undefined;
      const known = staff === null && only !== undefined ? alone.get(only) : undefined;
      outcomes.push(known ?? (yield* evaluateStaffed(context, part)));
    }
    const roles = item(wholes, 0).model.roles;
    best = { result: { ...addUp(roles, outcomes), chosen: named(book, chosen, wholes) }, parts };
  }
  for (const [w, { model, outcome }] of wholes.entries()) {
    const npv = best?.result.npv ?? -Infinity;
    if (best !== null && outcome.result.npv < npv - tolerance(npv)) continue;
    const everywhere = new Map(codes.map((code) => [code, w]));
    best = {
      result: { ...outcome.result, chosen: named(book, everywhere, wholes) },
      parts: [{ model: model.id, segments: null, staff, currentStaff: staff }],
    };
  }
  if (best === null) throw new Error('bestBySegment lists no model.');
  return best;
}

function named(
  book: FilledBook,
  chosen: ReadonlyMap<number, number>,
  wholes: SegmentContext['wholes'],
): Readonly<Record<string, ModelId>> {
  return Object.fromEntries(
    [...chosen].map(([code, w]) => [book.segment.values[code] ?? '', item(wholes, w).model.id]),
  );
}

/** The part of the book's people that a part of the book has, by its share of what is asked of them in year 1 (section 5). */
class StaffShares {
  private readonly wholeDemand = new Map<ModelId, Float64Array>();

  constructor(private readonly context: SegmentContext) {}

  /** Share against the whole book under the same model. */
  *alone(model: ModelTerms, demand: Float64Array, accounts: number): Asking<FixedStaff> {
    return this.share(demand, yield* this.whole(model), accounts);
  }

  share(demand: Float64Array, total: Float64Array, accounts: number): FixedStaff {
    const { staff, book } = this.context;
    if (staff === null) return null;
    return staff.map((people, r) => {
      const all = total[r] ?? 0;
      return people * (all === 0 ? accounts / book.count : (demand[r] ?? 0) / all);
    });
  }

  private *whole(model: ModelTerms): Asking<Float64Array> {
    const known = this.wholeDemand.get(model.id);
    if (known !== undefined) return known;
    const demand = item(yield* demandOf(this.context.assumptions, null, [model]), 0);
    this.wholeDemand.set(model.id, demand);
    return demand;
  }
}

function* partsOf(
  context: SegmentContext,
  shares: StaffShares,
  chosen: ReadonlyMap<number, number>,
): Asking<readonly Part[]> {
  const { assumptions, book, current, staff, wholes } = context;
  const groups = wholes
    .map(({ model }, w) => ({
      model,
      segments: new Set([...chosen].filter(([, own]) => own === w).map(([code]) => code)),
    }))
    .filter(({ segments }) => segments.size > 0);
  if (staff === null)
    return groups.map(({ model, segments }) => ({
      model: model.id,
      segments,
      staff: null,
      currentStaff: null,
    }));
  const asked: { own: Float64Array; today: Float64Array | undefined; accounts: number }[] = [];
  for (const { model, segments } of groups) {
    const models = current === null ? [model] : [model, current];
    const [own, today] = yield* demandOf(assumptions, segments, models);
    const accounts = accountsIn(book, segments);
    asked.push({ own: own ?? new Float64Array(0), today, accounts });
  }
  const total = new Float64Array(staff.length);
  for (const { own } of asked) own.forEach((hours, r) => (total[r] = (total[r] ?? 0) + hours));
  const parts: Part[] = [];
  for (const [g, { model, segments }] of groups.entries()) {
    const { own, today, accounts } = item(asked, g);
    parts.push({
      model: model.id,
      segments,
      staff: shares.share(own, total, accounts),
      currentStaff:
        current === null || today === undefined
          ? null
          : yield* shares.alone(current, today, accounts),
    });
  }
  return parts;
}

function accountsIn(book: FilledBook, segments: ReadonlySet<number>): number {
  let count = 0;
  for (const code of book.segment.codes) if (segments.has(code)) count += 1;
  return count;
}

/** Models over a part by itself, each with its share of the people for that part alone. */
function* evaluatePart(
  context: SegmentContext,
  shares: StaffShares,
  segments: ReadonlySet<number>,
  models: readonly ModelTerms[],
): Asking<readonly Outcome[]> {
  const { assumptions, book, staff, current } = context;
  if (staff === null) {
    const staffed = models.map((model) => ({ model, staff: null }));
    const today = current === null ? null : { model: current, staff: null };
    return yield* evaluateOver(assumptions, segments, staffed, today);
  }
  const accounts = accountsIn(book, segments);
  const asking = current === null ? models : [...models, current];
  const demands = yield* demandOf(assumptions, segments, asking);
  const staffed: StaffedModel[] = [];
  for (const [w, model] of asking.entries())
    staffed.push({ model, staff: yield* shares.alone(model, item(demands, w), accounts) });
  const today = current === null ? null : item(staffed, models.length);
  return yield* evaluateOver(assumptions, segments, staffed.slice(0, models.length), today);
}

function* evaluateStaffed(context: SegmentContext, part: Part): Asking<Outcome> {
  const { assumptions, book, current } = context;
  const model = modelTermsOf(assumptions, part.model, book.segment);
  const today = current === null ? null : { model: current, staff: part.currentStaff };
  const staffed = [{ model, staff: part.staff }];
  return item(yield* evaluateOver(assumptions, part.segments, staffed, today), 0);
}

/** Models over a book or part of one, each against today's. */
export function* evaluateOver(
  assumptions: Assumptions,
  segments: ReadonlySet<number> | null,
  models: readonly StaffedModel[],
  current: StaffedModel | null,
): Asking<readonly Outcome[]> {
  const run = yield* runBook(assumptions, segments, models, current);
  return models.map(({ model }, w) => {
    const against =
      current === null || run.current === null || current.model.id === model.id
        ? null
        : { model: current.model, staffing: run.current };
    return outcomeOf(assumptions, model, item(run.models, w), against);
  });
}
