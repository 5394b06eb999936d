import type { Book, PotentialRule } from '../book/book.ts';

export interface ImportIssue {
  /**
   * - `error`: no book can be made until this is put right; never beside a book.
   * - `warning`: something is wrong at a place, and the message says what was done instead.
   * - `info`: something was inferred or left out, and is said.
   */
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
  /** ISO date that counts as today for contracts and renewals. Absent: inferred, see `ImportResult.asOf`. */
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
  /** Two columns that say what a code stands for: a lookup of other tables. */
  | 'codes'
  /** Exchange rates. */
  | 'rates'
  | 'ignored';

/** The table found on a sheet. Rows and columns from 0 inside the grid. */
export interface TableMapping {
  readonly file: string;
  readonly sheet: string;
  /** The (lower) row of headers; -1 where the sheet holds no table. */
  readonly headerRow: number;
  /** 2 where a row of group headers stands above. */
  readonly headerRows: 1 | 2;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Rows that count: without blank rows, notes and totals. */
  readonly dataRows: number;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly role: TableRole;
  readonly chosenBy: 'inferred' | 'user';
  /** Why this role was inferred, or why the table is left out: a sentence. */
  readonly reason: string;
  /**
   * Meaning of each column, by the role's own field names (`FIELDS` in fields.ts); field null = not
   * used. A user who moves the header row or changes the role gives no columns: they are inferred anew.
   */
  readonly columns: readonly ColumnMapping[];
  /** What the column headers come down to: a saved mapping finds next month's file by it, wherever the columns moved. */
  readonly fingerprint: string;
}
export interface ColumnMapping {
  readonly column: number;
  readonly header: string;
  readonly field: string | null;
  /** 0..1; 1 where the user said so. */
  readonly confidence: number;
  readonly chosenBy: 'inferred' | 'user';
  readonly hidden: boolean;
  /** Other fields that would fit, best first. */
  readonly candidates: readonly { readonly field: string; readonly confidence: number }[];
  /** Up to five values as text. */
  readonly samples: readonly string[];
  /** How text dates and numbers of this column are read, with the evidence. */
  readonly reading?: ColumnReading | undefined;
  readonly transform?: ColumnTransform | undefined;
  /** With `daysBetween`: the header of the column of the same table that holds the earlier date; this one holds the later. */
  readonly daysFrom?: string | undefined;
  /** With `lookup`: the table that says what the codes of this column stand for. */
  readonly lookup?: LookupTable | undefined;
  /** With the field `holding`: the product that the column is about, and what it tells of it. */
  readonly product?: string | undefined;
  readonly measure?: HoldingMeasure | undefined;
  /** Columns of few words with a meaning (stage, type of deal, status): each word and what it is taken for, most frequent first. */
  readonly values?: readonly ValueMeaning[] | undefined;
}
/**
 * What is done to the values of a column before they are the field's:
 * - `times12`, `times4`: the column says a figure a month, a quarter.
 * - `daysBetween`: two dates make a number of days (field `cycleDays`).
 * - `complement`: the column says the opposite: a chance of renewing makes a risk, levels of risk make a health.
 * - `lookup`: codes are replaced by what a table of the book says they stand for.
 */
export const TRANSFORMS = [
  'none',
  'times12',
  'times4',
  'complement',
  'daysBetween',
  'lookup',
] as const;
export type ColumnTransform = (typeof TRANSFORMS)[number];

/** What a column of a product tells: what the account pays for it in a year, how many it has, or whether it has it. */
export const HOLDING_MEASURES = ['amount', 'count', 'flag'] as const;
export type HoldingMeasure = (typeof HOLDING_MEASURES)[number];

/** A table of codes, people or products of the book: found by its headers, wherever next month's file has it. */
export interface LookupTable {
  readonly file: string;
  readonly sheet: string;
  /** `TableMapping.fingerprint` of the table. */
  readonly fingerprint: string;
}
export interface ColumnReading {
  /** Text dates such as 3/4/2025: day first? */
  readonly dayFirst?: boolean | undefined;
  readonly decimal?: '.' | ',' | undefined;
  /** What the values are divided by: 100 where a share stands as percent points. */
  readonly divisor?: number | undefined;
  readonly evidence: string;
}
export interface ValueMeaning {
  readonly text: string;
  /** One of `MEANINGS` of the field in fields.ts. */
  readonly meaning: string;
  readonly rows: number;
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
  /** The book's currency, 'USD' …; '' = not known. */
  readonly currency: string;
  /** What one unit of another currency is worth in the book's currency, as the user says; the rates that the book itself holds are found again each time. */
  readonly rates: Readonly<Record<string, number>>;
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

/** One table joined to the accounts. */
export interface JoinReport {
  readonly file: string;
  readonly sheet: string;
  readonly role: TableRole;
  /** Header of the column on either side. */
  readonly column: string;
  readonly accountColumn: string;
  readonly by: 'id' | 'name';
  /**
   * `certain`: by id, or the accounts come from this very table. A join by name is `proposed` (used,
   * and to be confirmed or refused by the rule `rule`) until the user has `confirmed` it.
   */
  readonly state: 'certain' | 'proposed' | 'confirmed';
  /** The rule that confirms the join or leaves the table out; '' where there is nothing to decide. */
  readonly rule: string;
  /** Rows with a key, those of them that found their account, and rows without any key. */
  readonly rows: number;
  readonly matched: number;
  readonly withoutKey: number;
  /** Keys that found no account, with their rows: the most frequent ones. */
  readonly unmatched: readonly { readonly text: string; readonly rows: number }[];
  /** Accounts that this table does not mention, and the first of them by name. */
  readonly accountsWithout: number;
  readonly unmentioned: readonly string[];
}

/** What the deals of the book come to. Money in the book's currency, days; null where there is none. */
export interface DealSummary {
  readonly rows: number;
  readonly won: number;
  readonly wonValue: number;
  readonly lost: number;
  readonly open: number;
  readonly openValue: number;
  readonly withoutAccount: number;
  readonly withoutAmount: number;
  readonly negativeCycles: number;
  /** Mean days from created to closed. */
  readonly meanCycleWon: number | null;
  readonly meanCycleClosed: number | null;
}

/** Someone of the people table: shown also where they own nothing. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Money a year; NaN = not given. */
  readonly quota: number;
  /** Accounts of the book that name this person as an owner. */
  readonly accounts: number;
}

/** A totals row of a source against the sum of its rows. Row from 1 and column letter as the spreadsheet program shows them. */
export interface StatedTotal {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly header: string;
  readonly stated: number;
  readonly computed: number;
}

/** What was understood. `book` is absent where a required field is missing; the issues of severity `error` then say why. */
export interface ImportResult {
  readonly book?: Book | undefined;
  readonly mapping: Mapping;
  readonly shape: 'accounts' | 'opportunities' | 'joined';
  readonly source: readonly {
    readonly file: string;
    readonly format: string;
    readonly sheet: string;
    /** From 1; 0 where no table was found. */
    readonly headerRow: number;
    readonly rows: number;
  }[];
  /** Where each field of the book came from; column as a letter. A field of another table is `<role>.<field>`. */
  readonly fields: Readonly<Record<string, FieldOrigin>>;
  /** The day that counts as today, ISO, and where it comes from; null where nothing tells. */
  readonly asOf: { readonly date: string | null; readonly origin: string };
  /** What the book states; values that are only estimated later are not in it, an absent renewalShare counts as 1. */
  readonly totals: { readonly arr: number; readonly renewing: number; readonly potential: number };
  /** How many accounts lack a value that will be estimated, by field. */
  readonly estimated: Readonly<Record<string, number>>;
  readonly statedTotals: readonly StatedTotal[];
  readonly rules: readonly RuleChoice[];
  readonly joins: readonly JoinReport[];
  readonly deals: DealSummary | null;
  readonly people: readonly Person[];
  /** Accounts that pay nothing today, be they in the book or left out of it. */
  readonly notPaying: readonly { readonly id: string; readonly name: string }[];
  readonly today: TodayProposal;
  /** Issues, most severe first; the list may be cut, `issueCounts` is complete, by code. */
  readonly issues: readonly ImportIssue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}
export interface FieldOrigin {
  readonly file: string;
  readonly sheet: string;
  readonly column: string;
  readonly header: string;
  readonly confidence: number;
}
