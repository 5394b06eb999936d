/** The one part of papaparse that tests use: a second opinion on delimited text. */
declare module 'papaparse' {
  interface ParserConfig {
    readonly delimiter: string;
    readonly newline: '\n';
    readonly quoteChar: string;
  }
  interface ParsedRows {
    readonly data: readonly (readonly string[])[];
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
