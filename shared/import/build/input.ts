import type { IssueList } from '../issues.ts';
import type { TableView } from '../read/view.ts';
import type { RuleBook } from '../rules.ts';
import type { ImportOptions, Mapping } from '../types.ts';
import type { Understood } from '../understand.ts';

/** What the building of a book works on. */
export interface BuildInput {
  readonly views: readonly TableView[];
  /** What the files say about sheets that hold no rows. */
  readonly notes: readonly string[];
  readonly understood: readonly Understood[];
  readonly options: ImportOptions;
  readonly mapping: Mapping;
  readonly rules: RuleBook;
  readonly issues: IssueList;
}
