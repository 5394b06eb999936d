import type { Book } from '../book/book.ts';
import { MOTIONS, type Motion } from '../book/motions.ts';
import { err, ok, type Result } from '../units/result.ts';
import type {
  Explanation,
  LeadExplanation,
  RoleTermsExplanation,
} from './account-results-types.ts';
import type { Assumptions, ByMotion, ModelId } from './assumptions/types.ts';
import { item } from './engine/lists.ts';
import type { ModelTerms, Stint } from './engine/model-terms.ts';
import { byMotion } from './engine/outcome.ts';
import { BLOCK, NOBODY, RENEWAL, WORKSPACE } from './engine/workspace.ts';
import { visitYearOne, yearOneOf, type YearOneBlock } from './engine/year-one.ts';
import { yieldOf } from './engine/yields.ts';
import type { EvaluateOptions } from './evaluate.ts';
import { ESTIMATED, type EstimatedField, type FilledBook } from './fill-in.ts';
import type { ByRole } from './result.ts';

/**
 * Everything that led to the figures of one account in one motion under one model, year 1 (model
 * equations, sections 3 to 7). `account`: index in the book. Refuses what `evaluate` refuses, and an
 * account that the book does not have.
 */
export function explainAccount(
  book: Book,
  assumptions: Assumptions,
  model: ModelId,
  account: number,
  motion: Motion,
  options: EvaluateOptions = {},
): Result<Explanation, string> {
  const explained = explainAccounts(book, assumptions, model, [account], options);
  if (!explained.ok) return explained;
  return ok(item(explained.value, 0)[motion]);
}

/** As `explainAccount`, several accounts in all their motions from one pass, in the order asked. */
export function explainAccounts(
  book: Book,
  assumptions: Assumptions,
  model: ModelId,
  accounts: readonly number[],
  options: EvaluateOptions = {},
): Result<readonly ByMotion<Explanation>[], string> {
  const absent = accounts.find((account) => !(account in book.arr));
  if (absent !== undefined) return err(`The book has no account number ${String(absent)}.`);
  const yearOne = yearOneOf(book, assumptions, model, options);
  if (!yearOne.ok) return yearOne;
  const wanted = new Set(accounts);
  const found = new Map<number, ByMotion<Explanation>>();
  visitYearOne(yearOne.value, (block) => {
    for (let i = 0; i < block.count; i += 1) {
      const account = block.accountOf(i);
      if (!wanted.has(account)) continue;
      const own = (m: number) =>
        explain(yearOne.value.assumptions, model, block, i, item(MOTIONS, m));
      found.set(account, byMotion(own));
    }
  });
  return ok(
    accounts.map((account) => {
      const own = found.get(account);
      if (own === undefined) throw new Error('Every account is in a part.');
      return own;
    }),
  );
}

function explain(
  assumptions: Assumptions,
  id: ModelId,
  block: YearOneBlock,
  i: number,
  motion: Motion,
): Explanation {
  const { part } = block;
  const { model, run } = part;
  const m = MOTIONS.indexOf(motion);
  const at = m * BLOCK + i;
  const of = (column: Float64Array, index = i) => column[index] ?? 0;
  const stint = stintOf(block, m, i);
  const worked = WORKSPACE.lead[at] !== NOBODY;
  const figures = assumptions.motions[motion];
  const success =
    motion === 'renewal' ? of(WORKSPACE.renewalSuccess) : assumptions.motions[motion].winRate;
  const { coverage } = run.staffing;
  const covered = (m === RENEWAL ? coverage.base : coverage.upsell)[stint?.lead ?? -1] ?? 1;
  const credited = of(WORKSPACE.won, at) * assumptions.spiff[motion];
  const hours = worked ? of(WORKSPACE.hours, at) : 0;
  const size = of(WORKSPACE.size, at);
  const assists = worked ? (stint?.assists ?? []) : [];
  const rateOf = (role: number) => model.roles[role]?.rate[m] ?? 0;
  return {
    model: id,
    figuresOf: model.id,
    account: block.accountOf(i),
    motion,
    inputs: inputsOf(part.book, block.start + i, of(WORKSPACE.value, at)),
    drivers: {
      relationship: of(WORKSPACE.relationship),
      effortScale: of(WORKSPACE.effortScale),
      size,
      newness: figures.newness,
      sensitivity: figures.sensitivity,
      passive: figures.passive,
      kept: m === RENEWAL ? 1 : of(WORKSPACE.kept),
    },
    lead: stint === null ? null : explainLead(assumptions, model, stint, i, motion),
    success,
    worked,
    friction: of(WORKSPACE.friction),
    coverage: worked ? covered : 1,
    booked: of(WORKSPACE.booked, at),
    credited,
    hours: {
      lead: hours,
      assists: byAssist(model, assists, ({ involvement }) => involvement * hours),
      signal: worked && stint?.signals === true ? assumptions.coordination.signalHours * size : 0,
      service: of(WORKSPACE.service),
    },
    pay: {
      commissionLead: stint === null ? 0 : run.cost.paid(stint.lead, credited * rateOf(stint.lead)),
      commissionAssist: byAssist(model, assists, ({ role, credit }) =>
        run.cost.paid(role, credited * rateOf(role) * credit),
      ),
      scale: Object.fromEntries(model.roles.map((role, r) => [role.id, run.cost.paid(r, 1)])),
    },
  };
}

