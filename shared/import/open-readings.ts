import { countText } from './amount.ts';
import type { OpenReading } from './infer/reading.ts';
import { scaleRemark } from './infer/scale.ts';
import type { IssueList } from './issues.ts';
import type { RuleBook } from './rules.ts';
import { cellText, quote } from './text.ts';
import type { ColumnMapping } from './types.ts';
import type { Understood } from './understand.ts';
import { isoDate, parseDate, proveDate } from './values/date.ts';
import { parseNumber } from './values/number.ts';

/** Asks how the columns are read whose values prove nothing: rule `dates:<header>`, `decimal:<header>` or `scale:<header>`. */
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
      issues.add(
        'warning',
        'reading-open',
        place,
        column.header,
        () =>
          `${quote(column.header)}: ${UNPROVEN[what]} ${column.reading?.evidence ?? ''}: check it.`,
      );
      ASK[what](table, column, rules);
    }
}

const UNPROVEN: Readonly<Record<OpenReading, string>> = {
  dates: 'no value proves whether the day or the month comes first.',
  decimal: 'no value proves what the point or comma in its figures is.',
  scale: 'a remark beside the table gives the scale of its figures.',
};
const ASK: Readonly<
  Record<OpenReading, (table: Understood, column: ColumnMapping, rules: RuleBook) => void>
> = { dates: askDates, decimal: askDecimal, scale: askScale };

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
  const text = textOf(table, column, (one) => /\d[.,]\d{3}(?!\d)/.test(one));
  const [sign, other] = text.includes('.') ? (['.', ','] as const) : ([',', '.'] as const);
  const called = sign === '.' ? 'point' : 'comma';
  const option = (value: '.' | ',', label: string) => ({
    value,
    label,
    effect: `${quote(text)} is ${String(parseNumber(text, value)?.value ?? '')}`,
  });
  rules.choose(
    `decimal:${column.header}`,
    `What is the ${called} in the figures of ${quote(column.header)}?`,
    [option(sign, `A decimal ${called}`), option(other, 'It groups thousands')],
    column.reading?.decimal ?? '.',
  );
}

function askScale(table: Understood, column: ColumnMapping, rules: RuleBook): void {
  const remark = scaleRemark(table.found?.remarks ?? []);
  if (remark === undefined) return;
  const { name, divisor } = remark.scale;
  rules.choose(
    `scale:${column.header}`,
    `Are the figures of ${quote(column.header)} in ${name}, as ${quote(remark.text)} says?`,
    [
      { value: 'scaled', label: `Yes, in ${name}`, effect: `1 is ${countText(1 / divisor)}` },
      { value: 'units', label: 'No, they are whole amounts', effect: '1 is 1' },
    ],
    'scaled',
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
