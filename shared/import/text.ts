import { cellAt, type Grid } from '../sheet/grid.ts';
import { isoDate } from './values/date.ts';

/** The letter of a column as the spreadsheet program shows it: 0 → 'A', 26 → 'AA'. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** Text of a cell as a reader of the sheet would say it, trimmed; '' for an empty one. */
export function cellText(grid: Grid, row: number, column: number): string {
  const cell = cellAt(grid, row, column);
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return String(cell.value);
    case 'date':
      return isoDate(cell.days);
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'text':
    case 'error':
      return cell.text.trim();
  }
}

const BLANKS = new Set([
  ...['', '-', '–', '—', '--', '.', '?', 'n/a', 'na', 'n.a.', 'null', 'none', 'nil', 'nan', 'tbd'],
  ...[
    '(blank)',
    '(none)',
    '(leer)',
    'k.a.',
    'k. a.',
    'keine',
    's/d',
    'n/d',
    'nd',
    'ninguno',
    'aucun',
  ],
  ...['undefined', 'unknown', 'tbc', 'unbekannt', 'desconocido', 'inconnu'],
]);

/** Words that people write where there is nothing to write. */
export function isBlankWord(text: string): boolean {
  return text.length <= 12 && BLANKS.has(text.toLowerCase());
}

/** Errors that a spreadsheet writes into exported text. */
export function isErrorText(text: string): boolean {
  return (
    text.startsWith('#') &&
    /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|NV|WERT!|BEZUG!)$/i.test(text)
  );
}

/** For comparing what people typed: trimmed, case folded, inner white space made one blank. */
export function foldName(text: string): string {
  // Plain text needs no normalizing: most names of most books.
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKC').replace(/\s/gu, ' ');
  return plain.trim().replace(/ {2,}/g, ' ').toLowerCase();
}

/**
 * The key by which ids join: `18`, `18.0` and `"18"` are one id; everything else is compared as it
 * stands, because ids that differ in case or leading zeros may be different accounts.
 */
export function idKey(text: string): string {
  let key = text.trim();
  if (key.length > 1 && key.startsWith('"') && key.endsWith('"')) key = key.slice(1, -1).trim();
  return /^\d+\.0+$/.test(key) ? key.slice(0, key.indexOf('.')) : key;
}

const JOINERS = new Set(
  'a the of in for de del la las el los le les l d du des der die das den dem und y e et and'.split(
    ' ',
  ),
);
/** Abbreviations of column names in databases. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['dt', 'date'],
  ['amt', 'amount'],
  ['acct', 'account'],
  ['cust', 'customer'],
  ['mgr', 'manager'],
  ['nm', 'name'],
  ['cd', 'code'],
  ['val', 'value'],
  ['seg', 'segment'],
  ['prod', 'product'],
  ['cntrct', 'contract'],
  ['renw', 'renewal'],
  ['rnwl', 'renewal'],
  ['strt', 'start'],
  ['sts', 'status'],
]);
const MARKS = /\p{M}/gu;

/**
 * A header as words: accents and case folded, camelCase and snake_case split, joining words and a
 * CRM's custom-field suffix (`__c`) dropped. 'Propriétaire du compte' → ['proprietaire', 'compte'].
 */
export function headerWords(header: string): string[] {
  const words = header
    .slice(0, 200)
    .replace(/__[cr]$/i, '')
    .replace(/\bp\. ?a\.?(?=\W|$)/gi, ' annual ')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => SHORT.get(word) ?? word);
  const meaningful = words.filter((word) => !JOINERS.has(word));
  return meaningful.length > 0 ? meaningful : words;
}

/** Only the letters and digits of a text, case and accents folded: 'GTX Pro' and 'GTXPro' are the same. */
export function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A text without its line breaks. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A text for a message: shortened, on one line. */
export function quote(text: string, limit = 60): string {
  const line = oneLine(text);
  const characters = [...line.slice(0, limit * 2)];
  return `"${characters.length > limit ? `${characters.slice(0, limit).join('')}…` : characters.join('')}"`;
}

/** A table as people name it: the file, and the sheet where it has a name of its own. */
export function tableName({
  file,
  sheet,
}: {
  readonly file: string;
  readonly sheet: string;
}): string {
  const stem = file.replace(/\.[^.]+$/, '');
  return sheet === '' || sheet === file || sheet === stem ? file : `${file}, sheet ${quote(sheet)}`;
}
