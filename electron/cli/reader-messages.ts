import type { ImportOptions, ImportResult } from '../../shared/import/types.ts';

/** What the reading process is asked to do: sent once. */
export interface ReadRequest {
  readonly paths: readonly string[];
  readonly options: ImportOptions;
}

/** What it answers: progress at any time, then one of the others. */
export type ReadAnswer =
  | { readonly kind: 'progress'; readonly residentBytes: number }
  | { readonly kind: 'read'; readonly result: ImportResult }
  | { readonly kind: 'refused'; readonly sentences: readonly string[] };

/** The argument that turns the program into its own reading process. */
export const READER_ARGUMENT = '--read-books-for-parent';
