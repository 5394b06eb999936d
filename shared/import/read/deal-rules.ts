import { countText, median, plural } from '../amount.ts';
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

const OWNER_RULES = ['latest', 'largest', 'most', 'ask'] as const;
type OwnerRule = (typeof OWNER_RULES)[number];
const OWNER_LABELS: Readonly<Record<OwnerRule, string>> = {
  latest: 'The owner of its latest deal',
  largest: 'The owner of its largest deal',
  most: 'Who has most of its deals',
  ask: 'Nobody yet: leave it to be assigned and list it',
};

/** Owners of one role by account, and the accounts that were left open because their deals have several. */
export interface DealOwners {
  readonly names: readonly string[];
  readonly open: readonly number[];
}

/**
 * The owner of each account by its deals, where accounts name none: the latest deal's, the largest's,
 * who has most, or nobody where there are several. The rule says how many accounts have one, two or
 * more owners, and how many each choice gives another owner than the standard one.
 */
export function ownersByDeals(
  deals: Deals,
  accounts: number,
  field: string,
  rules: RuleBook,
): DealOwners {
  const owners = deals.owners.get(field) ?? [];
  const counts = countOwners(deals, owners, accounts);
  const several = counts.flatMap((byOwner, account) => ((byOwner?.size ?? 0) > 1 ? [account] : []));
  const latest = pick(deals, owners, accounts, (row) => dayOf(deals, row));
  const undecided = new Set(several);
  const choices = {
    latest,
    largest: pick(deals, owners, accounts, (row) => deals.amount[row] || 0),
    most: mostDeals(counts),
    ask: latest.map((name, account) => (undecided.has(account) ? '' : name)),
  } satisfies Record<OwnerRule, string[]>;
  const effect = (rule: OwnerRule): string => {
    const names = choices[rule];
    const distinct = new Set(names.filter((name) => name !== ''));
    const changed = names.filter((name, account) => name !== latest[account]).length;
    const open = rule === 'ask' ? `${plural(several.length, 'account')} to be assigned` : '';
    const other = `${plural(changed, 'account')} with another owner than the latest deal's`;
    const change = rule === 'latest' ? '' : open || other;
    return [plural(distinct.size, 'owner'), change].filter((part) => part !== '').join('; ');
  };
  const rule = rules.choose(
    'owner',
    `Who owns an account whose deals have several owners? ${spread(counts)}`,
    OWNER_RULES.map((value) => ({ value, label: OWNER_LABELS[value], effect: effect(value) })),
    'latest',
  );
  return { names: choices[rule], open: rule === 'ask' ? several : [] };
}

/** How many accounts have one, two, three or more owners among their deals. */
function spread(counts: readonly (ReadonlyMap<string, number> | undefined)[]): string {
  const having = (is: (size: number) => boolean): string =>
    countText(counts.filter((byOwner) => is(byOwner?.size ?? 0)).length);
  return `Of the accounts, ${having((size) => size === 1)} have one, ${having((size) => size === 2)} two, ${having((size) => size > 2)} three or more.`;
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

function mostDeals(counts: readonly (ReadonlyMap<string, number> | undefined)[]): string[] {
  return counts.map((byOwner) => {
    let [name, most] = ['', 0];
    for (const [owner, count] of byOwner ?? [])
      if (count > most || (count === most && owner < name)) [name, most] = [owner, count];
    return name;
  });
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
