import type { AccountResults } from '../model/account-results-types.ts';
import { getAt } from '../model/assumptions/access.ts';
import { entryAt, titleOf } from '../model/assumptions/catalogue.ts';
import { joinPath } from '../model/assumptions/paths.ts';
import type { Assumptions, ModelId, RoleId } from '../model/assumptions/types.ts';
import type { FilledBook } from '../model/fill-in.ts';
import { metricOf } from '../model/metrics.ts';
import { roleName } from '../model/names.ts';
import { BEST_BY_SEGMENT } from '../model/ownership.ts';
import type { Comparison, ModelResult } from '../model/result.ts';
import type { Term } from './expression.ts';

/** What an explanation draws on. */
export interface ExplainContext {
  readonly comparison: Comparison;
  /** The assumptions behind it, money in the book's currency. */
  readonly assumptions: Assumptions;
  /** The book as the model sees it. */
  readonly filled: FilledBook;
  /** Year 1 account by account; null where it is not at hand, and what needs it stays in words. */
  readonly accountsOf: (model: ModelId) => AccountResults | null;
}

/** One model of a comparison, and its figures as terms of formulas. */
export class Subject {
  readonly model: ModelId;
  readonly result: ModelResult;
  /** The result of today's model, where it is known and compared. */
  readonly today: ModelResult | null;
  readonly roles: readonly RoleId[];
  private readonly context: ExplainContext;
  private known: { readonly accounts: AccountResults | null } | null = null;

  constructor(context: ExplainContext, model: ModelId, result: ModelResult) {
    this.context = context;
    this.model = model;
    this.result = result;
    this.today = context.comparison.models[context.comparison.currentModel ?? ''] ?? null;
    this.roles = Object.keys(context.assumptions.roles);
  }

  get todayModel(): ModelId | null {
    return this.context.comparison.currentModel;
  }
  get filled(): FilledBook {
    return this.context.filled;
  }
  get assumptions(): Assumptions {
    return this.context.assumptions;
  }
  /** Worked out when first needed, then kept: a formula asks for it many times. */
  get accounts(): AccountResults | null {
    this.known ??= { accounts: this.context.accountsOf(this.model) };
    return this.known.accounts;
  }

  /** The model whose figures of roles apply everywhere; null where segments chose different ones. */
  get figuresOf(): ModelId | null {
    if (this.model !== BEST_BY_SEGMENT) return this.model;
    const chosen = new Set(Object.values(this.result.chosen ?? {}));
    const [only] = chosen;
    return chosen.size === 1 && only !== undefined ? only : null;
  }

  /** A figure of the registry as a term. */
  figure(id: string, result: ModelResult = this.result, suffix = ''): Term {
    const metric = metricOf(id);
    if (metric === undefined) throw new Error(`There is no metric ${id}.`);
    return {
      symbol: metric.label + suffix,
      label: metric.meaning,
      value: metric.read(result, this.today),
      unit: metric.unit,
    };
  }

  /** An assumption as a term, with where it comes from. */
  assumption(symbol: string, ...names: readonly string[]): Term {
    const path = joinPath(names);
    const value = getAt(this.assumptions, path);
    const found = entryAt(this.assumptions, path);
    const entry = found?.kind === 'figure' ? found : undefined;
    return {
      symbol,
      label: entry === undefined ? symbol : titleOf(entry),
      value: typeof value === 'number' ? value : null,
      unit: entry?.unit ?? 'ratio',
      assumption: entry && {
        path,
        grade: entry.grade,
        source: entry.source,
        year: entry.year,
        note: entry.note,
        isDefault: entry.default === value,
      },
    };
  }

  /** A figure of a role as the model has it: its own where it overrides the role's. */
  roleFigure(role: RoleId, word: string, names: readonly string[], model = this.figuresOf): Term {
    const symbol = `${roleName(role)} ${word}`;
    const own = ['models', model ?? '', 'roles', role, ...names];
    const isOwn = getAt(this.assumptions, joinPath(own)) !== undefined;
    return this.assumption(symbol, ...(isOwn ? own : ['roles', role, ...names]));
  }
}

/** A term of its own: a sum over accounts, a count. */
export function termOf(symbol: string, label: string, value: number, unit: Term['unit']): Term {
  return { symbol, label, value, unit };
}
