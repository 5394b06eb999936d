import type { BuildInput } from './input.ts';
import { amountText, plural } from '../amount.ts';
import type { AsOf } from '../read/as-of.ts';
import { PAYS } from '../read/holdings.ts';
import { wonInYear, type Deals } from '../read/deals.ts';
import type { Draft } from '../read/draft.ts';
import type { Joined } from '../read/join.ts';
import { readSubscriptions } from '../read/subscriptions.ts';
import { headerWords, oneLine, quote } from '../text.ts';

/** Recurring revenue by account, ≥ 0 and never NaN, money a year; and what else its source told. */
export interface ChosenArr {
  readonly arr: Float64Array;
  readonly estimated: boolean;
  /** Share of subscriptions that end within a year, NaN where no end date tells. */
  readonly endingShare: Float64Array;
}

interface ArrInput {
  readonly input: BuildInput;
  readonly draft: Draft;
  readonly deals: Deals;
  readonly subscriptions: readonly Joined[];
  readonly asOf: AsOf;
  readonly currency: string;
}

/**
 * Where the recurring revenue comes from: the accounts' own column, else current subscriptions, else
 * the sum of what they pay by product, else the accounts' contract value where its header says that it
 * is a year's or a term says of how many, else what was won in the twelve months before the as-of day stands in for it. Null, and
 * an issue, where there is none of these. A company's own turnover is none of them.
 */
export function chooseArr(sources: ArrInput): ChosenArr | null {
  const { input, draft, deals, asOf } = sources;
  const count = draft.ids.length;
  const nothing = new Float64Array(count).fill(NaN);
  const own = statedArr(sources);
  const tables = sources.subscriptions.filter(({ view }) => view.has('arr'));
  const recurring =
    tables.length === 0
      ? null
      : readSubscriptions(tables, count, asOf, sources.currency, input.rules, input.issues);
  const chosen = chooseSource(sources, {
    accounts: own,
    subscriptions: recurring?.arr ?? null,
    products: arrByProduct(sources, own),
  });
  if (chosen !== null)
    return {
      arr: cleanArr(chosen, sources),
      estimated: false,
      endingShare: recurring?.renewalShare ?? nothing,
    };
  const yearly = yearlyContracts(sources) ?? wholeContracts(sources);
  if (yearly !== null)
    return { arr: cleanArr(yearly, sources), estimated: false, endingShare: nothing };
  if (deals.outcome.includes('won') && !Number.isNaN(asOf.days)) {
    const won = wonInYear(deals, count, asOf.days);
    sayStandIn(sources, won);
    return { arr: won, estimated: true, endingShare: nothing };
  }
  sayNoArr(sources);
  return null;
}

/** The accounts' own figure; the ARR of who is no customer by status counts only if the user says so. */
function statedArr({ input, draft, currency }: ArrInput): Float64Array | null {
  const column = draft.numbers.get('arr');
  if (column === undefined) return null;
  const status = draft.texts.get('status') ?? [];
  const isCustomer = (account: number): boolean =>
    !['churned', 'prospect', 'trial'].includes(status[account] ?? '');
  const customers = column.map((value, account) => (isCustomer(account) ? value : NaN));
  const [all, own] = [sum(column), sum(customers)];
  if (all === own) return column;
  const rule = input.rules.choose(
    'accountStatus',
    'Whose ARR counts?',
    [
      {
        value: 'customers',
        label: 'Customers; churned accounts, prospects and trials pay nothing today',
        effect: `ARR ${amountText(own, currency)}`,
      },
      { value: 'all', label: 'Every account', effect: `ARR ${amountText(all, currency)}` },
    ],
    'customers',
  );
  return rule === 'customers' ? customers : column;
}

/** A contract value that is called a year's is what the account pays a year; one that isn't may be for several years. */
function yearlyContracts({ input, draft }: ArrInput): Float64Array | null {
  const column = draft.numbers.get('contractValue');
  const view = input.views.find(
    (one) => one.mapping.role === 'accounts' && one.has('contractValue'),
  );
  const header = view?.column('contractValue')?.header ?? '';
  if (column === undefined || view === undefined || !YEARLY.test(header)) return null;
  input.issues.add(
    'warning',
    'arr-from-contracts',
    view.place(null, 'contractValue'),
    header,
    () =>
      `No column is called ARR: ${quote(header)} is taken for what an account pays a year. Choose another column if it is not.`,
  );
  return column;
}
const YEARLY = /acv|annual|yearly|year|jahr|anual|annuel/i;

