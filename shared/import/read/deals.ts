import type { Upsell } from '../../book/motions.ts';
import { UPSELLS } from '../../book/motions.ts';
import { plural } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import { quote } from '../text.ts';
import type { DealSummary } from '../types.ts';
import type { TableView } from './view.ts';

/** Deals of all tables, row by row. Money in the book's currency, days since 1970-01-01 or NaN. */
export interface Deals {
  readonly count: number;
  /** -1 where the deal names no account of the book. */
  readonly account: Int32Array;
  readonly outcome: readonly ('open' | 'won' | 'lost' | null)[];
  /** An upsell, or upsell (no stated type), renewal, newBusiness, other. */
  readonly type: readonly string[];
  readonly amount: Float64Array;
  readonly created: Float64Array;
  readonly closed: Float64Array;
  /** Days from created to closed of closed deals; NaN where unknown or negative. */
  readonly cycle: Float64Array;
  /** Owners by field ('owner.ae'). */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  readonly typed: boolean;
}

/** A deals table with the account of each row. */
interface DealTable {
  readonly view: TableView;
  readonly accountOf: Int32Array;
}

/** Reads all deals; words that nothing tells, and cycles that run backwards, are issues. */
export function readDeals(tables: readonly DealTable[], issues: IssueList): Deals {
  const parts = tables.map((table) => readTable(table, issues));
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const fields = new Set(parts.flatMap(({ owners }) => [...owners.keys()]));
  return {
    count,
    account: Int32Array.from(parts.flatMap(({ account }) => [...account])),
    outcome: parts.flatMap(({ outcome }) => outcome),
    type: parts.flatMap(({ type }) => type),
    amount: joined(parts, ({ amount }) => amount),
    created: joined(parts, ({ created }) => created),
    closed: joined(parts, ({ closed }) => closed),
    cycle: joined(parts, ({ cycle }) => cycle),
    owners: new Map(
      [...fields].map((field) => [
        field,
        parts.flatMap((part) => part.owners.get(field) ?? new Array<string>(part.count).fill('')),
      ]),
    ),
    typed: parts.some(({ typed }) => typed),
  };
}

function joined(parts: readonly Deals[], column: (part: Deals) => Float64Array): Float64Array {
  const out = new Float64Array(parts.reduce((sum, part) => sum + part.count, 0));
  let at = 0;
  for (const part of parts) {
    out.set(column(part), at);
    at += part.count;
  }
  return out;
}

function readTable({ view, accountOf }: DealTable, issues: IssueList): Deals {
  const outcome = outcomes(view, issues);
  const created = view.dates('createdDate');
  const closed = view.dates('closeDate');
  const owners = new Map(view.fields('owner.').map((field) => [field, view.texts(field)]));
  const cycle = closed.map((day, row) => {
    if (outcome[row] !== 'won' && outcome[row] !== 'lost') return NaN;
    const days = day - (created[row] ?? NaN);
    if (!(days < 0)) return days;
    issues.add(
      'warning',
      'negative-cycle',
      view.place(row, 'closeDate'),
      String(days),
      () =>
        `The deal closed ${plural(-days, 'day')} before it was created: its cycle is not counted.`,
    );
    return NaN;
  });
  return {
    count: view.count,
    account: accountOf,
    outcome,
    type: types(view, issues),
    amount: view.figures('amount').values,
    created,
    closed,
    cycle,
    owners,
    typed: view.has('type'),
  };
}

function outcomes(view: TableView, issues: IssueList): ('open' | 'won' | 'lost' | null)[] {
  const stage = view.meanings('stage');
  const texts = view.texts('stage');
  const won = view.flags('won');
  const closed = view.flags('closed');
  if (!view.has('stage') && !view.has('won'))
    issues.add(
      'warning',
      'no-stage',
      view.place(null),
      '',
      () =>
        `${view.mapping.file}: no column says whether a deal is open, won or lost, so the deals are not counted. Choose the column of the stage.`,
    );
  const unknown = new Map<string, number>();
  const outcome = stage.map((meaning, row) => {
    if (won[row] === 1) return 'won';
    if (won[row] === 0 && view.has('closed')) return closed[row] === 1 ? 'lost' : 'open';
    if (meaning === 'open' || meaning === 'won' || meaning === 'lost') return meaning;
    const text = texts[row] ?? '';
    if (text !== '') unknown.set(text, (unknown.get(text) ?? 0) + 1);
    return null;
  });
  for (const [text, rows] of unknown)
    issues.add(
      'warning',
      'unknown-stage',
      view.place(null, 'stage'),
      text,
      () =>
        `${plural(rows, 'deal')} in the stage ${quote(text)} are not counted: say whether it means open, won or lost.`,
    );
  return outcome;
}

