import type { ImportIssue, ImportResult } from '../../shared/import/types.ts';

/** How many kinds of warning are said; `--json` lists all. */
const MOST_LINES = 20;

/**
 * What a reading warns of, one line a kind: the first place it was met, and how many more there are.
 * Empty where there is nothing to warn of.
 */
export function warningLines({ issues, issueCounts }: ImportResult): readonly string[] {
  const first = new Map<string, ImportIssue>();
  for (const issue of issues)
    if (issue.severity === 'warning' && !first.has(issue.code)) first.set(issue.code, issue);
  const lines = [...first.values()].map((issue) => {
    const more = (issueCounts[issue.code] ?? 1) - 1;
    return `Warning: ${placeOf(issue)}${issue.message}${more > 0 ? ` (${String(more)} more like it)` : ''}`;
  });
  const left = lines.length - MOST_LINES;
  return left > 0
    ? [
        ...lines.slice(0, MOST_LINES),
        `Warning: ${String(left)} more kinds; import --json lists them.`,
      ]
    : lines;
}

function placeOf({ file, sheet, row, column }: ImportIssue): string {
  if (row === null) return '';
  const cell = column === null ? `row ${String(row)}` : `cell ${column}${String(row)}`;
  return sheet === '' ? `${file}, ${cell}: ` : `${file}, sheet "${sheet}", ${cell}: `;
}
