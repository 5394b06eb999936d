import type { Assumptions, ModelId } from '../assumptions/types.ts';
import { fillIn, type FilledBook } from '../fill-in.ts';
import { BEST_BY_SEGMENT, currentModelOf, refusalOf } from '../ownership.ts';
import { err, ok, type Result } from '../../units/result.ts';
import { heed, type Stop } from '../../units/stop.ts';
import { inCurrency } from '../currency.ts';
import type { EvaluateOptions } from '../evaluate.ts';
import type { Book } from '../../book/book.ts';
import { BlockRunner, laneOf } from './block-runner.ts';
import { chooseBySegment, evaluateOver, type Part } from './best-by-segment.ts';
import { item } from './lists.ts';
import { modelTermsOf, type ModelTerms } from './model-terms.ts';
import type { BlockOwnership } from './ownership-of-block.ts';
import { noPairs } from './pairs.ts';
import { answerHere, runBook, type StaffedModel, type YearRun } from './run.ts';
import { staffInPlace } from './staffing.ts';
import { rowsOfSegments, takeRows } from './subset.ts';
import { emptyTally } from './tally.ts';
import { keepAsToday } from './transition.ts';
import { BLOCK } from './workspace.ts';

/** Year 1 of one model, ready to be gone through account by account. */
export interface YearOne {
  readonly model: ModelId;
  readonly assumptions: Assumptions;
  readonly book: FilledBook;
  /** One part, or under bestBySegment one for each model chosen. */
  readonly parts: readonly YearOnePart[];
  readonly stop: Stop | undefined;
}
export interface YearOnePart {
  readonly model: ModelTerms;
  readonly book: FilledBook;
  /** Account of the whole book by row of the part; null where they are the same. */
  readonly rows: Uint32Array | null;
  readonly staffed: StaffedModel;
  readonly today: StaffedModel | null;
  readonly run: YearRun;
}

/** The block at hand: row i is account `accountOf(i)`; its columns are those of `WORKSPACE`, until the visit returns. */
export interface YearOneBlock {
  readonly part: YearOnePart;
  /** First row of the block in the part. */
  readonly start: number;
  readonly count: number;
  readonly ownership: BlockOwnership;
  readonly accountOf: (row: number) => number;
}

/** Works year 1 of one model out, as far as people and coverage go. Refuses what `evaluate` refuses; throws `Stopped` as it does. */
export function yearOneOf(
  book: Book,
  assumptions: Assumptions,
  model: ModelId,
  { rate, stop }: EvaluateOptions,
): Result<YearOne, string> {
  const converted = inCurrency(assumptions, book.currency, rate);
  if (!converted.ok) return converted;
  const refusal = refusalOf(converted.value, [model]);
  return refusal === null ? ok(knownYearOne(book, converted.value, model, stop)) : err(refusal);
}

function knownYearOne(
  book: Book,
  assumptions: Assumptions,
  model: ModelId,
  stop: Stop | undefined,
): YearOne {
  const first = { ...assumptions, horizonYears: 1 };
  const filled = fillIn(book, first);
  const staff = staffInPlace(first, filled);
  const currentModel = currentModelOf(first);
  const termsOf = (id: ModelId) => modelTermsOf(first, id, filled.segment);
  const current = currentModel === null ? null : termsOf(currentModel);
  const whole: Part = { model, segments: null, staff, currentStaff: staff };
  // The choice by segment looks at all years, as the comparison does.
  const parts = model === BEST_BY_SEGMENT ? chosenParts() : [whole];
  return { model, assumptions: first, book: filled, parts: parts.map(partOf), stop };

  function chosenParts(): readonly Part[] {
    const models = assumptions.bestBySegment.models.map(termsOf);
    const over = evaluateOver(
      assumptions,
      null,
      models.map((terms) => ({ model: terms, staff })),
      current === null ? null : { model: current, staff },
    );
    const outcomes = answerHere(over, filled, null, stop);
    const wholes = models.map((terms, w) => ({ model: terms, outcome: item(outcomes, w) }));
    const context = { assumptions, book: filled, staff, current, wholes };
    return answerHere(chooseBySegment(context), filled, null, stop).parts;
  }

  function partOf(part: Part): YearOnePart {
    const rows = part.segments === null ? null : rowsOfSegments(filled, part.segments);
    const own = rows === null ? filled : takeRows(filled, rows);
    const staffed = { model: termsOf(part.model), staff: part.staff };
    const today = current === null ? null : { model: current, staff: part.currentStaff };
    const ran = answerHere(runBook(first, null, [staffed], today), own, null, stop);
    const run = item(item(ran.models, 0), 0);
    return { model: staffed.model, book: own, rows, staffed, today, run };
  }
}

/** Goes through all accounts, a block at a time, with everything of year 1 in the workspace. Throws `Stopped` where it was given up. */
export function visitYearOne(yearOne: YearOne, visit: (block: YearOneBlock) => void): void {
  for (const part of yearOne.parts) {
    const { book, model, today, rows } = part;
    const runner = new BlockRunner(yearOne.assumptions, book);
    const lane = laneOf(model, BLOCK, false);
    const todayLane = today === null ? null : laneOf(today.model, BLOCK, false);
    const pairs = noPairs(Infinity, 1);
    const tally = emptyTally(model.roles.length);
    const before = today === null || today.model.id === model.id ? null : today.model;
    for (let start = 0; start < book.count; start += BLOCK) {
      heed(yearOne.stop);
      runner.load(start, 1);
      if (todayLane !== null) {
        runner.work(todayLane, 1, tally, pairs);
        keepAsToday();
      }
      runner.work(lane, 1, tally, pairs);
      runner.bookings(lane, part.run.staffing.coverage, before, tally);
      visit({
        part,
        start,
        count: runner.count,
        ownership: lane.ownership,
        accountOf: (row) => (rows === null ? start + row : (rows[start + row] ?? 0)),
      });
    }
  }
}
