import { UPSELLS } from '../../book/motions.ts';
import { headerWords } from '../text.ts';
import type { ColumnTransform, TableRole } from '../types.ts';
import { CURRENCY_CODES } from '../values/number.ts';
import { PHRASES, type Concept } from './phrases.ts';

interface Entry {
  readonly concept: string;
  readonly words: readonly string[];
  readonly weight: number;
}

/** A concept that can fill a field; `transform` where its figures are not yet the field's. */
interface FieldConcept {
  readonly field: string;
  readonly concept: Concept;
  readonly weight: number;
  readonly transform?: ColumnTransform;
}

const WEAK = 0.75;
const link = (field: string, concept: Concept, weight = 1): FieldConcept => ({
  field,
  concept,
  weight,
});
/** Recurring revenue by the month or the quarter is a year's, multiplied. */
const PARTS_OF_A_YEAR: readonly FieldConcept[] = [
  { field: 'arr', concept: 'mrr', weight: 0.98, transform: 'times12' },
  { field: 'arr', concept: 'qrr', weight: 0.98, transform: 'times4' },
];
/** How a renewal stands: the risk in figures, or by the chance of its opposite; in words that make a health. */
const RISK: readonly FieldConcept[] = [
  link('risk', 'risk'),
  { field: 'risk', concept: 'renewalChance', weight: 0.98, transform: 'complement' },
  link('health', 'health'),
  { field: 'health', concept: 'risk', weight: 0.9, transform: 'complement' },
];
const ACCOUNT = [link('accountId', 'accountId'), link('accountName', 'accountName')];
const OWNERS = [
  link('owner.ae', 'ae'),
  link('owner.am', 'am'),
  link('owner.csm', 'csm'),
  // Offered, never taken: an owner without a role is most often the account executive.
  link('owner.am', 'anyOwner', 0.4),
  link('owner.csm', 'anyOwner', 0.4),
];
const TRAITS = [link('segment', 'segment'), link('region', 'region'), link('industry', 'industry')];
const CURRENCY = [link('currency', 'currency'), link('rate', 'exchangeRate')];

/** Which concepts can fill which field, by role of table. */
export const FIELD_CONCEPTS: Readonly<Record<TableRole, readonly FieldConcept[]>> = {
  accounts: [
    link('accountId', 'accountId'),
    link('accountId', 'ownId', 0.9),
    link('name', 'accountName'),
    link('name', 'ownName', 0.95),
    ...OWNERS,
    ...TRAITS,
    link('arr', 'arr'),
    ...PARTS_OF_A_YEAR,
    link('contractValue', 'contractValue'),
    link('totalContractValue', 'totalContractValue'),
    link('contractTerm', 'contractTerm'),
    link('cycleDays', 'cycleDays'),
    link('cac', 'cac'),
    link('renewalShare', 'renewalShare'),
    link('renewalDate', 'renewalDate'),
    ...RISK,
    link('complexity', 'complexity'),
    ...UPSELLS.map((upsell) => link(`potential.${upsell}`, `potential.${upsell}`)),
    ...UPSELLS.map((upsell) => link(`openDeals.${upsell}`, `openDeals.${upsell}`)),
    link('openDeals.unstated', 'openDeals.unstated'),
    link('whiteSpace', 'whiteSpace'),
    link('status', 'accountStatus'),
    link('since', 'since'),
    link('snapshotDate', 'measuredOn', 0.9),
    ...CURRENCY,
  ],
  subscriptions: [
    ...ACCOUNT,
    link('subscriptionId', 'subscriptionId'),
    link('subscriptionId', 'ownId', 0.8),
    link('arr', 'arr'),
    ...PARTS_OF_A_YEAR,
    link('arr', 'subscriptionAmount', 0.9),
    link('status', 'subscriptionStatus'),
    link('startDate', 'startDate'),
    link('endDate', 'endDate'),
    link('product', 'product'),
    link('interval', 'interval'),
    ...OWNERS,
    ...TRAITS,
    ...CURRENCY,
  ],
  opportunities: [
    ...ACCOUNT,
    link('dealId', 'dealId'),
    link('dealId', 'ownId', 0.8),
    link('dealName', 'dealName'),
    link('dealName', 'ownName', 0.8),
    link('stage', 'stage'),
    link('type', 'dealType'),
    link('amount', 'amount'),
    link('createdDate', 'createdDate'),
    link('closeDate', 'closeDate'),
    link('product', 'product'),
    link('won', 'won'),
    link('closed', 'closed'),
    ...OWNERS,
    ...TRAITS,
    ...CURRENCY,
  ],
  renewals: [
    ...ACCOUNT,
    link('renewalId', 'renewalId'),
    link('renewalId', 'ownId', 0.8),
    link('renewalDate', 'renewalDate'),
    link('amount', 'renewalAmount'),
    link('status', 'subscriptionStatus'),
    ...RISK,
    ...CURRENCY,
  ],
  health: [...ACCOUNT, ...RISK, link('health', 'score', 0.8), link('date', 'measuredOn')],
  people: [
    link('name', 'personName'),
    link('name', 'ownName', 0.9),
    link('personId', 'personId'),
    link('personId', 'ownId', 0.9),
    link('role', 'role'),
    link('quota', 'quota'),
    link('manager', 'manager'),
    link('region', 'region'),
  ],
  products: [
    link('product', 'product'),
    link('product', 'ownName', 0.85),
    link('productId', 'productId'),
    link('productId', 'ownId', 0.8),
    link('family', 'family'),
    link('price', 'price'),
    { field: 'price', concept: 'mrr', weight: 0.9, transform: 'times12' },
  ],
  codes: [link('code', 'code'), link('code', 'ownId', 0.9), link('meaning', 'ownName')],
  rates: [
    link('currency', 'currency'),
    link('currency', 'code', 0.8),
    link('rate', 'exchangeRate'),
    link('base', 'baseCurrency'),
    link('date', 'measuredOn'),
  ],
  ignored: [],
};

