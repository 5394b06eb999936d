import type { FoundColumn } from '../find/table.ts';
import type { TableRole } from '../types.ts';
import { guessColumns, type ColumnGuess } from './columns.ts';
import type { Profile } from './profile.ts';
import type { Concept } from './phrases.ts';
import { guessCodes, guessRates, type RoleGuess } from './small-tables.ts';
import { isCalendar } from './series.ts';
import { headerScores } from './vocabulary.ts';
import { headerWords } from '../text.ts';

interface Evidence {
  /** Columns by period, of which each row has one or two. */
  readonly isCalendar: boolean;
  readonly columns: readonly FoundColumn[];
  readonly rows: number;
  guesses(role: TableRole): readonly ColumnGuess[];
  has(role: TableRole, field: string): boolean;
  /** Share of distinct values in the column given to a field. */
  distinct(role: TableRole, field: string): number;
  count(role: TableRole): number;
}

/** Decides the role of one table by the fields its columns fill. The order of the questions is the order of what is most telling. */
export function guessRole(
  columns: readonly FoundColumn[],
  profiles: readonly Profile[],
  rows: number,
  distinctShare: (index: number) => number,
): RoleGuess {
  const cache = new Map<TableRole, readonly ColumnGuess[]>();
  const guesses = (role: TableRole): readonly ColumnGuess[] => {
    let known = cache.get(role);
    if (known === undefined) {
      known = guessColumns(role, columns, profiles);
      cache.set(role, known);
    }
    return known;
  };
  const find = (role: TableRole, field: string): number =>
    guesses(role).findIndex(({ given }) => given?.field === field);
  const evidence: Evidence = {
    isCalendar: isCalendar(columns, profiles),
    columns,
    rows,
    guesses,
    has: (role, field) => (profiles[find(role, field)]?.filled ?? 0) > 0,
    distinct: (role, field) => distinctShare(find(role, field)),
    count: (role) => guesses(role).filter(({ given }) => given !== null).length,
  };
  const rates = guessRates(columns, profiles, rows, distinctShare);
  if (rates !== null) return rates;
  const { role, reason } = decide(evidence);
  const guess = { role, reason, guesses: guesses(role) };
  const isBare = role === 'accounts' && !evidence.has(role, 'name') && !evidence.has(role, 'arr');
  if (role !== 'ignored' && !isBare) return guess;
  const codes = isDictionary(columns) ? null : guessCodes(columns, profiles, rows, distinctShare);
  // 'ID, Segment' tells the segment of accounts where segments repeat, else what codes stand for.
  if (codes === null || (isBare && codes.meaningsDistinct < 1)) return guess;
  return codes.guess;
}

