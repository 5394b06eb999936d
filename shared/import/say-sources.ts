import type { SheetFile } from '../sheet/grid.ts';
import { plural } from './amount.ts';
import { FIELDS, type FieldInfo } from './fields.ts';
import type { FoundTable } from './find/table.ts';
import type { IssueList, Place } from './issues.ts';
import { headerKey } from './fingerprint.ts';
import { ACCEPT } from './infer/columns.ts';
import { unclearShare } from './infer/fit.ts';
import type { Profile } from './infer/profile.ts';
import { isPeriod } from './infer/series.ts';
import { isDaysBetween } from './read/cells.ts';
import { headerWords, quote, tableName } from './text.ts';
import { foldWords, isWordOfChance } from './values/words.ts';
import type { ColumnMapping, ImportOptions, TableMapping } from './types.ts';
import type { Understood } from './understand.ts';

/** Says what of the files is used and what is left out, and why. */
export function saySources(
  files: readonly SheetFile[],
  understood: readonly Understood[],
  options: ImportOptions,
  issues: IssueList,
): void {
  for (const { file, notes, grids } of files) {
    for (const note of notes)
      issues.add(
        note.code === 'format-mismatch' ? 'warning' : 'info',
        note.code,
        { file, sheet: note.sheet ?? '' },
        '',
        () => note.message,
      );
    if (options.sheet !== undefined && !grids.some(({ name }) => name === options.sheet))
      issues.add(
        'warning',
        'no-such-sheet',
        { file, sheet: options.sheet },
        options.sheet,
        () =>
          `${file} has no sheet ${quote(options.sheet ?? '')}; it has ${grids.map(({ name }) => quote(name)).join(', ') || 'none'}.`,
      );
  }
  for (const table of understood) sayTable(table, issues);
}

function sayTable({ found, mapping, profiles }: Understood, issues: IssueList): void {
  const place: Place = { file: mapping.file, sheet: mapping.sheet };
  const name = tableName(mapping);
  if (mapping.role === 'ignored')
    issues.add(
      'info',
      'table-left-out',
      { ...place, row: Math.max(0, mapping.headerRow) },
      '',
      () => `${name} is left out: ${mapping.reason}.`,
    );
  if (found === null || mapping.role === 'ignored') return;
  if (mapping.visibility !== 'visible')
    issues.add(
      'warning',
      'hidden-sheet',
      place,
      mapping.sheet,
      () => `${name} is hidden in the workbook and is used because you chose it.`,
    );
  if (found.hiddenRows > 0)
    issues.add(
      'warning',
      'hidden-rows',
      place,
      '',
      () =>
        `${plural(found.hiddenRows, 'row')} of ${name} are hidden (a filter, perhaps) and are counted like the others. Remove them from the file if they don't belong to the book.`,
    );
  sayRows(found, place, issues);
  mapping.columns.forEach((column, index) => {
    const at: Place = { ...place, row: mapping.headerRow, column: column.column };
    if (column.field !== null && column.hidden)
      issues.add(
        'warning',
        'hidden-column',
        at,
        column.header,
        () => `The column ${quote(column.header)} is hidden in the sheet and is used.`,
      );
    if (column.field !== null && column.reading !== undefined)
      issues.add(
        'info',
        'reading',
        at,
        column.header,
        () => `${quote(column.header)}: ${column.reading?.evidence ?? ''}.`,
      );
    if (column.field !== null) sayTransform(column, at, issues);
    if (column.chosenBy === 'inferred') sayGuess(column, mapping, at, issues);
    const profile = profiles[index];
    if (column.field !== null || profile === undefined || profile.filled === 0) return;
    if (isStart(column, mapping)) return;
    const chance = column.chosenBy === 'user' ? null : chanceNotRead(column, profile);
    if (chance === null) sayUnused(column, profile, mapping, at, issues);
    else issues.add('warning', 'risk-not-read', at, column.header, () => chance);
  });
}

/** The rows of a table that are no data, and the cells that were filled from above. */
function sayRows(found: FoundTable, place: Place, issues: IssueList): void {
  const { noteRows, aggregateRows, totals, filledDown, headerRow } = found;
  const say = (code: string, rows: readonly number[], message: string): void => {
    for (const row of rows) issues.add('info', code, { ...place, row }, '', () => message);
  };
  say('note-row', noteRows, 'The row holds one cell only: read as a note, not as data.');
  say(
    'aggregate-row',
    aggregateRows,
    'The row gives an average, a count or the like of others: it is not counted as an account.',
  );
  say(
    'total-row',
    totals.map(({ row }) => row),
    'The row sums up others: it is not counted as an account.',
  );
  for (const { column, header, rows } of filledDown)
    issues.add(
      'info',
      'filled-down',
      { ...place, row: headerRow, column },
      header,
      () =>
        `${plural(rows, 'blank cell')} of ${quote(header)} stand under a merged cell or a group named once and take the value above.`,
    );
}

/** Is the column, though it has no meaning of its own, the date from which the sales cycle is counted? */
function isStart({ header }: ColumnMapping, { columns }: TableMapping): boolean {
  return columns.some(
    (end) => isDaysBetween(end) && headerKey(end.daysFrom ?? '') === headerKey(header),
  );
}

/** What is done to a column's values before they count. */
function sayTransform(column: ColumnMapping, at: Place, issues: IssueList): void {
  const done = transformDone(column);
  if (done !== null) issues.add('info', 'transform', at, column.header, () => done);
}

