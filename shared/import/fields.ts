import { UPSELLS } from '../book/motions.ts';
import type { TableRole } from './types.ts';

/** What a column of this field holds: decides how it is read and which values speak for it. */
type ValueKind =
  | 'id'
  | 'name'
  | 'words'
  | 'person'
  | 'money'
  | 'number'
  | 'share'
  | 'health'
  | 'date'
  | 'flag'
  | 'holding';

/** A meaning that a column can be given, in one role of table. */
export interface FieldInfo {
  readonly field: string;
  /** In the user's words. */
  readonly label: string;
  readonly kind: ValueKind;
  /** Several columns of a table may have this meaning. */
  readonly many?: true;
}

const field = (name: string, label: string, kind: ValueKind): FieldInfo => ({
  field: name,
  label,
  kind,
});

const UPSELL_LABELS = {
  priceIncrease: 'price increase',
  consumption: 'consumption',
  organicUsers: 'organic users',
  featureUpgrade: 'feature upgrade',
  proactiveUsers: 'proactive users',
  newSolution: 'new solution (cross-sell)',
} as const;

const OWNERS = [
  field('owner.ae', 'Account executive', 'person'),
  field('owner.am', 'Account manager', 'person'),
  field('owner.csm', 'Customer success manager', 'person'),
];
const TRAITS = [
  field('segment', 'Segment', 'words'),
  field('region', 'Region', 'words'),
  field('industry', 'Industry', 'words'),
];
const ACCOUNT_KEY = [
  field('accountId', 'Account id', 'id'),
  field('accountName', 'Account name', 'name'),
];
const CURRENCY = [field('currency', 'Currency', 'words'), field('rate', 'Exchange rate', 'number')];

/**
 * What the columns of each role of table can mean, required ones first. Field names of accounts are
 * those of the book, beside a few that only help to get there (status, renewalDate, since, currency).
 */
