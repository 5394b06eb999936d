import type { IssueList } from './issues.ts';
import type { RuleBook } from './rules.ts';
import { cellText, quote } from './text.ts';
import type { ColumnMapping } from './types.ts';
import type { Understood } from './understand.ts';
import { isoDate, parseDate, proveDate } from './values/date.ts';
import { parseNumber } from './values/number.ts';

/** Asks how the columns are read whose values prove nothing: rule `dates:<header>` or `decimal:<header>`. */
export function askOpenReadings(
  understood: readonly Understood[],
  rules: RuleBook,
  issues: IssueList,
): void {
  for (const table of understood)
    for (const { column, what } of table.open) {
      const place = {
        file: table.mapping.file,
        sheet: table.mapping.sheet,
        row: table.mapping.headerRow,
        column: column.column,
      };
      issues.add('warning', 'reading-open', place, column.header, () =>
        what === 'dates'
          ? `${quote(column.header)}: no value proves whether the day or the month comes first. ${column.reading?.evidence ?? ''}: check it.`
          : `${quote(column.header)}: no value proves what the point in its figures is. ${column.reading?.evidence ?? ''}: check it.`,
      );
      if (what === 'dates') askDates(table, column, rules);
      else askDecimal(table, column, rules);
    }
}

function askDates(table: Understood, column: ColumnMapping, rules: RuleBook): void {
  const text = textOf(table, column, (one) => proveDate(one) === 'either');
  const option = (value: 'dayFirst' | 'monthFirst', label: string) => ({
    value,
    label,
    effect: `${quote(text)} is ${isoDate(parseDate(text, value === 'dayFirst'))}`,
  });
  rules.choose(
    `dates:${column.header}`,
    `Which comes first in the dates of ${quote(column.header)}?`,
    [option('dayFirst', 'The day'), option('monthFirst', 'The month')],
    column.reading?.dayFirst === true ? 'dayFirst' : 'monthFirst',
  );
}

function askDecimal(table: Understood, column: ColumnMapping, rules: RuleBook): void {
  const text = textOf(table, column, (one) => /\d\.\d{3}(?!\d)/.test(one));
  const option = (value: '.' | ',', label: string) => ({
    value,
    label,
    effect: `${quote(text)} is ${String(parseNumber(text, value)?.value ?? '')}`,
  });
  rules.choose(
    `decimal:${column.header}`,
    `What is the point in the figures of ${quote(column.header)}?`,
    [option('.', 'A decimal point'), option(',', 'It groups thousands')],
    column.reading?.decimal ?? '.',
  );
}

/** The first text of the column that can be read both ways. */
function textOf(
  { found }: Understood,
  { column }: ColumnMapping,
  isOpen: (text: string) => boolean,
): string {
  if (found === null) return '';
  for (const row of found.rows) {
    const text = cellText(found.grid, row, column);
    if (isOpen(text)) return text;
  }
  return '';
}
