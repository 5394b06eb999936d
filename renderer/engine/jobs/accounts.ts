import { MOTIONS, type Motion, UPSELLS } from '../../../shared/book/motions.ts';
import { accountResults } from '../../../shared/model/account-results.ts';
import type { AccountResults } from '../../../shared/model/account-results-types.ts';
import { fillIn, type FilledBook } from '../../../shared/model/fill-in.ts';
import { SERVICE_ROLE } from '../../../shared/model/structural-roles.ts';
import type { FigureUnit } from '../../../shared/units/figure-unit.ts';
import type { Job } from '../job.ts';
import type { AccountRows, AccountsInput } from '../jobs.ts';
import { bandOf } from './filter-book.ts';
import { prepare } from './prepare.ts';

/** The accounts behind a figure of a model or a row of its breakdown; null where there is no such model. */
export const accounts: Job<'accounts'> = (input, { desk, stop }) => {
  const { assumptions, rate, model } = input;
  if (desk.book === null) return Promise.resolve(null);
  const prepared = prepare(desk.book, input);
  if (!prepared.ok) return Promise.resolve(null);
  const { book, passing } = prepared;
  const results = accountResults(book, assumptions, model, { rate: rate ?? undefined, stop });
  if (!results.ok) return Promise.resolve(null);
  const filled = fillIn(book, prepared.assumptions);
  return Promise.resolve(rowsOf(input, filled, results.value, passing));
};

function rowsOf(
  input: AccountsInput,
  filled: FilledBook,
  results: AccountResults,
  passing: Uint32Array,
): AccountRows {
  const own = ownFigure(input, filled, results);
  const inPart = partTest(input, filled, results);
  const indices: number[] = [];
  for (let i = 0; i < filled.count; i += 1) {
    if (inPart(i) && own.isBehind(i)) indices.push(i);
  }
  // The accounts that matter most come first.
  indices.sort((a, b) => own.of(b) - own.of(a) || a - b);
  const numbers = (read: (i: number) => number) => Float64Array.from(indices, read);
  const codes = filled.segment.codes;
  return {
    accounts: Uint32Array.from(indices, (i) => passing[i] ?? i),
    segment: {
      codes: Uint32Array.from(indices, (i) => codes[i] ?? 0),
      values: filled.segment.values,
    },
    cycleDays: numbers((i) => filled.cycleDays[i] ?? 0),
    estimated: Uint16Array.from(indices, (i) => filled.estimated[i] ?? 0),
    roles: results.roles,
    lead: Object.fromEntries(
      MOTIONS.map((motion) => [
        motion,
        Int8Array.from(indices, (i) => results.lead[motion][i] ?? -1),
      ]),
    ) as AccountRows['lead'],
    figure: { label: own.label, unit: own.unit, values: numbers(own.of) },
  };
}

/** An account's own part of a figure, and whether it has one. */
interface OwnFigure {
  readonly label: string;
  readonly unit: FigureUnit;
  readonly of: (account: number) => number;
  readonly isBehind: (account: number) => boolean;
}

function ownFigure(
  { metric, part }: AccountsInput,
  filled: FilledBook,
  results: AccountResults,
): OwnFigure {
  const money = (label: string, of: OwnFigure['of']): OwnFigure => ({
    label,
    unit: 'money',
    of,
    isBehind: (i) => of(i) > 0,
  });
  const arr = (i: number) => filled.arr[i] ?? 0;
  const sum = (columns: readonly (Float64Array | undefined)[]) => (i: number) =>
    columns.reduce((total, column) => total + (column?.[i] ?? 0), 0);
  const expansion = sum(UPSELLS.map((upsell) => results.booked[upsell]));
  const motion = motionOf(part?.by === 'motion' ? part.key : metric.replace('bookedByMotion.', ''));
  if (motion !== null) return money('Booked', (i) => results.booked[motion][i] ?? 0);
  switch (metric) {
    case 'cost.commissionLead':
      return money('Commission', sum(Object.values(results.commissionLead)));
    case 'cost.commissionAssist':
    case 'overlap.paidTwice':
      return money('Paid twice', sum(Object.values(results.commissionAssist)));
    case 'retainedArr':
    case 'grr':
      return money('Retained', (i) => (results.retained[i] ?? 0) - (results.arrLost[i] ?? 0));
    case 'expansionArr':
      return money('Expansion', expansion);
    case 'transition.arrLost':
      return money('ARR lost', (i) => results.arrLost[i] ?? 0);
    case 'transition.cost':
    case 'transition.accountsMoved':
    case 'transition.hoursCost':
      return { ...money('ARR', arr), isBehind: (i) => results.moved[i] === 1 };
    case 'overlap.dualOwnedAccounts':
    case 'overlap.dualOwnedArr':
      return { ...money('ARR', arr), isBehind: (i) => (results.leads[i] ?? 0) >= 2 };
    case 'overlap.signals': {
      const service = results.roles.indexOf(SERVICE_ROLE);
      const passed = (i: number) =>
        MOTIONS.filter((each) => isPassedOn(results.lead[each][i] ?? -1, service)).length;
      return {
        label: 'Leads passed on',
        unit: 'count',
        of: passed,
        isBehind: (i) => passed(i) > 0,
      };
    }
    case 'cost.peopleCore':
    case 'cost.people':
    case 'cost.managers':
    case 'cost.scorecard':
    case 'cost.runCost': {
      const hours = sum([
        ...Object.values(results.hoursLead),
        ...Object.values(results.hoursAssist),
        results.hoursService,
      ]);
      return { label: 'Hours', unit: 'hours', of: hours, isBehind: (i) => hours(i) > 0 };
    }
    default: {
      const kept = (i: number) => (results.retained[i] ?? 0) + expansion(i);
      return { label: 'Kept and won', unit: 'money', of: kept, isBehind: () => true };
    }
  }
}

function isPassedOn(lead: number, service: number): boolean {
  return lead >= 0 && lead !== service;
}

function motionOf(key: string): Motion | null {
  return MOTIONS.find((motion) => motion === key) ?? null;
}

/** Whether an account is in the row of the breakdown that was pointed at. */
function partTest(
  { part }: AccountsInput,
  filled: FilledBook,
  results: AccountResults,
): (account: number) => boolean {
  if (part === undefined) return () => true;
  switch (part.by) {
    case 'band':
      return (i) => String(bandOf(filled.cycleDays[i] ?? 0)) === part.key;
    case 'segment': {
      const { codes, values } = filled.segment;
      return (i) => values[codes[i] ?? 0] === part.key;
    }
    case 'motion': {
      const motion = motionOf(part.key);
      return motion === null ? () => true : (i) => (results.value[motion][i] ?? 0) > 0;
    }
  }
}
