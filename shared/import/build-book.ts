import { chooseArr } from './build/arr.ts';
import { accountIds, finishBook, leaveOutNotPaying } from './build/finish.ts';
import type { BuildInput } from './build/input.ts';
import { readPotential } from './build/potential.ts';
import { renewalShares } from './build/renewal-shares.ts';
import { totalsOf, estimatedOf } from './build/totals.ts';
import { whiteSpaceOf } from './build/white-space.ts';
import { originsOf } from './origins.ts';
import { asOfDay, type AsOf } from './read/as-of.ts';
import { oneCurrency } from './read/currency.ts';
import { cycleByAccount, ownersByDeals } from './read/deal-rules.ts';
import { readDeals, summarise, type Deals } from './read/deals.ts';
import type { Draft } from './read/draft.ts';
import { mergeDuplicates } from './read/duplicates.ts';
import { gatherAccounts, type Gathered } from './read/gather-accounts.ts';
import { latestByAccount } from './read/health.ts';
import { joinTable, type Joined } from './read/join.ts';
import { nameOwners, peopleOf, readPeople } from './read/people.ts';
import { nextByAccount } from './read/renewals.ts';
import { checkProducts } from './read/products.ts';
import { onePeriod } from './read/snapshots.ts';
import type { TableView } from './read/view.ts';
import { sayDeals, sayNoAccounts, sayNotPaying, sayOpenOwners } from './say-book.ts';
import { statedTotals } from './stated-totals.ts';
import { proposeToday } from './today.ts';
import type { DealSummary, ImportResult, TableRole } from './types.ts';

/** Joins the tables and makes the book; without one the issues say why. The order of steps is the order in which facts need each other. */
export function buildBook(input: BuildInput): Partial<ImportResult> {
  const { views, issues, rules, options } = input;
  const of = (role: TableRole): readonly TableView[] =>
    views.filter(({ mapping }) => mapping.role === role);
  const fields = originsOf(views);
  const asOf = asOfDay(views, options);
  const currency = oneCurrency({ ...input, asOf });
  const gathered = gatherAccounts(views, rules, issues);
  if (gathered === null) {
    sayNoAccounts(input.understood, input.notes, issues);
    return { fields, asOf: asOf.said };
  }
  const period = onePeriod(gathered.draft, rules, issues);
  const draft = mergeDuplicates(period, currency, rules, issues);
  const joins = joinAll(input, draft, gathered, currency);
  const joined = (role: TableRole): readonly Joined[] =>
    joins.filter(({ view }) => view.mapping.role === role);
  const deals = readDeals(joined('opportunities'), issues);
  const summary = deals.count === 0 ? null : summarise(deals);
  fillIn(input, draft, { deals, summary, asOf }, joined);
  const colleagues = readPeople(of('people'));
  nameOwners(draft.texts, colleagues);
  checkProducts(of('products'), [...of('opportunities'), ...of('subscriptions')], issues);
  const arr = chooseArr({
    input,
    draft,
    deals,
    subscriptions: joined('subscriptions'),
    asOf,
    currency,
  });
  if (summary !== null) sayDeals(summary, currency, of('opportunities')[0], issues);
  const told = {
    fields,
    asOf: asOf.said,
    shape: shapeOf(views),
    joins: joins.map(({ report }) => report),
    deals: summary,
    people: peopleOf(colleagues, draft.texts),
    statedTotals: statedTotals(views, currency, issues),
  };
  if (arr === null || issues.refused) return told;
  renewalShares({ draft, arr, renewals: joined('renewals'), deals, asOf, currency, input });
  const potential = readPotential(deals, arr, draft, input, currency);
  const ids = accountIds(draft);
  const whiteSpace = whiteSpaceOf({
    draft,
    arr,
    products: of('products'),
    hasOpenDeals: potential !== null,
    currency,
    input,
  });
  const whole = finishBook(draft, ids, arr, currency, { deals: potential, whiteSpace });
  const notPaying = ids.flatMap((id, account) =>
    whole.arr[account] === 0 ? [{ id, name: whole.name[account] ?? '' }] : [],
  );
  sayNotPaying(notPaying.length, whole.count, input, draft);
  const book = input.mapping.leaveOutNotPaying ? leaveOutNotPaying(whole) : whole;
  return {
    ...told,
    book,
    mapping: { ...input.mapping, currency },
    totals: totalsOf(book),
    estimated: estimatedOf(book),
    notPaying,
    today: proposeToday(book),
  };
}

