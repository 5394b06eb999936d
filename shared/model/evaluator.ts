import type { Book } from '../book/book.ts';
import { err, ok, type Result } from '../units/result.ts';
import type { Stop } from '../units/stop.ts';
import type { Assumptions, ModelId } from './assumptions/types.ts';
import { inCurrency } from './currency.ts';
import { chooseBySegment, evaluateOver } from './engine/best-by-segment.ts';
import { KeptDrivers } from './engine/kept-drivers.ts';
import { KeptFill } from './engine/kept-fill.ts';
import { item } from './engine/lists.ts';
import { modelTermsOf } from './engine/model-terms.ts';
import type { Outcome } from './engine/outcome.ts';
import { answerByWorkers, type RangeWorker } from './engine/range-host.ts';
import { answerHere, type Asking } from './engine/run.ts';
import { staffInPlace } from './engine/staffing.ts';
import { inSharedMemory } from './engine/subset.ts';
import { fillIn, type FilledBook } from './fill-in.ts';
import { SERVICE_ROLE } from './structural-roles.ts';
import { BEST_BY_SEGMENT, BEST_FIT, currentModelOf, refusalOf } from './ownership.ts';
import type { Comparison, ModelResult } from './result.ts';
import { textOf } from './text-of.ts';

export interface EvaluateOptions {
  /** One unit of the assumptions' currency in the book's currency; needed where the two differ. */
  readonly rate?: number | undefined;
  /** Where others may give the evaluation up: it then throws `Stopped` within a block of accounts. */
  readonly stop?: Stop | undefined;
}

/** Evaluates one book again and again, as assumptions move: what a change does not touch is kept from the call before. */
export interface Evaluator {
  /** As `evaluate`, and with the same figures to the last bit. */
  readonly evaluate: (
    assumptions: Assumptions,
    modelIds: readonly ModelId[],
    options?: EvaluateOptions,
  ) => Result<Comparison, string>;
}

/**
 * An evaluator of a book that must not change. It keeps the filled-in book (depends on few
 * assumptions), the drivers of year 1 (no pay, no ownership), and each model's outcome (its own
 * ownership, the roles it uses, and today's model).
 */
export function createEvaluator(book: Book, { keep = true } = {}): Evaluator {
  const kept = keep ? new Kept() : null;
  return {
    evaluate: (assumptions, modelIds, options = {}) => {
      const opened = comparing(book, assumptions, modelIds, options, kept);
      if (!opened.ok) return opened;
      const { asking, filled } = opened.value;
      return ok(answerHere(asking, filled, kept?.drivers, options.stop));
    },
  };
}

/** As `Evaluator`, and with the same figures to the last bit, by several threads. One call at a time. */
export interface SharedEvaluator {
  /** Rejects where a thread fails, and with `Stopped`. */
  readonly evaluate: (
    ...asked: Parameters<Evaluator['evaluate']>
  ) => Promise<Result<Comparison, string>>;
}

/**
 * An evaluator by workers, at least one. It keeps the filled-in book, which they share, and the outcomes.
 */
export function createSharedEvaluator(
  book: Book,
  workers: readonly RangeWorker[],
): SharedEvaluator {
  const kept = new Kept();
  let held: FilledBook | null = null;
  return {
    evaluate: async (assumptions, modelIds, options = {}) => {
      const opened = comparing(book, assumptions, modelIds, options, kept);
      if (!opened.ok) return opened;
      const { asking, filled } = opened.value;
      if (filled !== held) {
        held = filled;
        const shared = inSharedMemory(filled);
        for (const worker of workers) worker.hold(shared);
      }
      return ok(await answerByWorkers(asking, workers, options.stop));
    },
  };
}

/** The comparison as a computation that asks for rounds through the book; refused in one sentence. */
function comparing(
  book: Book,
  assumptions: Assumptions,
  modelIds: readonly ModelId[],
  { rate }: EvaluateOptions,
  kept: Kept | null,
): Result<{ readonly filled: FilledBook; readonly asking: Asking<Comparison> }, string> {
  const converted = inCurrency(assumptions, book.currency, rate);
  if (!converted.ok) return converted;
  const known = converted.value;
  const refusal = refusalOf(known, modelIds);
  if (refusal !== null) return err(refusal);
  const filled = kept?.fill(book, known) ?? fillIn(book, known);
  const currency = book.currency === '' ? known.currency : book.currency;
  return ok({ filled, asking: compare(filled, currency, known, modelIds, kept) });
}

/** What one call leaves for the next. */
class Kept {
  readonly drivers = new KeptDrivers();
  private readonly fills = new KeptFill();
  private filled: FilledBook | null = null;
  private readonly outcomes = new Map<ModelId, { readonly key: string; readonly value: Outcome }>();

