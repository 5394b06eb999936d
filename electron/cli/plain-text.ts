import type { Flip } from '../../shared/analysis/flips.ts';
import { flipFinding, leaderFinding, todayFinding } from '../../shared/analysis/findings.ts';
import { leaderAmong } from '../../shared/analysis/leader.ts';
import type { Book } from '../../shared/book/book.ts';
import { createFormat, NOT_DEFINED } from '../../shared/format/format.ts';
import type { ImportResult } from '../../shared/import/types.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import { metricOf } from '../../shared/model/metrics.ts';
import { modelName } from '../../shared/model/names.ts';
import type { Comparison } from '../../shared/model/result.ts';

/** Figures of the table, top to bottom. */
const FIGURES = [
  'npv',
  'runRate',
  'contribution',
  'arr',
  'retainedArr',
  'expansionArr',
  'nrr',
  'grr',
  'fteTotal',
  'cost.runCost',
  'overlap.paidTwice',
  'overlap.dualOwnedAccounts',
  'freedHoursTotal',
  'transition.cost',
  'payback',
];
/** Metrics that mean nothing until today's model is known. */
const CHANGE = 'Change of ownership';
/** Output for pipes and scripts is the same on every machine. */
export const LOCALE = 'en-US';
const GAP = '  ';

/** The comparison as text: the finding, then a table of models. */
export function comparisonTable(
  comparison: Comparison,
  assumptions: Assumptions,
  flips: readonly Flip[] | null,
): string {
  const { models, currency, currentModel, accounts } = comparison;
  const format = createFormat(LOCALE, currency);
  const ids = Object.keys(models);
  const today = currentModel === null ? null : (models[currentModel] ?? null);
  const leader = leaderAmong(models, assumptions.decisionMetric);
  const change =
    leader &&
    todayFinding(leader.model, models, currentModel, leader.metric, assumptions.models, format);
  const header = ids.map(
    (id) => `${modelName(id, assumptions.models)}${id === currentModel ? ' (today)' : ''}`,
  );
  const rows = FIGURES.flatMap((id) => {
    const metric = metricOf(id);
    if (metric === undefined || (currentModel === null && metric.group === CHANGE)) return [];
    const cells = Object.values(models).map((result) =>
      format.figure(metric.read(result, today), metric.unit),
    );
    return [[metric.label, ...cells]];
  });
  return lines(
    leaderFinding(leader, flips, assumptions.models, format),
    ...(flips ?? []).map((flip) => flipFinding(flip, assumptions.models, format)),
    ...(change ? [change] : []),
    '',
    ...aligned([
      [`${format.figure(accounts, 'count')} accounts, ${currency || NOT_DEFINED}`, ...header],
      ...rows,
    ]),
  );
}

/** What was understood of a book, as text. */
export function importSummary(result: ImportResult, book: Book): string {
  const format = createFormat(LOCALE, book.currency);
  const { source, totals, issueCounts, fields, rules } = result;
  const remarks = Object.values(issueCounts).reduce((sum, count) => sum + count, 0);
  return lines(
    `${format.figure(book.count, 'count')} accounts, ARR ${format.figure(totals.arr, 'money')}.`,
    '',
    ...aligned(
      source.map(({ file, sheet, rows }) => [file, sheet, `${format.figure(rows, 'count')} rows`]),
    ),
    '',
    ...aligned(
      Object.entries(fields).map(([field, { file, column, header }]) => [
        field,
        `${file}, column ${column}`,
        header,
      ]),
      'left',
    ),
    ...(rules.length > 0 ? [''] : []),
    ...rules.map(
      ({ question, chosen, options }) =>
        `${question} ${options.find(({ value }) => value === chosen)?.label ?? chosen}.`,
    ),
    '',
    remarks === 0
      ? 'No problem was found in the values.'
      : `${format.figure(remarks, 'count')} remarks: --json lists them.`,
  );
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

/** Columns one under the other: the first to the left, the others as told. */
function aligned(
  rows: readonly (readonly string[])[],
  others: 'left' | 'right' = 'right',
): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, at) =>
        at > 0 && others === 'right'
          ? cell.padStart(widths[at] ?? 0)
          : cell.padEnd(widths[at] ?? 0),
      )
      .join(GAP)
      .trimEnd(),
  );
}
