import { MOTIONS } from '../book/motions.ts';
import type { Assumptions } from '../model/assumptions/types.ts';
import { item } from '../model/engine/lists.ts';
import { ENGAGED, type ModelTerms, type Stint } from '../model/engine/model-terms.ts';
import { BLOCK, MOTION_COUNT, NOBODY, RENEWAL, WORKSPACE } from '../model/engine/workspace.ts';
import type { YearOneBlock, YearOnePart } from '../model/engine/year-one.ts';
import type { Places } from './breakdown-places.ts';
import { addHours, type BreakdownRows, type Row } from './breakdown-rows.ts';

/** Adds a block of year 1 to the rows of a breakdown, all but what depends on the number of people. */
export function addBlock(block: YearOneBlock, places: Places, assumptions: Assumptions): void {
  touched.fill(0);
  addAccounts(block, places);
  for (let m = 0; m < MOTION_COUNT; m += 1) {
    const starts = item(block.ownership.starts, m);
    const stints = item(block.part.model.stints, m);
    const spiff = assumptions.spiff[item(MOTIONS, m)];
    stints.forEach((stint, s) => {
      addStint(block, stint, starts[s] ?? 0, starts[s + 1] ?? 0, spiff, places);
    });
    for (let k = starts[stints.length] ?? 0; k < block.count; k += 1)
      addSelfServe(block, m, WORKSPACE.rows[m * BLOCK + k] ?? 0, places);
  }
  if (places.grain === 'owner') countOwners(block, places);
}

/** Counts each account once with every person who leads, assists or serves it. */
function countOwners({ part, count, accountOf }: YearOneBlock, places: Places): void {
  for (let i = 0; i < count; i += 1) {
    const bits = touched[i] ?? 0;
    if (bits === 0) continue;
    const account = accountOf(i);
    for (let role = 0; role < part.model.roles.length; role += 1)
      if ((bits & (1 << role)) !== 0) places.idle(account, role).accounts += 1;
    if ((bits & (1 << SELF_SERVE)) !== 0) places.selfServe(account, RENEWAL).accounts += 1;
  }
}

/** Who has to do with an account of the block at hand: a bit a role, and one for nobody. */
const touched = new Int32Array(BLOCK);
const SELF_SERVE = 31;

function touch(row: number, bit: number): void {
  touched[row] = (touched[row] ?? 0) | (1 << bit);
}

/** What an account has whoever leads: service, ARR not up for renewal, ARR lost in the move. */
function addAccounts(block: YearOneBlock, places: Places): void {
  const { part, count, accountOf } = block;
  for (let i = 0; i < count; i += 1) {
    const account = accountOf(i);
    const staying = (WORKSPACE.arr[i] ?? 0) * (1 - (WORKSPACE.renewalShare[i] ?? 0));
    const hours = WORKSPACE.service[i] ?? 0;
    if (places.grain === 'account' || staying !== 0 || hours !== 0) {
      const row = places.service(account);
      row.arr += staying;
      row.retained += staying;
      addHours(row, part.model.service, hours);
      if (places.grain !== 'owner') row.accounts += 1;
      else if (hours > 0) touch(i, part.model.service);
    }
    const lost = WORKSPACE.arrLost[i] ?? 0;
    if (lost !== 0) {
      const lead = WORKSPACE.lead[RENEWAL * BLOCK + i] ?? NOBODY;
      places.lost(account, lead === NOBODY ? -1 : lead).arrLost += lost;
    }
    if (places.grain !== 'motion' && WORKSPACE.engaged[i] === ENGAGED.both)
      addPair(block, i, places, []);
  }
}