  fill(book: Book, assumptions: Assumptions): FilledBook {
    const filled = this.fills.fill(book, assumptions);
    if (filled !== this.filled) this.outcomes.clear();
    this.filled = filled;
    return filled;
  }

  outcome(model: ModelId, key: string): Outcome | undefined {
    const known = this.outcomes.get(model);
    return known?.key === key ? known.value : undefined;
  }

  remember(model: ModelId, key: string, value: Outcome): void {
    this.outcomes.set(model, { key, value });
  }
}

function* compare(
  filled: FilledBook,
  currency: string,
  assumptions: Assumptions,
  modelIds: readonly ModelId[],
  kept: Kept | null,
): Asking<Comparison> {
  const staff = staffInPlace(assumptions, filled);
  const currentModel = currentModelOf(assumptions);
  const termsOf = (id: ModelId) => modelTermsOf(assumptions, id, filled.segment);
  const current = currentModel === null ? null : termsOf(currentModel);
  const listed = modelIds.includes(BEST_BY_SEGMENT) ? assumptions.bestBySegment.models : [];
  const ids = [...new Set([...modelIds, ...listed])].filter((id) => id !== BEST_BY_SEGMENT);
  const outcomes = new Map<ModelId, Outcome>();
  const keyOf = kept === null ? () => '' : keysOf(assumptions);
  const keys = new Map(ids.map((id) => [id, keyOf(id)]));
  for (const id of ids) {
    const known = kept?.outcome(id, keys.get(id) ?? '');
    if (known !== undefined) outcomes.set(id, known);
  }
  const open = ids.filter((id) => !outcomes.has(id));
  const over = evaluateOver(
    assumptions,
    null,
    open.map((id) => ({ model: termsOf(id), staff })),
    current === null ? null : { model: current, staff },
  );
  const fresh = open.length === 0 ? [] : yield* over;
  open.forEach((id, index) => {
    const outcome = item(fresh, index);
    outcomes.set(id, outcome);
    kept?.remember(id, keys.get(id) ?? '', outcome);
  });
  const whole = (id: ModelId): Outcome => {
    const outcome = outcomes.get(id);
    if (outcome === undefined) throw new Error(`${id} was not evaluated.`);
    return outcome;
  };
  const results: [ModelId, ModelResult][] = [];
  for (const id of modelIds) {
    if (id !== BEST_BY_SEGMENT) {
      results.push([id, whole(id).result]);
      continue;
    }
    const wholes = listed.map((one) => ({ model: termsOf(one), outcome: whole(one) }));
    const choice = yield* chooseBySegment({ assumptions, book: filled, staff, current, wholes });
    results.push([id, choice.result]);
  }
  return {
    accounts: filled.count,
    currency,
    currentModel,
    models: Object.fromEntries(results),
  };
}

/** Sections that do not move every model: each model's own, and those of no named model. */
const NOT_SHARED = new Set(['models', 'roles', 'bestFit', 'bestBySegment', 'decisionMetric']);

/** Everything a model's outcome depends on, beside the book, as text: by model. */
function keysOf(assumptions: Assumptions): (id: ModelId) => string {
  const { models, roles, capacity, bestFit } = assumptions;
  const current = currentModelOf(assumptions);
  const sections = Object.entries(assumptions).filter(([name]) => !NOT_SHARED.has(name));
  const shared = [...sections.map(([, section]) => textOf(section)), ...Object.keys(roles)].join();
  return (id) => {
    const concerned = current === null ? [id] : [id, current];
    // Under fixed capacity people are paid whether a model uses them or not.
    const used =
      capacity.mode === 'fixed'
        ? Object.keys(roles)
        : [SERVICE_ROLE, ...concerned.flatMap((model) => rolesUsed(assumptions, model))];
    return [
      shared,
      id === BEST_FIT ? textOf(bestFit) : '',
      ...[...new Set(used)].sort().map((role) => role + textOf(roles[role])),
      ...concerned.map((model) => textOf(models[model])),
    ].join('\n');
  };
}

/** Roles that lead or assist anything in a model. */
function rolesUsed({ models, bestFit }: Assumptions, id: ModelId): readonly string[] {
  if (id === BEST_FIT) return bestFit.roles;
  const model = models[id];
  return [model?.motions ?? {}, ...Object.values(model?.segments ?? {})].flatMap((owned) =>
    Object.values(owned).flatMap((ownership) =>
      ownership === undefined ? [] : [ownership.lead, ...ownership.assists.map(({ role }) => role)],
    ),
  );
}