const ENTRIES: readonly Entry[] = Object.entries(PHRASES).flatMap(([concept, phrases]) =>
  phrases.map((phrase) => ({
    concept,
    words: headerWords(phrase.replace('~', '')),
    weight: phrase.startsWith('~') ? WEAK : 1,
  })),
);
/** Phrases by each of their words, and by all of them run together: only these can match a header. */
const BY_WORD = indexBy(ENTRIES, ({ words }) => words);
const BY_COMPOUND = indexBy(ENTRIES, ({ words }) => [words.join('')]);
const EXACT: ReadonlySet<string> = new Set(ENTRIES.map(({ words }) => words.join(' ')));

function indexBy(
  entries: readonly Entry[],
  keys: (entry: Entry) => readonly string[],
): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const key of new Set(keys(entry))) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [entry]);
      else list.push(entry);
    }
  return index;
}

/** Words that add nothing to the meaning of a header beside others. */
const BENIGN: ReadonlySet<string> = new Set([
  ...[...CURRENCY_CODES].map((code) => code.toLowerCase()),
  ...(
    'account accounts organization organisation org customer customers client clients company kunde kunden konto cliente cuenta compte ' +
    'opportunity deal current total actual primary main name names nombre nom aktuell aktueller actuel actuelle ' +
    'us in per year pa yr annual sf sfdc crm hs text label k keur teur tsd mio million millions thousand thousands 000 000s lakh lakhs lac lacs crore crores cr t k m mn mm eu cent cents ' +
    'full days day tage dias jours pct percent prozent 0 1 10 100'
  ).split(' '),
]);
/** A year says when, not what: 'ARR 2026', 'ARR FY26'. */
const YEAR = /^(?:(?:fy)?20\d\d|fy\d\d)$/;
/** Words that turn a header into something else. */
const CHANGES = new Set(
  (
    'email mail phone telephone fax url website web link address street zip postal postcode notes note comment parent ' +
    'previous prior old last count number num date role team manager status target goal forecast weighted lost churned change ' +
    'growth delta history currency modified updated by budget plan planned expected probability percent rank age id'
  ).split(' '),
);

/** How well a header names each concept that it names at all, 0..1: from the words alone. */
export function headerScores(header: readonly string[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  const words = header.slice(0, 12);
  const entries = new Set(words.flatMap((word) => BY_WORD.get(word) ?? []));
  for (const entry of BY_COMPOUND.get(words.join('')) ?? []) entries.add(entry);
  for (const { concept, words: phrase, weight } of entries) {
    const score = weight * phraseScore(words, phrase);
    if (score > (scores.get(concept) ?? 0)) scores.set(concept, score);
  }
  const has = (list: ReadonlySet<string>): boolean => words.some((word) => list.has(word));
  if (has(RECURRING) && !words.some((word) => CHANGES.has(word))) {
    if (has(QUARTERLY)) scores.set('qrr', Math.max(0.9, scores.get('qrr') ?? 0));
    else if (has(ANNUAL)) scores.set('arr', Math.max(0.9, scores.get('arr') ?? 0));
    else if (has(MONTHLY)) scores.set('mrr', Math.max(0.9, scores.get('mrr') ?? 0));
  }
  return scores;
}

/** Words by which money that comes back every year or month is recognised, whatever it is called. */
const RECURRING = new Set(
  'recurring recurrente recurrentes recurrent recurrents wiederkehrend wiederkehrende wiederkehrender wiederkehrendes recorrente recorrentes ricorrente ricorrenti terugkerend terugkerende'.split(
    ' ',
  ),
);
const ANNUAL = new Set(
  'annual annualized yearly year anual anuales annuel annuels annuelle jahrlich jahrlicher jahrliche jahrliches jahresumsatz jahr annuale annuali jaarlijks jaarlijkse'.split(
    ' ',
  ),
);
const MONTHLY = new Set(
  'monthly month mensual mensuales mensuel mensuels mensuelle monatlich monatlicher monatliche monatliches monatsumsatz monat mensal mensais mensile mensili maandelijks maandelijkse'.split(
    ' ',
  ),
);

const QUARTERLY = new Set(
  'quarterly quarter trimestral trimestrales trimestriel trimestriels trimestrielle quartal quartalsumsatz vierteljahrlich vierteljahrliche vierteljahrlicher trimestrais trimestrale trimestrali'.split(
    ' ',
  ),
);

function phraseScore(header: readonly string[], phrase: readonly string[]): number {
  const found = phrase.filter((word) => header.includes(word)).length;
  if (found < phrase.length) return header.join('') === phrase.join('') ? 0.97 : 0;
  if (header.length === phrase.length)
    return header.every((word, index) => word === phrase[index]) ? 1 : 0.95;
  const extra = header.filter((word) => !phrase.includes(word));
  if (extra.length === 0) return 0.9;
  if (extra.every((word) => (BENIGN.has(word) || YEAR.test(word)) && !CHANGES.has(word)))
    return 0.9;
  const changed = extra.some((word) => CHANGES.has(word));
  if (changed) return 0.2;
  return phrase.length >= 2 && phrase.length / header.length >= 0.66 ? 0.65 : 0.4;
}

/** Is this text, word for word, something that a column of a book is called? */
export function isKnownHeader(words: readonly string[]): boolean {
  return EXACT.has(words.join(' '));
}