/** The stint that owns a row, worked or not; null where nobody does. */
function stintOf({ part, ownership }: YearOneBlock, m: number, i: number): Stint | null {
  const starts = item(ownership.starts, m);
  const stints = item(part.model.stints, m);
  const place = WORKSPACE.rows.subarray(m * BLOCK, (m + 1) * BLOCK).indexOf(i);
  const owner = stints.findIndex((_, s) => place < (starts[s + 1] ?? 0));
  return stints[owner] ?? null;
}

function byAssist<T extends { readonly role: number }>(
  model: ModelTerms,
  assists: readonly T[],
  amount: (assist: T) => number,
): ByRole {
  const sums: Record<string, number> = {};
  for (const assist of assists) {
    const { id } = item(model.roles, assist.role);
    sums[id] = (sums[id] ?? 0) + amount(assist);
  }
  return sums;
}

function inputsOf(book: FilledBook, row: number, value: number): Explanation['inputs'] {
  const bits = book.estimated[row] ?? 0;
  const fields = Object.entries(ESTIMATED) as [EstimatedField, number][];
  return {
    segment: book.segment.values[book.segment.codes[row] ?? 0] ?? '',
    arr: book.arr[row] ?? 0,
    cycleDays: book.cycleDays[row] ?? 0,
    renewalShare: book.renewalShare[row] ?? 0,
    risk: book.risk[row] ?? 0,
    complexity: book.complexity[row] ?? 0,
    value,
    estimated: fields.filter(([, bit]) => (bits & bit) !== 0).map(([field]) => field),
  };
}

function explainRole(
  model: ModelTerms,
  role: number,
  motion: Motion,
  loss: number,
): RoleTermsExplanation {
  const terms = item(model.roles, role);
  return {
    role: terms.id,
    loss,
    target: terms.target,
    quota: terms.figures.quota,
    weight: terms.figures.weights[motion],
    rate: terms.rate[MOTIONS.indexOf(motion)] ?? 0,
    hourly: terms.hourly,
    fullHourly: terms.fullHourly,
  };
}

function explainLead(
  assumptions: Assumptions,
  model: ModelTerms,
  stint: Stint,
  i: number,
  motion: Motion,
): LeadExplanation {
  const at = stint.motion * BLOCK + i;
  const held = WORKSPACE.relationship[i] ?? 0;
  const value = WORKSPACE.value[at] ?? 0;
  const size = WORKSPACE.size[at] ?? 0;
  const hours = WORKSPACE.hours[at] ?? 0;
  const loss = stint.lossShort + stint.lossSlope * held;
  const assists = stint.assists.map((assist) => ({
    ...explainRole(model, assist.role, motion, assist.lossShort + assist.lossSlope * held),
    involvement: assist.involvement,
    credit: assist.credit,
  }));
  let lossAfterHelp = loss;
  let assistCost = 0;
  for (const assist of assists) {
    lossAfterHelp -= assist.involvement * Math.max(0, loss - assist.loss);
    assistCost += assist.involvement * hours * assist.fullHourly;
  }
  lossAfterHelp = assists.length === 0 ? loss : Math.max(0, lossAfterHelp);
  const yielded = yieldOf(lossAfterHelp, stint.sensitivity, stint.pull);
  const success =
    motion === 'renewal' ? successAtFullService(assumptions, model, i) : stint.winRate;
  const won = value * Math.min(1, success * yielded);
  const alone = value * success * stint.passive;
  const role = explainRole(model, stint.lead, motion, loss);
  const worth = {
    worked: won,
    alone,
    margin: stint.margin * (won - alone),
    pay: won * stint.payRate,
    leadCost: hours * role.fullHourly,
    assistCost,
    signalCost: size * stint.signalCost,
  };
  const { margin, pay, leadCost, signalCost } = worth;
  return {
    ...role,
    spiff: assumptions.spiff[motion],
    reference: referenceOf(assumptions, role.role, motion),
    pull: stint.pull,
    assists,
    lossAfterHelp,
    yield: yielded,
    worth: { ...worth, worth: margin - pay - leadCost - assistCost - signalCost },
  };
}

/** 1 − risk′ with every coverage 1: what worth reckons with (section 4). */
function successAtFullService(
  { risk, service }: Assumptions,
  { riskFactor }: ModelTerms,
  i: number,
): number {
  const lacking = risk.adoptionRisk * Math.max(0, 1 - service.level);
  return 1 - Math.min(1, (WORKSPACE.risk[i] ?? 0) * riskFactor + lacking);
}

function referenceOf({ incentive }: Assumptions, role: string, motion: Motion): number {
  return Object.hasOwn(incentive.reference, role) ? (incentive.reference[role]?.[motion] ?? 0) : 0;
}
