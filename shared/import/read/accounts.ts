import { FIELDS, type FieldInfo } from '../fields.ts';
import type { IssueList } from '../issues.ts';
import { foldName, idKey, quote } from '../text.ts';
import { isNobody } from '../values/words.ts';
import type { Draft, DraftNumbers, DraftTexts } from './draft.ts';
import { readHoldings } from './holdings.ts';
import type { TableView } from './view.ts';

interface Range {
  readonly allows: (value: number) => boolean;
  readonly say: string;
}
const POSITIVE: Range = { allows: (value) => value > 0, say: 'must be above 0' };
const NOT_NEGATIVE: Range = { allows: (value) => value >= 0, say: 'must not be negative' };
const SHARE: Range = { allows: (value) => value >= 0 && value <= 1, say: 'must be 0% to 100%' };

/** What a field of the book may hold (model equations, section 1). */
const RANGES: Readonly<Record<string, Range>> = {
  contractValue: NOT_NEGATIVE,
  cycleDays: POSITIVE,
  cac: POSITIVE,
  renewalShare: SHARE,
  risk: SHARE,
  health: { allows: (value) => value >= 0 && value <= 100, say: 'must be 0 to 100' },
  complexity: POSITIVE,
};

/** Reads a table of one row an account. Figures out of range become absent, each an issue at its cell. */
export function readAccounts(view: TableView, issues: IssueList): Draft {
  const texts: DraftTexts = new Map();
  const numbers: DraftNumbers = new Map();
  const infos: readonly FieldInfo[] = FIELDS.accounts;
  for (const { field, kind } of infos) {
    if (!view.has(field) || ['accountId', 'name', 'currency', 'rate'].includes(field)) continue;
    if (kind === 'person') texts.set(field, ownerTexts(view, field));
    else if (kind === 'words')
      texts.set(field, field === 'status' ? statusTexts(view) : [...view.texts(field)]);
    else if (kind === 'date') numbers.set(field, view.dates(field));
    else numbers.set(field, inRange(view, field, issues));
  }
  for (const [field, values] of readHoldings(view, issues)) numbers.set(field, values);
  return {
    ids: view.texts('accountId'),
    names: view.texts('name'),
    texts,
    numbers,
    hasIds: view.has('accountId'),
    hasNames: view.has('name'),
    place: (account, field) => view.place(account, field),
  };
}

/** Owners' names; words for nobody ('Unassigned') are nobody. */
function ownerTexts(view: TableView, field: string): string[] {
  const known = new Map<string, string>();
  return view.texts(field).map((text) => {
    let owner = known.get(text);
    if (owner === undefined) {
      owner = isNobody(text) ? '' : text;
      known.set(text, owner);
    }
    return owner;
  });
}

function statusTexts(view: TableView): string[] {
  return view.meanings('status').map((meaning) => meaning ?? '');
}

function inRange(view: TableView, field: string, issues: IssueList): Float64Array {
  const { values } = view.figures(field);
  if (field === 'arr') return values;
  const range = RANGES[field] ?? NOT_NEGATIVE;
  return values.map((value, index) => {
    if (Number.isNaN(value) || range.allows(value)) return value;
    issues.add('warning', 'out-of-range', view.place(index, field), String(value), () => {
      const label = infoLabel(field);
      return `${label} ${range.say}: ${quote(String(value))} was left empty.`;
    });
    return NaN;
  });
}

function infoLabel(field: string): string {
  const infos: readonly FieldInfo[] = FIELDS.accounts;
  return infos.find((info) => info.field === field)?.label ?? field;
}

/**
 * Accounts from a table that has several rows an account (subscriptions, deals): one an account, by
 * id, else by name, in the order they first appear; each trait is the first one stated.
 */
export function accountsOf(view: TableView): Draft {
  const ids = view.texts('accountId');
  const names = view.texts('accountName');
  const hasIds = view.has('accountId') && ids.some((id) => id !== '');
  const first = new Map<string, number>();
  const rows: number[] = [];
  const accountOf = Array.from(ids, (id, index) => {
    const key = accountKey(hasIds ? id : (names[index] ?? ''), hasIds);
    if (key === '') return -1;
    const known = first.get(key);
    if (known !== undefined) return known;
    first.set(key, rows.length);
    return rows.push(index) - 1;
  });
  const texts: DraftTexts = new Map();
  // The owner of a deal is not yet the owner of its account: that takes a rule.
  const owners = view.mapping.role === 'opportunities' ? [] : view.fields('owner.');
  const traits = ['segment', 'region', 'industry', ...owners];
  for (const field of traits) {
    if (!view.has(field)) continue;
    const source = field.startsWith('owner.') ? ownerTexts(view, field) : view.texts(field);
    const values = new Array<string>(rows.length).fill('');
    accountOf.forEach((account, index) => {
      if (account >= 0 && values[account] === '') values[account] = source[index] ?? '';
    });
    texts.set(field, values);
  }
  return {
    ids: rows.map((row) => (hasIds ? (ids[row] ?? '') : '')),
    names: rows.map((row) => names[row] ?? ''),
    texts,
    numbers: new Map(),
    hasIds,
    hasNames: view.has('accountName'),
    place: (account, field) => view.place(rows[account] ?? null, field),
  };
}

function accountKey(text: string, isId: boolean): string {
  return isId ? idKey(text) : foldName(text);
}