function decide(evidence: Evidence): { role: TableRole; reason: string } {
  const { has, distinct, count, rows, columns } = evidence;
  const say = (role: TableRole, reason: string): { role: TableRole; reason: string } => ({
    role,
    reason,
  });
  if (rows === 0)
    return say(
      'ignored',
      'headers without rows: it describes other tables (a data dictionary) or is empty',
    );
  if (isDictionary(columns))
    return say('ignored', 'it describes the columns of other tables (a data dictionary)');
  if (evidence.isCalendar && !has('accounts', 'arr'))
    return say(
      'ignored',
      'it is a calendar, with a column a month or quarter: list what it says in rows, with an account, a date and an amount each',
    );
  const keyed = (role: TableRole): boolean => has(role, 'accountId') || has(role, 'accountName');
  // A status of accounts has words of a stage (prospect, trial): what a deal is called or when it closes tells them apart.
  const namesDeals =
    isCalled(columns, 'dealId') ||
    isCalled(columns, 'dealName') ||
    has('opportunities', 'closeDate') ||
    has('opportunities', 'won');
  const deal =
    has('opportunities', 'stage') ||
    has('opportunities', 'won') ||
    (has('opportunities', 'type') && has('opportunities', 'closeDate') && !has('accounts', 'arr'));
  if (
    deal &&
    !listsRenewals(evidence) &&
    (has('opportunities', 'amount') || has('opportunities', 'closeDate')) &&
    (has('opportunities', 'dealId') ||
      has('opportunities', 'dealName') ||
      keyed('opportunities')) &&
    !(
      has('accounts', 'arr') &&
      has('accounts', 'name') &&
      (count('accounts') > count('opportunities') || !namesDeals)
    )
  )
    return say(
      'opportunities',
      'one row a deal: it has a stage or type, and an amount or closing date',
    );
  const contract =
    has('subscriptions', 'subscriptionId') ||
    has('subscriptions', 'startDate') ||
    has('subscriptions', 'endDate') ||
    has('subscriptions', 'status') ||
    has('subscriptions', 'product');
  const accountLike = has('accounts', 'name') && count('accounts') >= count('subscriptions');
  const key = has('subscriptions', 'accountId') ? 'accountId' : 'accountName';
  const repeated = has('subscriptions', key) && distinct('subscriptions', key) < 0.9;
  if (
    keyed('subscriptions') &&
    has('subscriptions', 'arr') &&
    contract &&
    !listsRenewals(evidence) &&
    (repeated || !accountLike || isCalled(columns, 'subscriptionId'))
  )
    return say(
      'subscriptions',
      'one row a subscription or contract: an account, its recurring revenue, and a status, plan or dates',
    );
  const accountFacts =
    has('accounts', 'arr') ||
    has('accounts', 'segment') ||
    has('accounts', 'industry') ||
    namesOwners(evidence);
  if (
    keyed('renewals') &&
    has('renewals', 'renewalDate') &&
    !has('accounts', 'segment') &&
    !has('accounts', 'industry') &&
    (isCalled(columns, 'renewalId') || (!has('accounts', 'arr') && !namesOwners(evidence)))
  )
    return say('renewals', 'one row a renewal: an account and the date it renews');
  if (keyed('health') && (has('health', 'health') || has('health', 'risk')) && !accountFacts)
    return say('health', 'one row a measurement: an account and its health');
  const person =
    has('people', 'name') &&
    !has('accounts', 'arr') &&
    (has('people', 'role') || has('people', 'quota') || has('people', 'manager'));
  if (person && !hasStrongAccountName(evidence))
    return say('people', 'one row a person: a name with a role, quota or manager');
  if (
    has('products', 'product') &&
    (has('products', 'price') || has('products', 'family') || isCalled(columns, 'productId')) &&
    !hasStrongAccountName(evidence) &&
    (!has('accounts', 'arr') || isCalled(columns, 'product') || isCalled(columns, 'productId'))
  )
    return say('products', 'one row a product: a name with a price or family');
  if (
    (has('accounts', 'name') || has('accounts', 'accountId')) &&
    count('accounts') >= 2 &&
    (accountFacts || hasStrongAccountName(evidence))
  )
    return say('accounts', 'one row an account');
  return say(
    'ignored',
    'no known shape: its columns are not those of accounts, subscriptions, deals, renewals, health, people or products',
  );
}

/** Dates of renewal, perhaps with a status and an amount, and nothing that only a deal or a contract has. */
function listsRenewals({ columns, has }: Evidence): boolean {
  return (
    isCalled(columns, 'renewalDate') &&
    !has('accounts', 'arr') &&
    !['startDate', 'subscriptionId', 'product'].some((field) => has('subscriptions', field)) &&
    // 'Status' may be a deal's or a renewal's; 'Stage' is a deal's.
    (!isCalled(columns, 'stage') || isCalled(columns, 'subscriptionStatus')) &&
    !['type', 'dealId', 'dealName', 'createdDate', 'won'].some((field) =>
      has('opportunities', field),
    )
  );
}

function namesOwners(evidence: Evidence): boolean {
  return evidence
    .guesses('accounts')
    .some(({ given }) => given?.field.startsWith('owner.') === true);
}

/** A column that is called after accounts, not just 'Name'. */
function hasStrongAccountName({ columns }: Evidence): boolean {
  return isCalled(columns, 'accountName') || isCalled(columns, 'accountId');
}

function isCalled(columns: readonly FoundColumn[], concept: Concept): boolean {
  return columns.some(
    ({ ownHeader }) => (headerScores(headerWords(ownHeader)).get(concept) ?? 0) > 0.85,
  );
}

/** Columns called 'field' and 'description': a table about tables. */
function isDictionary(columns: readonly FoundColumn[]): boolean {
  return columns.length <= 8 && isCalled(columns, 'description') && isCalled(columns, 'fieldName');
}
