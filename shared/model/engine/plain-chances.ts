import type { Assumptions } from '../assumptions/types.ts';
import { bare } from './bare.ts';
import { lackingService } from './bookings.ts';
import { item } from './lists.ts';
import type { AssistTerms, ModelTerms, Stint } from './model-terms.ts';
import { BLOCK, MOTION_COUNT, RENEWAL, WORKSPACE } from './workspace.ts';
import { yieldOf } from './yields.ts';

const { relationship, risk, chances } = WORKSPACE;

/** Works the chances of a block out: the same in every year at full coverage. `most`: what they are limited to. */
export function chanceBlock(
  assumptions: Assumptions,
  model: ModelTerms,
  count: number,
  most: number,
): void {
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    const stint = item(item(model.stints, m), 0);
    if (m === RENEWAL) {
      chanceMotion(stint, 1, count, Infinity);
      succeed(assumptions, model, count, most);
    } else chanceMotion(stint, stint.winRate, count, most);
  }
}

function chanceMotion(stint: Stint, success: number, count: number, most: number): void {
  const [only] = stint.assists;
  if (only === undefined) chanceAlone(stint, success, count, most);
  else if (stint.assists.length === 1) chanceWithOne(stint, only, success, count, most);
  else chanceWithSeveral(stint, success, count, most);
}

function chanceAlone(stint: Stint, success: number, count: number, atMost: number): void {
  const short = bare(stint.lossShort);
  const slope = bare(stint.lossSlope);
  const sensitivity = bare(stint.sensitivity);
  const pull = bare(stint.pull);
  const winRate = bare(success);
  const most = bare(atMost);
  const base = stint.motion * BLOCK;
  for (let i = 0; i < count; i += 1) {
    const loss = short + slope * (relationship[i] ?? 0);
    const chance = winRate * yieldOf(loss, sensitivity, pull);
    chances[base + i] = chance < most ? chance : most;
  }
}

function chanceWithOne(
  stint: Stint,
  assist: AssistTerms,
  success: number,
  count: number,
  atMost: number,
): void {
  const sensitivity = bare(stint.sensitivity);
  const pull = bare(stint.pull);
  const winRate = bare(success);
  const most = bare(atMost);
  const short = bare(stint.lossShort);
  const slope = bare(stint.lossSlope);
  const helps = bare(assist.involvement);
  const gapShort = bare(stint.lossShort - assist.lossShort);
  const gapSlope = bare(stint.lossSlope - assist.lossSlope);
  const base = stint.motion * BLOCK;
  for (let i = 0; i < count; i += 1) {
    const held = relationship[i] ?? 0;
    const gap = gapShort + gapSlope * held;
    const left = short + slope * held - helps * (gap > 0 ? gap : 0);
    const chance = winRate * yieldOf(left > 0 ? left : 0, sensitivity, pull);
    chances[base + i] = chance < most ? chance : most;
  }
}

function chanceWithSeveral(stint: Stint, success: number, count: number, most: number): void {
  loseAlone(stint, count);
  for (const assist of stint.assists) makeGood(stint, assist, count);
  chanceOfLosses(stint, success, count, most);
}

/** Losses in place of chances. */
function loseAlone(stint: Stint, count: number): void {
  const short = bare(stint.lossShort);
  const slope = bare(stint.lossSlope);
  const base = stint.motion * BLOCK;
  for (let i = 0; i < count; i += 1) chances[base + i] = short + slope * (relationship[i] ?? 0);
}

function makeGood(stint: Stint, assist: AssistTerms, count: number): void {
  const helps = bare(assist.involvement);
  const gapShort = bare(stint.lossShort - assist.lossShort);
  const gapSlope = bare(stint.lossSlope - assist.lossSlope);
  const base = stint.motion * BLOCK;
  for (let i = 0; i < count; i += 1) {
    const gap = gapShort + gapSlope * (relationship[i] ?? 0);
    const left = (chances[base + i] ?? 0) - helps * (gap > 0 ? gap : 0);
    chances[base + i] = left > 0 ? left : 0;
  }
}

function chanceOfLosses(stint: Stint, success: number, count: number, atMost: number): void {
  const sensitivity = bare(stint.sensitivity);
  const pull = bare(stint.pull);
  const winRate = bare(success);
  const most = bare(atMost);
  const base = stint.motion * BLOCK;
  for (let i = 0; i < count; i += 1) {
    const chance = winRate * yieldOf(chances[base + i] ?? 0, sensitivity, pull);
    chances[base + i] = chance < most ? chance : most;
  }
}

/** Yields of renewals times their success: 1 − risk′ at full coverage. */
function succeed(
  assumptions: Assumptions,
  { riskFactor }: ModelTerms,
  count: number,
  atMost: number,
): void {
  const factor = bare(riskFactor);
  const lacking = bare(lackingService(assumptions, 1));
  const most = bare(atMost);
  for (let i = 0; i < count; i += 1) {
    const lost = (risk[i] ?? 0) * factor + lacking;
    const chance = (1 - (lost < 1 ? lost : 1)) * (chances[i] ?? 0);
    chances[i] = chance < most ? chance : most;
  }
}
