import { amountText, plural } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import type { RuleBook } from '../rules.ts';
import { foldName, idKey, quote } from '../text.ts';
import { pickAccounts, type Draft } from './draft.ts';
import { PAYS } from './holdings.ts';

/**
 * One entry an account: rows of an id that came before are merged into the first. Absent values are
 * filled from the later rows; whether their ARR adds up is a rule, because the same account may
 * stand there twice (an export with contacts) or once for every contract.
 */
export function mergeDuplicates(
  draft: Draft,
  currency: string,
  rules: RuleBook,
  issues: IssueList,
): Draft {
  const first = new Map<string, number>();
  const keep: number[] = [];
  const later = new Map<number, number[]>();
  draft.ids.forEach((id, account) => {
    const key = idKey(id);
    const known = key === '' ? undefined : first.get(key);
    if (known === undefined) {
      if (key !== '') first.set(key, account);
      keep.push(account);
      return;
    }
    const others = later.get(known);
    if (others === undefined) later.set(known, [account]);
    else others.push(account);
  });
  sayRepeatedNames(draft, keep, issues);
  if (later.size === 0) return draft;
  const rule = chooseRule(draft, keep, later, currency, rules);
  for (const [account, others] of later) {
    for (const other of others)
      issues.add(
        'warning',
        'duplicate-id',
        draft.place(other, 'accountId'),
        draft.ids[other] ?? '',
        () =>
          `The id ${quote(draft.ids[other] ?? '')} stands here again (first in row ${String((draft.place(account).row ?? -1) + 1)}): ${
            rule === 'sum' ? 'its ARR is added to the first row' : 'its ARR is not counted again'
          }, values that the first row lacks are taken from here.`,
      );
    fill(draft, account, others, rule === 'sum');
  }
  return pickAccounts(draft, keep);
}

function chooseRule(
  draft: Draft,
  keep: readonly number[],
  later: ReadonlyMap<number, readonly number[]>,
  currency: string,
  rules: RuleBook,
): 'first' | 'sum' {
  const arr = draft.numbers.get('arr');
  const total = (accounts: Iterable<number>): number => {
    let sum = 0;
    for (const account of accounts) sum += Math.max(0, arr?.[account] ?? 0) || 0;
    return sum;
  };
  const once = total(keep);
  const all = once + total([...later.values()].flat());
  return rules.choose(
    'duplicateAccounts',
    `${plural(later.size, 'account id')} stand in more than one row. What is their ARR?`,
    [
      {
        value: 'first',
        label: 'The first row counts',
        effect: `ARR ${amountText(once, currency)}`,
      },
      { value: 'sum', label: 'The rows add up', effect: `ARR ${amountText(all, currency)}` },
    ],
    'first',
  );
}

function fill(draft: Draft, account: number, others: readonly number[], sum: boolean): void {
  for (const values of draft.texts.values())
    for (const other of others) if (values[account] === '') values[account] = values[other] ?? '';
  for (const [field, values] of draft.numbers)
    for (const other of others) {
      const value = values[other] ?? NaN;
      if (Number.isNaN(value)) continue;
      const before = values[account] ?? NaN;
      if (Number.isNaN(before)) values[account] = value;
      else if (sum && (field === 'arr' || field.startsWith(PAYS))) values[account] = before + value;
    }
}

function sayRepeatedNames(draft: Draft, keep: readonly number[], issues: IssueList): void {
  const seen = new Map<string, number>();
  for (const account of keep) {
    const name = foldName(draft.names[account] ?? '');
    if (name === '') continue;
    const before = seen.get(name);
    if (before === undefined) seen.set(name, account);
    else
      issues.add(
        'warning',
        'same-name',
        draft.place(account, 'name'),
        draft.names[account] ?? '',
        () =>
          `${quote(draft.names[account] ?? '')} is also the name in row ${String((draft.place(before).row ?? -1) + 1)}: kept as two accounts. If it is one, remove a row or give both the same id.`,
      );
  }
}