/** What a contract pays over its whole term, by the year: its value over its term. */
function wholeContracts({ input, draft, currency }: ArrInput): Float64Array | null {
  const values = draft.numbers.get('totalContractValue');
  const terms = draft.numbers.get('contractTerm');
  const view = input.views.find((one) => one.has('totalContractValue') && one.has('contractTerm'));
  if (values === undefined || terms === undefined || view === undefined) return null;
  const term = view.column('contractTerm')?.header ?? '';
  const inYears = termIsInYears(term, terms);
  const yearly = values.map((value, account) => {
    const months = (terms[account] ?? NaN) * (inYears ? 12 : 1);
    return months > 0 ? (value / months) * 12 : NaN;
  });
  input.issues.add(
    'warning',
    'arr-from-contracts',
    view.place(null, 'totalContractValue'),
    term,
    () =>
      `No column says what an account pays a year: ${quote(view.column('totalContractValue')?.header ?? '')} over ${quote(term)}, read in ${inYears ? 'years' : 'months'}, is taken for it (${amountText(sum(yearly), currency)}). Choose another column if it is not.`,
  );
  return yearly;
}

/** The header says, else the terms: nobody signs for sixty years. */
function termIsInYears(header: string, terms: Float64Array): boolean {
  const words = headerWords(header);
  if (words.some((word) => /^(?:years?|yrs?|jahre?n?|anos?|ans?|annees?)$/.test(word))) return true;
  if (words.some((word) => /^(?:months?|mths?|monate?n?|mes|meses|mois)$/.test(word))) return false;
  return terms.every((term) => !(term > 10));
}

const SOURCES = ['accounts', 'subscriptions', 'products'] as const;
type Source = (typeof SOURCES)[number];
const SOURCE_LABELS: Readonly<Record<Source, string>> = {
  accounts: 'The figure of the account',
  subscriptions: 'The sum of its current subscriptions',
  products: 'The sum of what it pays by product',
};

/** The first that there is; of several the user's choice. */
function chooseSource(
  { input, currency }: ArrInput,
  found: Readonly<Record<Source, Float64Array | null>>,
): Float64Array | null {
  const options = SOURCES.flatMap((value) => {
    const arr = found[value];
    const effect = arr === null ? '' : `ARR ${amountText(sum(arr), currency)}`;
    return arr === null ? [] : [{ value, label: SOURCE_LABELS[value], effect }];
  });
  const [first] = options;
  if (first === undefined) return null;
  const source = input.rules.choose(
    'arrSource',
    'The book says what is paid in several places. Which counts?',
    options,
    first.value,
  );
  return found[source];
}

/**
 * What the columns of products come to. Where the accounts state their ARR, it only checks that: null
 * where both agree, and null where the user says that the columns are something else.
 */
