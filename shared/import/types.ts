import type { Book, PotentialRule } from '../book/book.ts';
import type { Upsell } from '../book/motions.ts';
import type { SheetFile } from '../sheet/grid.ts';

/** A field of the book that a column can fill. */
export type BookField =
  | 'accountId'
  | 'name'
  | 'segment'
  | 'region'
  | 'industry'
  | `owner.${string}`
  | 'arr'
  | 'contractValue'
  | 'cycleDays'
  | 'cac'
  | 'renewalShare'
  | 'risk'
  | 'health'
  | 'complexity'
  | `potential.${Upsell}`;

export interface ImportIssue {
  readonly severity: 'error' | 'warning' | 'info';
  /** Stable, kebab-case: what tests and filters go by. */
  readonly code: string;
  readonly file: string;
  readonly sheet: string;
  /** As the spreadsheet program shows it: rows from 1, columns 'A'; null where the issue is not about one cell. */
  readonly row: number | null;
  readonly column: string | null;
  /** The text found, as it stood there. */
  readonly text: string;
  /** What happened, where, what to do. */
  readonly message: string;
}

/** What the reading needs beside the files. Everything absent is inferred, and said. */
export interface ImportOptions {
  /** A mapping from an earlier reading or the user; absent parts are inferred. */
  readonly mapping?: Mapping | undefined;
  /** ISO date that counts as today for contracts and renewals. */
  readonly asOf?: string | undefined;
  /** Only this sheet. */
  readonly sheet?: string | undefined;
}

/** How one table of the sources takes part. */
export type TableRole =
  | 'accounts'
  | 'subscriptions'
  | 'opportunities'
  | 'renewals'
  | 'health'
  | 'people'
  | 'products'
  | 'ignored';

/** The table found on a sheet. Rows and columns from 0 inside the grid. */
export interface TableMapping {
  readonly file: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly role: TableRole;
  /** Why this role was inferred, or why the table is left out: a sentence. */
  readonly reason: string;
  /** Meaning of each column, by the role's own field names (an accounts table: BookField); null = not used. */
  readonly columns: readonly ColumnMapping[];
  /** Column headers that match names and formats of next month's file. */
  readonly fingerprint: string;
}
export interface ColumnMapping {
  readonly column: number;
  readonly header: string;
  readonly field: string | null;
  /** 0..1; 1 where the user said so. */
  readonly confidence: number;
  readonly chosenBy: 'inferred' | 'user';
  /** Other fields that would fit, best first. */
  readonly candidates: readonly { readonly field: string; readonly confidence: number }[];
  /** Up to five values as text. */
  readonly samples: readonly string[];
  /** How text dates and numbers of this column are read, with the evidence. */
  readonly reading?:
    | { readonly dayFirst?: boolean; readonly decimal?: '.' | ','; readonly evidence: string }
    | undefined;
  readonly transform?: 'none' | 'times12' | undefined;
}

/** A rule the reading applied, its effect, and the other choices with theirs. */
export interface RuleChoice {
  /** e.g. 'currentSubscriptions', 'potential', 'owner'. */
  readonly rule: string;
  readonly chosen: string;
  readonly question: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    /** The effect in the user's words, e.g. 'ARR $7,306,416'. */
    readonly effect: string;
  }[];
}

/** Everything the user can correct about the reading; saved with the project and as a file. */
export interface Mapping {
  readonly version: 1;
  readonly tables: readonly TableMapping[];
  /** rule → chosen value. */
  readonly rules: Readonly<Record<string, string>>;
  readonly potentialRule: PotentialRule;
  /** 'USD' … ; '' = not known. */
  readonly currency: string;
  /** Values corrected by hand, kept apart from the source. */
  readonly corrections: readonly {
    readonly file: string;
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly text: string;
  }[];
  /** Accounts without current revenue are left out. */
  readonly leaveOutNotPaying: boolean;
}

/** The proposed answer to "who leads renewals and upsell today", with its evidence. Never applied by itself. */
export interface TodayProposal {
  readonly model: string | null;
  readonly evidence: string;
}

/** What was understood. `book` is absent where a required field is missing; the issues then say which. */
export interface ImportResult {
  readonly book?: Book | undefined;
  readonly mapping: Mapping;
  readonly shape: 'accounts' | 'opportunities' | 'joined';
  readonly source: readonly {
    readonly file: string;
    readonly format: string;
    readonly sheet: string;
    readonly headerRow: number;
    readonly rows: number;
  }[];
  /** Where each field of the book came from. */
  readonly fields: Readonly<
    Record<
      string,
      { file: string; sheet: string; column: string; header: string; confidence: number }
    >
  >;
  readonly totals: { readonly arr: number; readonly renewing: number; readonly potential: number };
  readonly rules: readonly RuleChoice[];
  /** Accounts that pay nothing today, by id. */
  readonly notPaying: readonly string[];
  readonly today: TodayProposal;
  /** Issues, most severe first; the list may be cut, `issueCounts` is complete. */
  readonly issues: readonly ImportIssue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

/** Grids → book. Pure: never throws on any input. */
export type ImportBook = (files: readonly SheetFile[], options: ImportOptions) => ImportResult;
