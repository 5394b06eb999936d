import type { Book, PotentialRule } from '../../shared/book/book.ts';
import type { ImportOptions, ImportResult } from '../../shared/import/types.ts';
import type { Assumptions, ModelId } from '../../shared/model/assumptions/types.ts';
import type { Comparison } from '../../shared/model/result.ts';
import type { BookFilter } from '../../shared/project/document.ts';
import type { SheetFile } from '../../shared/sheet/grid.ts';

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
}

/** What choosing a potential rule would do. */
export interface RuleEffect {
  readonly rule: PotentialRule;
  /** Potential of the whole book, money a year. */
  readonly potential: number;
  readonly leader: ModelId | null;
  /** By how much it leads, in the decision metric's money. */
  readonly lead: number | null;
}

/** Everything that runs beside the window: kind → input and output. */
export interface Jobs {
  /** Hands the book over; later jobs speak of it without sending it again. */
  readonly setBook: { readonly input: Book | null; readonly output: null };
  /** Partial answers: the named models first, the best fits follow. */
  readonly evaluate: { readonly input: ScenarioInput; readonly output: ScenarioResult };
  readonly ruleEffects: { readonly input: ScenarioInput; readonly output: readonly RuleEffect[] };
  /** Reads the source tables again, under a corrected mapping. */
  readonly reread: {
    readonly input: { readonly files: readonly SheetFile[]; readonly options: ImportOptions };
    readonly output: ImportResult;
  };
}
export type JobKind = keyof Jobs;

/** Runs jobs in a worker, or in-process for tests: both behave alike, values are copies either way. */
export interface Engine {
  /** Rejects with `JobCancelled` when `signal` aborts, with the job's own error else. */
  run<Kind extends JobKind>(
    kind: Kind,
    input: Jobs[Kind]['input'],
    options?: JobOptions<Kind>,
  ): Promise<Jobs[Kind]['output']>;
  dispose(): void;
}
export interface JobOptions<Kind extends JobKind> {
  readonly signal?: AbortSignal | undefined;
  /** Earlier, incomplete answers. */
  readonly onPartial?: ((partial: Jobs[Kind]['output']) => void) | undefined;
}

/** The job was given up because its asker no longer wants it. */
export class JobCancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'JobCancelled';
  }
}