export const FIELDS = {
  accounts: [
    field('name', 'Account name', 'name'),
    field('arr', 'Recurring revenue', 'money'),
    field('accountId', 'Account id', 'id'),
    ...OWNERS,
    ...TRAITS,
    field('contractValue', 'Contract value a year', 'money'),
    field('totalContractValue', 'Contract value of its whole term', 'money'),
    field('contractTerm', 'Contract term, months', 'number'),
    field('cycleDays', 'Sales cycle, days', 'number'),
    field('cac', 'Acquisition cost', 'money'),
    field('renewalShare', 'Share up for renewal in a year', 'share'),
    field('renewalDate', 'Renewal date', 'date'),
    field('risk', 'Renewal risk', 'share'),
    field('health', 'Health, 0–100', 'health'),
    field('complexity', 'Complexity, 1 = typical', 'number'),
    ...UPSELLS.map((upsell) =>
      field(`potential.${upsell}`, `Potential: ${UPSELL_LABELS[upsell]}`, 'money'),
    ),
    ...UPSELLS.map((upsell) =>
      field(`openDeals.${upsell}`, `Open deals: ${UPSELL_LABELS[upsell]}`, 'money'),
    ),
    field('openDeals.unstated', 'Open deals or potential of no stated type', 'money'),
    { ...field('holding', 'Product held', 'holding'), many: true },
    field('whiteSpace', 'White space: price of the products it lacks', 'money'),
    field('status', 'Customer status', 'words'),
    field('since', 'Customer since', 'date'),
    field('snapshotDate', 'Date that the row is true for', 'date'),
    ...CURRENCY,
  ],
  subscriptions: [
    ...ACCOUNT_KEY,
    field('arr', 'Recurring revenue', 'money'),
    field('subscriptionId', 'Subscription id', 'id'),
    field('status', 'Status', 'words'),
    field('startDate', 'Start', 'date'),
    field('endDate', 'End', 'date'),
    field('product', 'Product or plan', 'words'),
    field('interval', 'Billed every', 'words'),
    ...OWNERS,
    ...TRAITS,
    ...CURRENCY,
  ],
  opportunities: [
    ...ACCOUNT_KEY,
    field('stage', 'Stage', 'words'),
    field('amount', 'Amount', 'money'),
    field('type', 'Type of deal', 'words'),
    field('createdDate', 'Created', 'date'),
    field('closeDate', 'Closed or expected to close', 'date'),
    field('dealId', 'Deal id', 'id'),
    field('dealName', 'Deal name', 'name'),
    field('product', 'Product', 'words'),
    field('won', 'Won?', 'flag'),
    field('closed', 'Closed?', 'flag'),
    ...OWNERS,
    ...TRAITS,
    ...CURRENCY,
  ],
  renewals: [
    ...ACCOUNT_KEY,
    field('renewalDate', 'Renewal date', 'date'),
    field('amount', 'Amount that renews', 'money'),
    field('renewalId', 'Renewal id', 'id'),
    field('status', 'Status', 'words'),
    field('risk', 'Renewal risk', 'share'),
    field('health', 'Health, 0–100', 'health'),
    ...CURRENCY,
  ],
  health: [
    ...ACCOUNT_KEY,
    field('health', 'Health, 0–100', 'health'),
    field('date', 'Date', 'date'),
    field('risk', 'Renewal risk', 'share'),
  ],
  people: [
    field('name', 'Name', 'person'),
    field('personId', 'Person id', 'id'),
    field('role', 'Role', 'words'),
    field('quota', 'Quota a year', 'money'),
    field('manager', 'Manager', 'person'),
    field('region', 'Region', 'words'),
  ],
  products: [
    field('product', 'Product', 'name'),
    field('productId', 'Product id', 'id'),
    field('family', 'Family', 'words'),
    field('price', 'List price a year', 'money'),
  ],
  codes: [field('code', 'Code', 'id'), field('meaning', 'What it stands for', 'name')],
  rates: [
    field('currency', 'Currency', 'words'),
    field('rate', 'Rate', 'number'),
    field('base', 'Base currency', 'words'),
    field('date', 'Date', 'date'),
  ],
  ignored: [],
} as const satisfies Record<TableRole, readonly FieldInfo[]>;

export interface Meaning {
  readonly meaning: string;
  readonly label: string;
}
const meaning = (name: string, label: string): Meaning => ({ meaning: name, label });

/** Columns of few words whose every word is taken for something: `<role>.<field>` → the choices. */
export const MEANINGS: Readonly<Record<string, readonly Meaning[]>> = {
  'accounts.status': [
    meaning('customer', 'Customer'),
    meaning('trial', 'Trial'),
    meaning('prospect', 'Prospect'),
    meaning('churned', 'Churned'),
  ],
  'subscriptions.status': [
    meaning('active', 'Active'),
    meaning('paused', 'Paused'),
    meaning('trial', 'Trial'),
    meaning('future', 'Not started'),
    meaning('ended', 'Ended'),
  ],
  'subscriptions.interval': [
    meaning('month', 'Month'),
    meaning('quarter', 'Quarter'),
    meaning('halfYear', 'Half-year'),
    meaning('year', 'Year'),
  ],
  'opportunities.stage': [meaning('open', 'Open'), meaning('won', 'Won'), meaning('lost', 'Lost')],
  'opportunities.type': [
    ...UPSELLS.map((upsell) => meaning(upsell, `Upsell: ${UPSELL_LABELS[upsell]}`)),
    meaning('upsell', 'Upsell of no stated type'),
    meaning('renewal', 'Renewal'),
    meaning('newBusiness', 'New customer'),
    meaning('other', 'Not an upsell'),
  ],
  'people.role': [
    meaning('ae', 'Account executive'),
    meaning('am', 'Account manager'),
    meaning('csm', 'Customer success manager'),
    meaning('other', 'Other'),
  ],
};
