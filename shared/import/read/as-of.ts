import type { ImportOptions, ImportResult } from '../types.ts';
import { isoDate, parseDate } from '../values/date.ts';
import { isDaysBetween } from './cells.ts';
import type { TableView } from './view.ts';

/** The day that counts as today, in days since 1970-01-01; NaN where nothing tells. */
export interface AsOf {
  readonly days: number;
  readonly said: ImportResult['asOf'];
}

/** Fields whose dates lie in the past: what has happened, not what is planned. */
const HAPPENED: Readonly<Record<string, readonly string[]>> = {
  accounts: ['since', 'snapshotDate'],
  subscriptions: ['startDate'],
  opportunities: ['createdDate'],
  health: ['date'],
};

/**
 * Today: the day given, else the latest date in the book that is not a plan (created, started,
 * measured, closed as won or lost), else the day the newest file was saved. A date after the file was
 * saved is a slip or a plan and doesn't count.
 */
export function asOfDay(views: readonly TableView[], options: ImportOptions): AsOf {
  const given = options.asOf === undefined ? NaN : parseDate(options.asOf, false);
  if (!Number.isNaN(given))
    return { days: given, said: { date: isoDate(given), origin: 'as given' } };
  const savedOn = savedDay(views);
  const limit = Number.isNaN(savedOn) ? Infinity : savedOn;
  let latest = { days: -Infinity, origin: '' };
  const look = (view: TableView, field: string, counts: (index: number) => boolean): void => {
    if (!view.has(field)) return;
    view.dates(field).forEach((days, index) => {
      if (days <= latest.days || days > limit || !counts(index)) return;
      const header = view.column(field)?.header ?? field;
      latest = {
        days,
        origin: `the latest date in the book that is no plan (${header} in ${view.mapping.file})`,
      };
    });
  };
  for (const view of views) {
    for (const field of HAPPENED[view.mapping.role] ?? []) look(view, field, () => true);
    const cycle = view.column('cycleDays');
    if (cycle !== undefined && isDaysBetween(cycle)) look(view, 'cycleDays', () => true);
    if (view.mapping.role !== 'opportunities') continue;
    const outcome = view.has('stage') ? view.meanings('stage') : null;
    look(view, 'closeDate', (index) => outcome?.[index] === 'won' || outcome?.[index] === 'lost');
  }
  if (latest.days > -Infinity)
    return { days: latest.days, said: { date: isoDate(latest.days), origin: latest.origin } };
  if (!Number.isNaN(savedOn))
    return {
      days: savedOn,
      said: { date: isoDate(savedOn), origin: 'the day the file was last saved' },
    };
  return { days: NaN, said: { date: null, origin: 'nothing in the book says what day it is' } };
}

/** The newest day on which one of the files was saved, NaN where none says. */
function savedDay(views: readonly TableView[]): number {
  let latest = NaN;
  for (const { found } of views) {
    const days = parseDate(found.source.savedOn?.slice(0, 10) ?? '', false);
    if (!(days <= latest)) latest = Number.isNaN(days) ? latest : days;
  }
  return latest;
}