function types(view: TableView, issues: IssueList): string[] {
  const texts = view.texts('type');
  const unknown = new Map<string, number>();
  const found = view.meanings('type').map((meaning, row) => {
    if (meaning !== null && meaning !== '') return meaning;
    const text = texts[row] ?? '';
    if (text !== '') unknown.set(text, (unknown.get(text) ?? 0) + 1);
    return 'upsell';
  });
  for (const [text, rows] of unknown)
    issues.add(
      'warning',
      'unknown-deal-type',
      view.place(null, 'type'),
      text,
      () =>
        `${plural(rows, 'deal')} of the type ${quote(text)} count as upsell of no stated type: say what it means.`,
    );
  return found;
}

/** What all deals come to, those without an account too. */
export function summarise(deals: Deals): DealSummary {
  const is = (outcome: string) => (row: number) => deals.outcome[row] === outcome;
  const rows = Array.from(deals.outcome.keys());
  const [won, lost, open] = [
    rows.filter(is('won')),
    rows.filter(is('lost')),
    rows.filter(is('open')),
  ];
  const value = (list: readonly number[]): number =>
    list.reduce((sum, row) => sum + (deals.amount[row] || 0), 0);
  return {
    rows: deals.count,
    won: won.length,
    wonValue: value(won),
    lost: lost.length,
    open: open.length,
    openValue: value(open),
    withoutAccount: deals.account.reduce((sum, account) => sum + (account < 0 ? 1 : 0), 0),
    withoutAmount: open.filter((row) => Number.isNaN(deals.amount[row] ?? NaN)).length,
    negativeCycles: [...won, ...lost].filter(
      (row) => (deals.closed[row] ?? NaN) < (deals.created[row] ?? NaN),
    ).length,
    meanCycleWon: mean(won, deals.cycle),
    meanCycleClosed: mean([...won, ...lost], deals.cycle),
  };
}

function mean(rows: readonly number[], values: Float64Array): number | null {
  let [sum, count] = [0, 0];
  for (const row of rows) {
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return count === 0 ? null : sum / count;
}

/** Open upsell deals by account: by stated type, and of no stated type. Money as the deals say. */
export interface OpenByAccount {
  readonly byUpsell: Readonly<Record<Upsell, Float64Array>>;
  readonly unstated: Float64Array;
  readonly deals: number;
}

/**
 * Open deals of the accounts that already pay. A deal without a stated type is an upsell only there:
 * with an account that pays nothing it is a first sale.
 */
export function openDeals(deals: Deals, arr: Float64Array): OpenByAccount {
  const column = (): Float64Array => new Float64Array(arr.length);
  const byUpsell: Record<Upsell, Float64Array> = {
    priceIncrease: column(),
    consumption: column(),
    organicUsers: column(),
    featureUpgrade: column(),
    proactiveUsers: column(),
    newSolution: column(),
  };
  const unstated = column();
  let count = 0;
  for (let row = 0; row < deals.count; row++) {
    const account = deals.account[row] ?? -1;
    const amount = deals.amount[row] ?? NaN;
    if (account < 0 || deals.outcome[row] !== 'open' || !(amount > 0)) continue;
    const type = deals.type[row];
    const upsell = UPSELLS.find((one) => one === type);
    if (upsell !== undefined) byUpsell[upsell][account] = (byUpsell[upsell][account] ?? 0) + amount;
    else if (type === 'upsell' && (deals.typed || (arr[account] ?? 0) > 0))
      unstated[account] = (unstated[account] ?? 0) + amount;
    else continue;
    count++;
  }
  return { byUpsell, unstated, deals: count };
}

/** Value won by account in the 365 days up to a day. */
export function wonInYear(deals: Deals, accounts: number, day: number): Float64Array {
  const won = new Float64Array(accounts);
  for (let row = 0; row < deals.count; row++) {
    const account = deals.account[row] ?? -1;
    const age = day - (deals.closed[row] ?? NaN);
    if (account >= 0 && deals.outcome[row] === 'won' && age >= 0 && age < 365)
      won[account] = (won[account] ?? 0) + Math.max(0, deals.amount[row] || 0);
  }
  return won;
}
