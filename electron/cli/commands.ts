import type { OptionInfo } from './options.ts';

/** A command as its help shows it. */
export interface CommandInfo {
  readonly name: string;
  readonly does: string;
  readonly options: readonly OptionInfo[];
  /** Shown under the options. */
  readonly notes: readonly string[];
}

const READING: readonly OptionInfo[] = [
  {
    name: 'book',
    value: 'FILE',
    meaning: 'a file of the book; several times for several files of one book',
    repeatable: true,
  },
  { name: 'sheet', value: 'NAME', meaning: 'read only this sheet' },
  { name: 'mapping', value: 'FILE', meaning: 'the mapping that the window saves' },
  {
    name: 'assumptions',
    value: 'FILE',
    meaning: 'any part of the assumptions; the rest is default',
  },
  {
    name: 'as-of',
    value: 'YYYY-MM-DD',
    meaning: 'the day that counts as today for contracts and renewals',
  },
  { name: 'json', value: 'FILE', meaning: 'write the result as JSON' },
];

const STDOUT = '"-" as FILE of an output is standard output.';

export const IMPORT: CommandInfo = {
  name: 'import',
  does: 'reads a book and says what was understood',
  options: [
    ...READING,
    { name: 'csv', value: 'FILE', meaning: 'write the book as read, one row an account' },
  ],
  notes: [STDOUT, 'Without an output option a summary goes to standard output.'],
};

export const COMPARE: CommandInfo = {
  name: 'compare',
  does: 'evaluates ownership models over a book',
  options: [
    ...READING,
    { name: 'csv', value: 'FILE', meaning: 'write the book as read, one row an account' },
    {
      name: 'models',
      value: 'a,b,…',
      meaning:
        'the models to evaluate (allSales,split,allCsm,bestFit,bestBySegment unless given; custom ones by name)',
    },
    {
      name: 'current',
      value: 'MODEL',
      meaning: 'the model that is true today, or "none"; overrides the assumptions file',
    },
    {
      name: 'rate',
      value: 'N',
      meaning: "what one unit of the assumptions' currency is worth in the book's",
    },
    { name: 'workbook', value: 'FILE.xlsx', meaning: 'write a workbook' },
  ],
  notes: [STDOUT, 'Without an output option a table goes to standard output.'],
};

export const COMMANDS: readonly CommandInfo[] = [IMPORT, COMPARE];