/** Gives the rows of every other table their account. A table that can't be joined is refused in an issue. */
function joinAll(
  { views, rules, issues }: BuildInput,
  draft: Draft,
  { from, columns }: Gathered,
  currency: string,
): readonly Joined[] {
  const roles: readonly TableRole[] = ['subscriptions', 'opportunities', 'renewals', 'health'];
  return views.flatMap((view) => {
    if (!roles.includes(view.mapping.role)) return [];
    const target = { draft, columns, currency, rules, issues };
    const joined = joinTable(view, target, view.mapping.role === from);
    return joined === null ? [] : [joined];
  });
}

/** Facts about accounts that other tables bring, where the accounts' own table lacks them. */
function fillIn(
  { rules, issues }: BuildInput,
  draft: Draft,
  {
    deals,
    summary,
    asOf,
  }: { readonly deals: Deals; readonly summary: DealSummary | null; readonly asOf: AsOf },
  joined: (role: TableRole) => readonly Joined[],
): void {
  const count = draft.ids.length;
  for (const field of ['health', 'risk'] as const) {
    fillNumbers(draft, field, latestByAccount(joined('health'), field, count));
    fillNumbers(draft, field, nextByAccount(joined('renewals'), field, count, asOf));
  }
  for (const table of [...joined('subscriptions'), ...joined('opportunities')])
    for (const field of ['segment', 'region', 'industry'])
      if (table.view.has(field)) fillTexts(draft, field, firstByAccount(table, field, count));
  for (const table of joined('subscriptions'))
    for (const field of table.view.fields('owner.'))
      fillTexts(draft, field, firstByAccount(table, field, count));
  if (summary === null) return;
  fillNumbers(draft, 'cycleDays', cycleByAccount(deals, count, summary, rules));
  for (const field of deals.owners.keys())
    if (draft.texts.get(field)?.some((owner) => owner !== '') !== true) {
      const { names, open } = ownersByDeals(deals, count, field, rules);
      draft.texts.set(field, [...names]);
      sayOpenOwners(open, draft, issues);
    }
}

function fillNumbers(draft: Draft, field: string, found: Float64Array): void {
  const values = draft.numbers.get(field);
  if (values === undefined) {
    if (found.some((value) => !Number.isNaN(value))) draft.numbers.set(field, found);
    return;
  }
  values.forEach((value, account) => {
    if (Number.isNaN(value)) values[account] = found[account] ?? NaN;
  });
}

function fillTexts(draft: Draft, field: string, found: readonly string[]): void {
  const values = draft.texts.get(field) ?? new Array<string>(found.length).fill('');
  draft.texts.set(
    field,
    values.map((text, account) => (text === '' ? (found[account] ?? '') : text)),
  );
}

function firstByAccount({ view, accountOf }: Joined, field: string, accounts: number): string[] {
  const first = new Array<string>(accounts).fill('');
  view.texts(field).forEach((text, row) => {
    const account = accountOf[row] ?? -1;
    if (account >= 0 && first[account] === '') first[account] = text;
  });
  return first;
}

function shapeOf(views: readonly TableView[]): ImportResult['shape'] {
  const roles = new Set(views.map(({ mapping }) => mapping.role));
  if (roles.size > 1) return 'joined';
  return roles.has('opportunities')
    ? 'opportunities'
    : roles.has('accounts')
      ? 'accounts'
      : 'joined';
}
