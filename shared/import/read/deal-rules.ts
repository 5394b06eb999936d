import { median, plural } from '../amount.ts';
import type { RuleBook } from '../rules.ts';
import type { DealSummary } from '../types.ts';
import type { Deals } from './deals.ts';

/**
 * Days of the initial sale by account: the median cycle of its deals for new business, where deals
 * say that, else of its deals that are no renewals; NaN where none has both dates. A deal closed on
 * the day it was created took one day.
 */
export function cycleByAccount(
  deals: Deals,
  accounts: number,
  summary: DealSummary,
  rules: RuleBook,
): Float64Array {
  if (summary.meanCycleClosed === null) return new Float64Array(accounts).fill(NaN);
  const days = (mean: number | null): string =>
    mean === null ? 'no deal has both dates' : `${mean.toFixed(1)} days on average`;
  const rule = rules.choose(
    'cycle',
    'Which deals tell how long a sale takes?',
    [
      { value: 'won', label: 'Won deals', effect: days(summary.meanCycleWon) },
      { value: 'closed', label: 'Won and lost deals', effect: days(summary.meanCycleClosed) },
    ],
    'won',
  );
  const first: number[][] = Array.from({ length: accounts }, () => []);
  const other: number[][] = Array.from({ length: accounts }, () => []);
  for (let row = 0; row < deals.count; row++) {
    const account = deals.account[row] ?? -1;
    const cycle = deals.cycle[row] ?? NaN;
    if (account < 0 || Number.isNaN(cycle) || deals.type[row] === 'renewal') continue;
    if (rule === 'won' && deals.outcome[row] !== 'won') continue;
    (deals.type[row] === 'newBusiness' ? first : other)[account]?.push(cycle);
  }
  return Float64Array.from(first, (cycles, account) =>
    Math.max(1, median(cycles.length > 0 ? cycles : (other[account] ?? []))),
  );
}

type OwnerRule = 'latest' | 'largest' | 'most';

/** The owner of each account by its deals, where accounts name none: the latest deal's, the largest's, or who has most. */
export function ownersByDeals(
  deals: Deals,
  accounts: number,
  field: string,
  rules: RuleBook,
): string[] {
  const owners = deals.owners.get(field) ?? [];
  const choices = {
    latest: pick(deals, owners, accounts, (row) => dayOf(deals, row)),
    largest: pick(deals, owners, accounts, (row) => deals.amount[row] || 0),
    most: mostDeals(deals, owners, accounts),
  } satisfies Record<OwnerRule, string[]>;
  const several = accountsWithSeveral(deals, owners, accounts);
  const effect = (names: readonly string[]): string => {
    const distinct = new Set(names.filter((name) => name !== ''));
    return `${plural(distinct.size, 'owner')}; ${plural(several, 'account')} with several`;
  };
  const rule = rules.choose(
    'owner',
    'Who owns an account whose deals have several owners?',
    [
      { value: 'latest', label: 'The owner of its latest deal', effect: effect(choices.latest) },
      { value: 'largest', label: 'The owner of its largest deal', effect: effect(choices.largest) },
      { value: 'most', label: 'Who has most of its deals', effect: effect(choices.most) },
    ],
    'latest',
  );
  return choices[rule];
}

/** An open deal's closing date is a plan: it is as old as its creation. */
function dayOf(deals: Deals, row: number): number {
  const created = deals.created[row] ?? NaN;
  const closed = deals.closed[row] ?? NaN;
  if (deals.outcome[row] === 'open') return Number.isNaN(created) ? -1e9 : created;
  return Number.isNaN(closed) ? (Number.isNaN(created) ? -1e9 : created) : closed;
}

/** The owner of the row with the highest value; of equal ones the first by name, whatever the order of rows. */
function pick(
  deals: Deals,
  owners: readonly string[],
  accounts: number,
  value: (row: number) => number,
): string[] {
  const best = new Float64Array(accounts).fill(-Infinity);
  const names = new Array<string>(accounts).fill('');
  for (let row = 0; row < deals.count; row++) {
    const account = deals.account[row] ?? -1;
    const owner = owners[row] ?? '';
    if (account < 0 || owner === '') continue;
    const [here, before] = [value(row), best[account] ?? 0];
    if (here < before || (here === before && (names[account] ?? '') <= owner)) continue;
    best[account] = here;
    names[account] = owner;
  }
  return names;
}

function mostDeals(deals: Deals, owners: readonly string[], accounts: number): string[] {
  const counts = countOwners(deals, owners, accounts);
  return counts.map((byOwner) => {
    let [name, most] = ['', 0];
    for (const [owner, count] of byOwner ?? [])
      if (count > most || (count === most && owner < name)) [name, most] = [owner, count];
    return name;
  });
}

function accountsWithSeveral(deals: Deals, owners: readonly string[], accounts: number): number {
  return countOwners(deals, owners, accounts).filter((byOwner) => (byOwner?.size ?? 0) > 1).length;
}

function countOwners(
  deals: Deals,
  owners: readonly string[],
  accounts: number,
): (Map<string, number> | undefined)[] {
  const counts = new Array<Map<string, number> | undefined>(accounts).fill(undefined);
  for (let row = 0; row < deals.count; row++) {
    const account = deals.account[row] ?? -1;
    const owner = owners[row] ?? '';
    if (account < 0 || owner === '') continue;
    const byOwner = counts[account] ?? new Map<string, number>();
    byOwner.set(owner, (byOwner.get(owner) ?? 0) + 1);
    counts[account] = byOwner;
  }
  return counts;
}
