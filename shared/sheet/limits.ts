/** How much of a file is read before it is refused. All counts are per file unless said otherwise. */
export interface Limits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Rows and columns of one sheet: what spreadsheet programs hold. */
  readonly rows: number;
  readonly columns: number;
  readonly sheets: number;
  /** Cells of all grids' columns, empty ones above a value included: what memory is spent on. */
  readonly slots: number;
  /** Characters of all distinct texts. */
  readonly textCharacters: number;
  readonly zipEntries: number;
  /** Inflated bytes of one zip entry and of all that are read. */
  readonly entryBytes: number;
  readonly inflatedBytes: number;
  /** Inflated ÷ compressed, for entries that inflate to more than 64 MiB. */
  readonly ratio: number;
  /** Inflated bytes of a file given to the spreadsheet library, which holds it all in memory. */
  readonly libraryBytes: number;
  /** Cells of a file given to the spreadsheet library, which makes an object of each. */
  readonly libraryCells: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 1024 * MIB,
  rows: 1_048_576,
  columns: 16_384,
  sheets: 4096,
  slots: 48_000_000,
  textCharacters: 256 * MIB,
  zipEntries: 20_000,
  entryBytes: 3072 * MIB,
  inflatedBytes: 4096 * MIB,
  ratio: 250,
  libraryBytes: 256 * MIB,
  libraryCells: 3_000_000,
};
