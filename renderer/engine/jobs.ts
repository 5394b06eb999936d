import type { BreakdownRow } from '../../shared/analysis/breakdown.ts';
import type { AccountStep } from '../../shared/analysis/explain-account.ts';
import type { FigureExplanation } from '../../shared/analysis/explain.ts';
import type { Flip } from '../../shared/analysis/flips.ts';
import type { Book, PotentialRule, TextColumn } from '../../shared/book/book.ts';
import type { ImportOptions, ImportResult, Mapping } from '../../shared/import/types.ts';
import type {
  Assumptions,
  ByMotion,
  ModelId,
  RoleId,
} from '../../shared/model/assumptions/types.ts';
import type { Explanation } from '../../shared/model/account-results-types.ts';
import type { Comparison } from '../../shared/model/result.ts';
import type { BookFilter, ProjectDocument } from '../../shared/project/document.ts';
import type { OpenedProject } from '../../shared/project/decode.ts';
import type { Recovered } from '../../shared/project/journal.ts';
import type { SheetFile } from '../../shared/sheet/grid.ts';
import type { FigureUnit } from '../../shared/units/figure-unit.ts';
import type { Result } from '../../shared/units/result.ts';

/** What one evaluation depends on, beside the book. */
export interface ScenarioInput {
  readonly assumptions: Assumptions;
  readonly models: readonly ModelId[];
  readonly filter: BookFilter;
  /** One unit of the assumptions' currency in the book's; null where the user has not said. */
  readonly rate: number | null;
}

/** What the window shows of a scenario. */
export interface ScenarioResult {
  /** The named models first; those in `pending` are not there yet or of an earlier input. */
  readonly comparison: Comparison | null;
  /** Why there is no comparison: a sentence. */
  readonly refusal: string | null;
  /** Models whose figures are still being computed for this input: marked until they are there. */
  readonly pending: readonly ModelId[];
  readonly totals: BookTotals;
}

/** The accounts that take part, after the filter. */
export interface BookTotals {
  readonly accounts: number;
  /** Money a year. */
  readonly arr: number;
  /** Different people named as owners. */
  readonly owners: number;
  /** Inputs that were filled in rather than read, of all that could be: a share. */
  readonly estimatedShare: number;
  /** Accounts by field that was filled in. */
  readonly estimated: Readonly<Record<string, number>>;
  /** Segments of the whole book after filling in, in the book's order: what a filter can choose. */
  readonly segments: readonly string[];
  /** ARR minus the sum of ARR by owner and of what nobody owns: 0 where everything adds up. */
  readonly difference: number;
}

/** What choosing a potential rule would do. */
export interface RuleEffect {
  readonly rule: PotentialRule;
  /** Potential of the accounts that take part, money a year. */
  readonly potential: number;
  readonly leader: ModelId | null;
  /** By how much it leads, in the decision metric's money. */
  readonly lead: number | null;
}

/** Everything that runs beside the window: kind → input and output. */
export interface Jobs {
  /** Hands the book over, names left out or not: later jobs speak of it without sending it again. */
  readonly setBook: { readonly input: Book | null; readonly output: null };
  /** Partial answers: the named models first, the best fits follow. */
  readonly evaluate: { readonly input: ScenarioInput; readonly output: ScenarioResult };
  readonly ruleEffects: { readonly input: ScenarioInput; readonly output: readonly RuleEffect[] };
  /** Assumptions that would change the leader; long, but every step lets other work pass. */
  readonly flips: {
    readonly input: ScenarioInput & { readonly unlinked: readonly string[] };
    readonly output: readonly Flip[];
  };
  /** Reads source tables, under a corrected mapping where there is one. */
  readonly reread: {
    readonly input: { readonly files: readonly SheetFile[]; readonly options: ImportOptions };
    readonly output: ImportResult;
  };
  /** Reads a book that comes with the app. */
  readonly readSample: {
    readonly input: { readonly fileName: string; readonly text: string };
    readonly output: { readonly files: readonly SheetFile[]; readonly result: ImportResult };
  };
  /** Every model by length of the sales cycle and by motion. Partial answers: the named models first. */
  readonly breakdowns: {
    readonly input: ScenarioInput & { readonly locale: string };
    readonly output: BreakdownsOutput;
  };
  /** The accounts behind a figure, those that matter most first. */
  readonly accounts: { readonly input: AccountsInput; readonly output: AccountRows | null };
  /** Every account that takes part as the model takes it, in the book's order; null where there are none to take. */
  readonly bookAccounts: { readonly input: ScenarioInput; readonly output: BookAccounts | null };
  /** Where one figure of the comparison on screen comes from. */
  readonly explain: {
    readonly input: ExplainInput;
    readonly output: FigureExplanation | null;
  };
  /** How the figures of one account come about under one model; null where it takes no part. */
  readonly explainAccount: {
    readonly input: ExplainAccountInput;
    readonly output: readonly MotionExplanation[] | null;
  };
  /** The `.handoff` file; `heavy` null = as sent last. */
  readonly encodeProject: { readonly input: EncodeInput; readonly output: Uint8Array };
  /** The scenarios' workbook as the bytes of an .xlsx file; `heavy` null = as sent last. */
  readonly exportWorkbook: {
    readonly input: ExportInput;
    readonly output: Result<Uint8Array, string>;
  };
  readonly decodeProject: {
    readonly input: Readonly<Record<string, Uint8Array>>;
    readonly output: Result<OpenedProject, string>;
  };
  /** A project and the journal of changes after it. */
  readonly recoverProject: {
    readonly input: { readonly base: Uint8Array; readonly records: readonly string[] };
    readonly output: Result<RecoveredProject, string>;
  };
}