function addStint(
  block: YearOneBlock,
  stint: Stint,
  from: number,
  to: number,
  spiff: number,
  places: Places,
): void {
  const { model, run } = block.part;
  const { motion, lead, assists } = stint;
  const base = motion * BLOCK;
  const { paid } = run.cost;
  const rateOf = (role: number) => model.roles[role]?.rate[motion] ?? 0;
  for (let k = from; k < to; k += 1) {
    const i = WORKSPACE.rows[base + k] ?? 0;
    if (WORKSPACE.lead[base + i] === NOBODY) {
      addSelfServe(block, motion, i, places);
      continue;
    }
    const account = block.accountOf(i);
    const booked = WORKSPACE.booked[base + i] ?? 0;
    const hours = WORKSPACE.hours[base + i] ?? 0;
    const credited = (WORKSPACE.won[base + i] ?? 0) * spiff;
    const row = places.lead(account, motion, lead);
    row.booked[motion] = (row.booked[motion] ?? 0) + booked;
    if (motion === RENEWAL) {
      row.arr += WORKSPACE.value[base + i] ?? 0;
      row.retained += booked;
    }
    row.commissionLead += paid(lead, credited * rateOf(lead));
    addHours(row, lead, hours);
    if (places.grain === 'motion') row.accounts += 1;
    touch(i, lead);
    for (const { role, involvement, credit } of assists) {
      const helper = places.assist(account, motion, role);
      helper.commissionAssist += paid(role, credited * rateOf(role) * credit);
      addHours(helper, role, involvement * hours);
      touch(i, role);
    }
    if (places.grain === 'motion' && stint.engaged === ENGAGED.both)
      addPair(block, i, places, [row]);
  }
}

function addSelfServe(block: YearOneBlock, motion: number, i: number, places: Places): void {
  const booked = WORKSPACE.booked[motion * BLOCK + i] ?? 0;
  if (motion === RENEWAL || booked === 0) return;
  const account = block.accountOf(i);
  const row = places.selfServe(account, motion);
  row.booked[motion] = (row.booked[motion] ?? 0) + booked;
  touch(i, SELF_SERVE);
}

/** Adds the pair of an account's seller and service owner to the given rows, or to those it belongs to. */
function addPair(block: YearOneBlock, i: number, places: Places, rows: readonly Row[]): void {
  const { model, book } = block.part;
  const account = block.accountOf(i);
  const row = block.start + i;
  const seller = codeOf(model, model.seller, book.owners, row);
  const service = codeOf(model, model.service, book.owners, row);
  if (seller === 0 || service === 0) return;
  const pair = seller * 2 ** 26 + service;
  const into =
    rows.length > 0
      ? rows
      : places.grain === 'account'
        ? [places.service(account)]
        : [places.idle(account, model.seller), places.idle(account, model.service)];
  for (const one of into) one.pairs.add(pair);
}

function codeOf(
  model: ModelTerms,
  role: number,
  owners: YearOnePart['book']['owners'],
  row: number,
): number {
  const id = model.roles[role]?.id ?? '';
  return Object.hasOwn(owners, id) ? (owners[id]?.codes[row] ?? 0) : 0;
}

/**
 * Shares a part's people, managers and scorecard pay out by the hours of each role; where a role has
 * none, by accounts.
 */
export function shareOutPeople(part: YearOnePart, places: Places, rows: BreakdownRows): void {
  const { model, run, book } = part;
  model.roles.forEach((role, r) => {
    const people = run.staffing.fte[r] ?? 0;
    if (people === 0) return;
    const give = (row: Row, share: number): void => {
      row.people += people * role.loaded * share;
      row.managers += people * role.managerCost * share;
      row.scorecard += people * role.scorecardCost * share;
    };
    const hours = rows.all.reduce((sum, row) => sum + (row.partHours[r] ?? 0), 0);
    if (hours > 0) {
      for (const row of rows.all) give(row, (row.partHours[r] ?? 0) / hours);
      return;
    }
    for (let i = 0; i < book.count; i += 1)
      give(places.idle(part.rows === null ? i : (part.rows[i] ?? 0), r), 1 / book.count);
  });
}