function transformDone(column: ColumnMapping): string | null {
  const { header, transform, lookup } = column;
  if (isDaysBetween(column))
    return `The sales cycle is the days from ${quote(column.daysFrom ?? '')} to ${quote(header)}. Choose other columns if it is not.`;
  if (transform === 'lookup' && lookup !== undefined)
    return `${quote(header)} holds codes: what they stand for is looked up in ${tableName(lookup)}. Choose another table if it is the wrong one.`;
  if (transform === 'complement')
    return column.field === 'risk'
      ? `${quote(header)} is the chance that the renewal comes: the risk is what is left to 100 %.`
      : `${quote(header)} says how high the risk is: a high one is a low health.`;
  if (transform === 'times12') return `${quote(header)} is a figure a month: × 12.`;
  if (transform === 'times4') return `${quote(header)} is a figure a quarter: × 4.`;
  return null;
}

/** What was taken for want of anything better, for the user to confirm. */
function sayGuess(
  { header, field, transform }: ColumnMapping,
  { columns }: TableMapping,
  at: Place,
  issues: IssueList,
): void {
  const owners = columns.filter((column) => column.field?.startsWith('owner.'));
  if (field === 'owner.ae' && owners.length === 1 && isAnyOwner(header))
    issues.add(
      'info',
      'owner-role',
      at,
      header,
      () =>
        `${quote(header)} does not say what role: taken for the account executive. Choose account manager or customer success manager if it is one.`,
    );
  if (field === 'arr' && isPeriod(header))
    issues.add(
      'warning',
      'arr-from-period',
      at,
      header,
      () =>
        `No column is called ARR: the latest of the columns by period, ${quote(header)}, is taken for it${transform === 'times12' ? ', × 12' : transform === 'times4' ? ', × 4' : ''}. Choose another column if it is not.`,
    );
}

const ABOUT_RISK =
  /risk|renew|churn|attrition|forecast|likel|confiden|outlook|sentiment|probab|chance|health|verlanger|prognose|gesund|renov|riesg|salud|renouv|risqu|sante/;

/** What a column says of the risk and nobody can read as a chance: in words, or as a grade; null where it says nothing of it. */
function chanceNotRead({ header }: ColumnMapping, profile: Profile): string | null {
  if (!ABOUT_RISK.test(foldWords(header))) return null;
  const words = [...profile.distinct.keys()].filter(isWordOfChance);
  const rows = words.reduce((sum, word) => sum + (profile.distinct.get(word) ?? 0), 0);
  if (rows >= 0.5 * profile.filled)
    return `${quote(header)} says in words how a renewal stands (${words
      .slice(0, 5)
      .map((word) => quote(word))
      .join(
        ', ',
      )}), and no word says what its chance is: it is not read. Give the risk in percent, or choose Health for it if these are colours or levels of health.`;
  const unclear = profile.numberShare < 0.8 ? null : unclearShare(profile);
  if (unclear === null) return null;
  if (unclear === 'mixed')
    return `${quote(header)} has shares below 1 and percent points together (${profile.samples.slice(0, 3).join(', ')}): it is not read. Write all of them in percent.`;
  return `${quote(header)} grades up to ${String(profile.max)}, and nothing says what chance a grade stands for: it is not read. Give it in percent.`;
}

const ANY_OWNER = new Set(
  'owner owners name full id account customer client company rep responsible assigned inhaber besitzer verantwortlicher verantwortliche zustandig propietario proprietaire cuenta compte konto cliente kunde'.split(
    ' ',
  ),
);

/** Says the header that somebody owns the account, and not in what role? */
function isAnyOwner(header: string): boolean {
  return headerWords(header).every((word) => ANY_OWNER.has(word));
}

/** A column that is left out: quietly, or as a warning where another one was taken for what it could be as well. */
function sayUnused(
  column: ColumnMapping,
  profile: Profile,
  { role, columns }: TableMapping,
  at: Place,
  issues: IssueList,
): void {
  const [best] = column.candidates;
  const infos: readonly FieldInfo[] = FIELDS[role];
  const meant = infos.find(({ field }) => field === best?.field);
  const taken = columns.find(({ field }) => best !== undefined && field === best.field);
  if (
    best === undefined ||
    taken === undefined ||
    column.chosenBy === 'user' ||
    best.confidence < Math.max(ACCEPT, taken.confidence - 0.1)
  )
    if (meant?.kind === 'date' && taken === undefined && column.chosenBy !== 'user')
      issues.add('warning', 'dates-not-read', at, column.header, () =>
        profile.dateShare >= 0.5
          ? `${quote(column.header)} holds dates and could be ${quote(meant.label)}, but its name doesn't say so plainly: it is not used. Choose it if it is.`
          : `${quote(column.header)} could be ${quote(meant.label)}, but its values (${column.samples
              .slice(0, 3)
              .map((text) => quote(text))
              .join(', ')}) are no dates: it is not used. Write days, such as 2027-03-31.`,
      );
    else
      issues.add(
        'info',
        'column-not-used',
        at,
        column.header,
        () => `The column ${quote(column.header)} is not used.`,
      );
  else
    issues.add('warning', 'two-columns', at, column.header, () => {
      const label = meant?.label ?? best.field;
      return `Two columns could be ${quote(label)}: ${quote(taken.header)} is used, ${quote(column.header)} is not. Choose the other one if it is the right one.`;
    });
}
