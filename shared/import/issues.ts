import type { ImportIssue } from './types.ts';

type Severity = ImportIssue['severity'];

/** Where an issue is: rows and columns from 0 as in the grid, null where it is about no single one. */
export interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly row?: number | null;
  readonly column?: number | null;
}

/** How many issues of one code are listed; all are counted. */
const LISTED_PER_CODE = 500;
const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Collects what is to be said about a reading: every issue is counted, the first of each kind are listed. */
export interface IssueList {
  /** `message` is made only for issues that are listed. */
  add(severity: Severity, code: string, place: Place, text: string, message: () => string): void;
  readonly refused: boolean;
  /** Most severe first, else in the order they were found. */
  list(): readonly ImportIssue[];
  counts(): Readonly<Record<string, number>>;
}

/** An empty list. `letter` writes a column as the spreadsheet program shows it. */
export function issueList(letter: (column: number) => string): IssueList {
  const issues: ImportIssue[] = [];
  const counts = new Map<string, number>();
  let refused = false;
  return {
    add(severity, code, place, text, message) {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (severity === 'error') refused = true;
      if (count > LISTED_PER_CODE) return;
      const { row = null, column = null } = place;
      issues.push({
        severity,
        code,
        file: place.file,
        sheet: place.sheet,
        row: row === null ? null : row + 1,
        column: column === null ? null : letter(column),
        text: text.slice(0, 200),
        message: message(),
      });
    },
    get refused() {
      return refused;
    },
    list: () => issues.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]),
    counts: () => Object.fromEntries(counts),
  };
}
