import type { Cell, ChartModel, GroupedSeries } from '../../charts/series.ts';
import { chartUnit, contendersOf, todayOf, unitTitle, type Subject } from './subject.ts';
import type { Worded } from './charts.ts';

/** One row of a breakdown as a chart needs it: the run rate of a part of the book under each model. */
export interface BreakdownRow {
  readonly key: string;
  readonly label: string;
  /** Accounts in the row; null where they can't be counted once (motions share accounts). */
  readonly accounts: number | null;
  /** Some account of the row has a value that was filled in rather than read. */
  readonly estimated: boolean;
  /** Run rate by model, money a year; null where the model has none there. */
  readonly runRate: Readonly<Record<string, number | null>>;
}

/** What is drawn: the amounts, or each model's difference to one of them. */
export type Reading = 'amount' | 'difference';

interface Words {
  /** "length of the initial sale" */
  readonly by: string;
  readonly groupTitle: string;
  /** "Where the sale took", in front of a row's label in a title. */
  readonly where: (label: string) => string;
  /** "3 of 4 lengths of sale": what the rows are, many of them. */
  readonly rows: string;
  /** "whatever the sale took", where one model brings most in every row. */
  readonly everywhere: string;
  /** Said where rows are in the table but not in the drawing. */
  readonly aside: string;
}

export const BY_BAND: Words = {
  by: 'length of the initial sale',
  groupTitle: 'Length of the initial sale',
  where: (label) => `where the sale took ${label}`,
  rows: 'lengths of sale',
  everywhere: 'however long the sale took',
  aside: '',
};
export const BY_UPSELL: Words = {
  by: 'type of upsell',
  groupTitle: 'Type of upsell',
  where: (label) => `in ${label.toLowerCase()}`,
  rows: 'types of upsell',
  everywhere: 'in every type of upsell',
  aside: ' Renewal and service are in the table: with them the rows add up to the run rate.',
};

/** The model that differences are to: today's, else the one that is worth most on the whole. */
export function baseOf(subject: Subject): ChartModel | null {
  const today = todayOf(subject);
  if (today !== null) return today;
  const value = (model: ChartModel) => subject.comparison.models[model.id]?.runRate ?? -Infinity;
  return contendersOf(subject).toSorted((a, b) => value(b) - value(a))[0] ?? null;
}

/**
 * Contribution at run rate by a part of the book. `drawn` are the rows in the chart, `all` those of
 * the table, which add up to the run rate of each model.
 */
export function breakdownChart(
  subject: Subject,
  words: Words,
  all: readonly BreakdownRow[],
  drawn: readonly BreakdownRow[],
  reading: Reading,
): Worded<GroupedSeries> & { readonly table: GroupedSeries } {
  const { comparison, format, models } = subject;
  const base = reading === 'difference' ? baseOf(subject) : null;
  const title = unitTitle(comparison.currency, 'money', 'a year');
  const series = (rows: readonly BreakdownRow[]): GroupedSeries => ({
    unit: chartUnit(format, 'money', base === null ? title : `${title}, against ${base.label}`),
    groupTitle: words.groupTitle,
    groups: rows.map((row) => ({
      key: row.key,
      label: row.label,
      detail: row.accounts === null ? undefined : accountsText(subject, row.accounts),
    })),
    models,
    cells: rows.map((row) => models.map((model) => cellOfRow(row, model.id, base?.id ?? null))),
  });
  const table = series(all);
  const totals = models.map((_, m) => total(table.cells.map((cells) => cells[m])));
  return {
    title: titleOf(subject, words, drawn),
    subtitle: `Contribution at run rate (margin less cost of a full year, without the change) by ${words.by}, ${title}.${words.aside}${emptyRows(all)}`,
    series: series(drawn),
    table: {
      ...table,
      total: { label: base === null ? 'Run rate' : 'Run rate, difference', cells: totals },
    },
  };
}

/** Rows without accounts are named, not drawn. */
function emptyRows(rows: readonly BreakdownRow[]): string {
  const empty = rows.filter(({ accounts }) => accounts === 0).map(({ label }) => label);
  return empty.length === 0 ? '' : ` No accounts: ${empty.join(', ')}.`;
}

function cellOfRow(row: BreakdownRow, model: string, base: string | null): Cell {
  const own = row.runRate[model] ?? null;
  const from = base === null ? 0 : (row.runRate[base] ?? null);
  const value = own === null || from === null ? null : own - from;
  return { value, estimated: row.estimated && value !== null };
}

function total(cells: readonly (Cell | undefined)[]): Cell {
  const value = cells.reduce<number | null>((sum, cell) => {
    const own = cell?.value ?? null;
    return sum === null || own === null ? null : sum + own;
  }, 0);
  return { value, estimated: cells.some((cell) => cell?.estimated === true) };
}

function accountsText({ format }: Subject, accounts: number): string {
  return `${format.figure(accounts, 'count')} ${accounts === 1 ? 'account' : 'accounts'}`;
}

/** Who brings most where: one model everywhere, or the leader of most rows and the largest exception. */
function titleOf(subject: Subject, words: Words, rows: readonly BreakdownRow[]): string {
  const { format } = subject;
  const filled = rows.flatMap((row) => {
    const best = bestOf(subject, row);
    return best === null || row.accounts === 0 ? [] : [{ row, ...best }];
  });
  const [first] = filled;
  if (first === undefined) return `Contribution by ${words.by}`;
  const wins = new Map<ChartModel, number>();
  for (const { model } of filled) wins.set(model, (wins.get(model) ?? 0) + 1);
  const [most] = [...wins].toSorted(([, a], [, b]) => b - a);
  const leader = most?.[0] ?? first.model;
  const exception = filled
    .filter(({ model }) => model !== leader)
    .toSorted((a, b) => b.ahead - a.ahead)[0];
  if (exception === undefined) {
    return `${leader.label} brings most ${filled.length === 1 ? words.where(first.row.label) : words.everywhere}`;
  }
  const where = words.where(exception.row.label);
  const ahead = format.figure(exception.ahead, 'money', 'compact');
  return `${leader.label} brings most in ${String(most?.[1] ?? 0)} of ${String(filled.length)} ${words.rows}; ${exception.model.label} ${where}, by ${ahead} a year`;
}

function bestOf(
  subject: Subject,
  row: BreakdownRow,
): { readonly model: ChartModel; readonly ahead: number } | null {
  const ranked = contendersOf(subject)
    .flatMap((model) => {
      const value = row.runRate[model.id] ?? null;
      return value === null ? [] : [{ model, value }];
    })
    .toSorted((a, b) => b.value - a.value);
  const [first, second] = ranked;
  if (first === undefined) return null;
  const ahead = second === undefined ? 0 : first.value - second.value;
  // A tie has no best: money differs by rounding alone.
  return ahead > 1e-9 * Math.max(1, Math.abs(first.value)) ? { model: first.model, ahead } : null;
}