function arrByProduct(
  { input, draft, currency, subscriptions }: ArrInput,
  stated: Float64Array | null,
): Float64Array | null {
  const parts = [...draft.numbers].filter(([field]) => field.startsWith(PAYS));
  if (parts.length === 0) return null;
  const total = new Float64Array(draft.ids.length).fill(NaN);
  for (const [, values] of parts)
    values.forEach((value, account) => {
      if (!Number.isNaN(value)) total[account] = (total[account] || 0) + value;
    });
  const products = parts.map(([field]) => quote(field.slice(PAYS.length))).join(', ');
  const place = { ...draft.place(0), row: null, column: null };
  if (stated !== null) {
    const differing = total.filter(
      (value, account) => Math.abs((value || 0) - (stated[account] || 0)) > 0.5,
    ).length;
    if (differing === 0) return null;
    input.issues.add(
      'warning',
      'products-disagree',
      place,
      '',
      () =>
        `What accounts pay for ${products} comes to ${amountText(sum(total), currency)}, their ARR to ${amountText(sum(stated), currency)}: ${plural(differing, 'account')} ${differing === 1 ? 'differs' : 'differ'}. The ARR counts unless you choose otherwise.`,
    );
    return total;
  }
  if (subscriptions.some(({ view }) => view.has('arr'))) return total;
  const rule = input.rules.choose(
    'arrByProduct',
    `No column states the ARR. Is it the sum of ${products}?`,
    [
      {
        value: 'sum',
        label: 'Yes, the sum of these columns',
        effect: `ARR ${amountText(sum(total), currency)}`,
      },
      {
        value: 'none',
        label: 'No, they are something else',
        effect: 'ARR has to come from elsewhere',
      },
    ],
    'sum',
  );
  if (rule === 'none') return null;
  input.issues.add(
    'info',
    'arr-by-product',
    place,
    '',
    () =>
      `No column states the ARR: it is the sum of what accounts pay for ${products}, ${amountText(sum(total), currency)}.`,
  );
  return total;
}

/** Absent is nothing paid; below zero is a slip, said at its cell. */
function cleanArr(arr: Float64Array, { draft, input, currency }: ArrInput): Float64Array {
  return arr.map((value, account) => {
    if (!(value < 0)) return Number.isNaN(value) ? 0 : value;
    input.issues.add(
      'warning',
      'negative-arr',
      draft.place(account, 'arr'),
      String(value),
      () =>
        `The ARR of ${quote(draft.names[account] ?? '')} is ${amountText(value, currency)}: below zero is read as 0. Correct the cell if it is a slip.`,
    );
    return 0;
  });
}

function sayStandIn({ input, asOf, currency }: ArrInput, won: Float64Array): void {
  const view = input.views.find(({ mapping }) => mapping.role === 'opportunities');
  const place = view?.place(null, 'amount') ?? { file: '', sheet: '' };
  input.issues.add(
    'warning',
    'arr-estimated',
    place,
    '',
    () =>
      `No column says what an account pays a year. What was won in the twelve months up to ${asOf.said.date ?? ''} (${amountText(sum(won), currency)}, ${plural(won.filter((value) => value > 0).length, 'account')}) stands in for ARR: every figure built on it is estimated.`,
  );
}

/** The columns found, and which of them might be meant. */
function sayNoArr({ input }: ArrInput): void {
  const { views, understood, issues } = input;
  const main = views[0];
  const columns = understood
    .filter(({ mapping }) => mapping.role !== 'ignored')
    .map(
      ({ mapping }) =>
        `${mapping.file}: ${mapping.columns
          .slice(0, 40)
          .map(({ header }) => oneLine(header))
          .join(', ')}`,
    );
  const meant = understood
    .flatMap(({ mapping }) => mapping.columns)
    .filter(
      ({ field, candidates }) => field === null && candidates.some((one) => one.field === 'arr'),
    )
    .map(({ header }) => quote(header));
  const contracts = understood
    .flatMap(({ mapping }) => mapping.columns)
    .find(({ field }) => field === 'contractValue');
  const hint =
    meant.length === 0
      ? ''
      : ` ${meant.slice(0, 5).join(', ')} might be meant, but neither its name nor its values are plainly those of what an account pays.`;
  const yearly =
    contracts === undefined ? '' : ` If ${quote(contracts.header)} is a year's amount, choose it.`;
  const total = understood
    .flatMap(({ mapping }) => mapping.columns)
    .find(({ field }) => field === 'totalContractValue');
  const term =
    total === undefined
      ? ''
      : ` ${quote(total.header)} is for the whole term of a contract: add a column of the term in months.`;
  const place = main?.place(null) ?? { file: '', sheet: '' };
  issues.add(
    'error',
    'no-arr',
    place,
    '',
    () =>
      `No column says what an account pays a year (ARR, MRR, subscriptions or won deals). Columns found in ${columns.join('; ')}.${hint}${yearly}${term} Choose one, or add a table that has it; a company's own revenue is not what it pays.`,
  );
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += Math.max(0, value) || 0;
  return total;
}
