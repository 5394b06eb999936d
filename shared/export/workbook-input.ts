import type { ImportResult } from '../import/types.ts';
import type { Book } from '../book/book.ts';
import type { Flip } from '../analysis/flips.ts';
import type { Format } from '../format/format.ts';
import type { Assumptions, ModelId } from '../model/assumptions/types.ts';
import type { FilledBook } from '../model/fill-in.ts';
import type { Comparison } from '../model/result.ts';

/** What a workbook is made of. */
export interface WorkbookInput {
  /** Name of the project or file. */
  readonly title: string;
  /** BCP 47: how the sentences write figures. */
  readonly locale: string;
  /** What the reading said; null where it is not known. */
  readonly report: Omit<ImportResult, 'book'> | null;
  /** Never empty. */
  readonly scenarios: readonly ScenarioInput[];
}

export interface ScenarioInput {
  readonly name: string;
  /** The accounts that take part, as read. */
  readonly book: Book;
  readonly assumptions: Assumptions;
  /** The models compared, in the order of the columns. */
  readonly models: readonly ModelId[];
  /** One unit of the assumptions' currency in the book's, where they differ. */
  readonly rate?: number | undefined;
  /** The filter in words ("region North"); '' where every account takes part. */
  readonly filter: string;
  /** Assumptions that would change the leader; null where nobody searched for them. */
  readonly flips: readonly Flip[] | null;
}

/** A scenario with everything its sheets read. */
export interface EvaluatedScenario extends ScenarioInput {
  readonly comparison: Comparison;
  readonly filled: FilledBook;
  readonly format: Format;
}
