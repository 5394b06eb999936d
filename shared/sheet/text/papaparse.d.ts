/**
 * The one part of papaparse that is used. Its published declarations pull in those of Node, and
 * with them `Buffer`, `process` and the rest of what shared code must not see.
 */
declare module 'papaparse' {
  interface ParserConfig {
    readonly delimiter: string;
    readonly newline: '\n';
    readonly quoteChar: string;
    /** Quotes mean nothing. */
    readonly fastMode?: boolean;
    readonly preview?: number;
  }
  interface ParsedRows {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly { readonly code: string; readonly row: number }[];
    /** Where the last complete row ends. */
    readonly meta: { readonly cursor: number };
  }
  const Papa: {
    readonly Parser: new (config: ParserConfig) => {
      parse(input: string, baseIndex: number, ignoreLastRow: boolean): ParsedRows;
    };
    /** Rows as records by header: for small files of our own. */
    parse<Row>(input: string, config: { readonly header: true }): { readonly data: readonly Row[] };
  };
  export default Papa;
}