export interface BreakdownsOutput {
  readonly models: Readonly<Record<ModelId, ModelBreakdowns>>;
  /** What stands in for cycles that the book does not bring: a sentence; null where it brings them all. */
  readonly cycles: string | null;
}
export interface ModelBreakdowns {
  readonly band: readonly BreakdownRow[];
  readonly motion: readonly BreakdownRow[];
}

export interface AccountsInput extends ScenarioInput {
  readonly model: ModelId;
  /** Id in the metrics registry. */
  readonly metric: string;
  /** A row of a breakdown: motion, segment, or band by its lower bound in days. */
  readonly part?: { readonly by: 'segment' | 'band' | 'motion'; readonly key: string } | undefined;
}
/** Columns, one entry an account. Owners and names are in the window's own book. */
export interface AccountRows {
  /** Places in the whole book. */
  readonly accounts: Uint32Array;
  readonly segment: TextColumn;
  readonly cycleDays: Float64Array;
  /** Bits of `ESTIMATED`. */
  readonly estimated: Uint16Array;
  /** What the numbers in `lead` point to. */
  readonly roles: readonly RoleId[];
  /** Who leads under the model; −1 where nobody works it. */
  readonly lead: ByMotion<Int8Array>;
  /** The account's own part of the figure that was pointed at. */
  readonly figure: {
    readonly label: string;
    readonly unit: FigureUnit;
    readonly values: Float64Array;
  };
}

/** Columns, one entry an account, nothing absent any more. */
export interface BookAccounts {
  /** Places in the whole book. */
  readonly accounts: Uint32Array;
  readonly segment: TextColumn;
  readonly cycleDays: Float64Array;
  /** ARR up for renewal, money a year. */
  readonly renewing: Float64Array;
  /** Chance of losing the renewal, a share. */
  readonly risk: Float64Array;
  /** What could be sold of all types of upsell, money a year. */
  readonly potential: Float64Array;
  /** Bits of `ESTIMATED`. */
  readonly estimated: Uint16Array;
}

export interface ExplainInput extends ScenarioInput {
  readonly comparison: Comparison;
  /** Id in the metrics registry. */
  readonly metric: string;
  readonly model: ModelId;
  /** A row of a breakdown, and what it is called. */
  readonly part?: AccountsInput['part'];
  readonly partTitle: string;
}

export interface ExplainAccountInput extends ScenarioInput {
  readonly comparison: Comparison;
  readonly model: ModelId;
  /** Place in the whole book. */
  readonly account: number;
}
/** One motion of an account: what goes in and comes out, and every step between with its formula. */
export interface MotionExplanation {
  readonly explanation: Explanation;
  readonly steps: readonly AccountStep[];
}

/** The slices of a document that hold columns. */
export type HeavySlices = Pick<ProjectDocument, 'book' | 'sources' | 'report'>;
export interface EncodeInput {
  readonly light: Omit<ProjectDocument, keyof HeavySlices>;
  readonly heavy: HeavySlices | null;
  readonly appVersion: string;
}
export interface ExportInput {
  readonly title: string;
  readonly locale: string;
  readonly mapping: Mapping | null;
  readonly scenarios: readonly ExportScenario[];
  /** Milliseconds since 1970: told in the file. */
  readonly madeAt: number;
  readonly heavy: HeavySlices | null;
}
export interface ExportScenario extends ScenarioInput {
  readonly name: string;
  /** The filter in words; '' where every account takes part. */
  readonly filterWords: string;
  readonly unlinked: readonly string[];
}
export interface RecoveredProject extends Recovered {
  /** The mapping changed after the base was written: the book has to be read again. */
  readonly readAgain: boolean;
}
export type JobKind = keyof Jobs;
export type Input<Kind extends JobKind> = Jobs[Kind]['input'];
export type Output<Kind extends JobKind> = Jobs[Kind]['output'];

/** Runs jobs in a worker, or in-process for tests: both behave alike, values are copies either way. */
export interface Engine {
  /** Rejects with `JobCancelled` when `signal` aborts, with the job's own error else. */
  run<Kind extends JobKind>(
    kind: Kind,
    input: Input<Kind>,
    options?: JobOptions<Kind>,
  ): Promise<Output<Kind>>;
  dispose(): void;
}
export interface JobOptions<Kind extends JobKind> {
  readonly signal?: AbortSignal | undefined;
  /** Earlier, incomplete answers. */
  readonly onPartial?: ((partial: Output<Kind>) => void) | undefined;
}

/** The job was given up because its asker no longer wants it. */
export class JobCancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'JobCancelled';
  }
}
