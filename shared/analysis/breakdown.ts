import type { Book } from '../book/book.ts';
import { MOTIONS, type Motion } from '../book/motions.ts';
import type { ByMotion, Assumptions, ModelId, RoleId } from '../model/assumptions/types.ts';
import { visitYearOne, yearOneOf, type YearOne } from '../model/engine/year-one.ts';
import type { EvaluateOptions } from '../model/evaluate.ts';
import type { ByRole } from '../model/result.ts';
import { ok, type Result } from '../units/result.ts';
import { BreakdownRows, type BreakdownBy, type BreakdownKey, type Row } from './breakdown-rows.ts';
import { placesOf } from './breakdown-places.ts';
import { addBlock, shareOutPeople } from './breakdown-sums.ts';

/** Year 1 of a model in one row, before the transition's hours, hiring and release. Money in the book's currency a year. */
export interface BreakdownRow {
  readonly key: BreakdownKey;
  /** Unique within the breakdown. */
  readonly id: string;
  /** Sums to the book by segment and cycle band only: one account can be in several rows of the others. */
  readonly accounts: number;
  readonly arr: number;
  readonly retained: number;
  readonly arrLost: number;
  readonly bookedByMotion: ByMotion<number>;
  /** Lead, assist and service. */
  readonly hours: ByRole;
  readonly people: number;
  readonly managers: number;
  readonly scorecard: number;
  readonly commissionLead: number;
  readonly commissionAssist: number;
  readonly runRate: number;
  /** Distinct pairs met in the row; they do not sum. */
  readonly pairs: number;
  readonly grr: number | null;
  readonly nrr: number | null;
  readonly costPerDollar: number | null;
}

export interface Breakdown {
  readonly model: ModelId;
  readonly by: BreakdownBy;
  readonly rows: readonly BreakdownRow[];
}

/**
 * Year 1 of a model, broken down (model equations, section 8): every additive figure sums to its total
 * over the rows. Refuses what `evaluate` refuses.
 */
export function breakdown(
  book: Book,
  assumptions: Assumptions,
  model: ModelId,
  by: BreakdownBy,
  options: EvaluateOptions = {},
): Result<Breakdown, string> {
  const all = breakdowns(book, assumptions, model, [by], options);
  return all.ok ? ok(all.value[by]) : all;
}

/** Several breakdowns of one model, from one pass over its accounts. */
export function breakdowns<By extends BreakdownBy>(
  book: Book,
  assumptions: Assumptions,
  model: ModelId,
  wanted: readonly By[],
  options: EvaluateOptions = {},
): Result<Readonly<Record<By, Breakdown>>, string> {
  const yearOne = yearOneOf(book, assumptions, model, options);
  return yearOne.ok ? ok(breakDown(yearOne.value, wanted)) : yearOne;
}

function breakDown<By extends BreakdownBy>(
  yearOne: YearOne,
  wanted: readonly By[],
): Record<By, Breakdown> {
  const roles = Object.keys(yearOne.assumptions.roles);
  const filling = wanted.map((by) => {
    const rows = new BreakdownRows(roles.length);
    return { by, rows, places: placesOf(yearOne, by, rows) };
  });
  for (const part of yearOne.parts) {
    for (const { rows } of filling) rows.startPart();
    visitYearOne({ ...yearOne, parts: [part] }, (block) => {
      for (const { places } of filling) addBlock(block, places, yearOne.assumptions);
    });
    for (const { rows, places } of filling) shareOutPeople(part, places, rows);
  }
  const { grossMargin } = yearOne.assumptions;
  return Object.fromEntries(
    filling.map(({ by, places }): [By, Breakdown] => [
      by,
      {
        model: yearOne.model,
        by,
        rows: places.inOrder().map((row) => finish(row, roles, grossMargin)),
      },
    ]),
  ) as Record<By, Breakdown>;
}

function finish(row: Row, roles: readonly RoleId[], grossMargin: number): BreakdownRow {
  const { key, id, accounts, arr, retained, arrLost, people, managers, scorecard } = row;
  const { commissionLead, commissionAssist, booked } = row;
  const expansion = booked.slice(1).reduce((sum, money) => sum + money, 0);
  const cost = people + managers + scorecard + commissionLead + commissionAssist;
  const over = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    key,
    id,
    accounts,
    arr,
    retained,
    arrLost,
    bookedByMotion: Object.fromEntries(
      MOTIONS.map((motion, m) => [motion, booked[m] ?? 0]),
    ) as Record<Motion, number>,
    hours: Object.fromEntries(roles.map((role, r) => [role, row.hours[r] ?? 0])),
    people,
    managers,
    scorecard,
    commissionLead,
    commissionAssist,
    runRate: grossMargin * (retained + expansion) - cost,
    pairs: row.pairs.size,
    grr: over(retained - arrLost, arr),
    nrr: over(retained - arrLost + expansion, arr),
    costPerDollar: over(cost, retained + expansion),
  };
}
