import type { Grid, SheetFile } from '../sheet/grid.ts';
import { FIELDS, type FieldInfo } from './fields.ts';
import { findTables } from './find/find-tables.ts';
import type { FoundTable } from './find/table.ts';
import { fingerprint, headerKey } from './fingerprint.ts';
import { guessColumns, type ColumnGuess } from './infer/columns.ts';
import { withDaysBetween } from './infer/days-between.ts';
import { meaningsOf } from './infer/meanings.ts';
import { distinctShare, profileColumn, type Profile } from './infer/profile.ts';
import {
  dateEvidence,
  decimalEvidence,
  guessReading,
  type OpenReading,
  type ReadingGuess,
  type TableEvidence,
} from './infer/reading.ts';
import { guessRole } from './infer/role.ts';
import type { RoleGuess } from './infer/small-tables.ts';
import { headerRowOf, matchColumns, matchTable, type SavedTable } from './saved-mapping.ts';
import type {
  ColumnMapping,
  ColumnReading,
  ColumnTransform,
  ImportOptions,
  Mapping,
  TableMapping,
  TableRole,
} from './types.ts';
import { isDaysBetween } from './read/cells.ts';

/** A table found on a sheet and what is made of it. `found` is null where the sheet holds none. */
export interface Understood {
  readonly source: SheetFile;
  readonly found: FoundTable | null;
  readonly mapping: TableMapping;
  /** Columns whose values leave their reading open: the user is to be asked. */
  readonly open: readonly { readonly column: ColumnMapping; readonly what: OpenReading }[];
  readonly profiles: readonly Profile[];
  /** The same table with other meanings of its columns: how they are read is decided anew. */
  withColumns(columns: readonly ColumnMapping[]): Understood;
}

/** Finds the tables of all files and says what each is and what its columns mean; a saved mapping is honoured where its headers are found again. */
export function understandFiles(
  files: readonly SheetFile[],
  options: ImportOptions,
  onStep: () => void,
): readonly Understood[] {
  return files.flatMap((source) =>
    source.grids
      .filter((grid) => options.sheet === undefined || grid.name === options.sheet)
      .flatMap((grid) => {
        onStep();
        return understandSheet(source, grid, options.mapping, onStep);
      }),
  );
}

function understandSheet(
  source: SheetFile,
  grid: Grid,
  mapping: Mapping | undefined,
  onStep: () => void,
): readonly Understood[] {
  const headerRow = headerRowOf(mapping, source.file, grid);
  const tables = findTables(source, grid, headerRow);
  if (tables.length === 0) return [withoutTable(source, grid)];
  return tables.map((table) => understandTable(table, mapping, onStep));
}

function understandTable(
  table: FoundTable,
  mapping: Mapping | undefined,
  onStep: () => void,
): Understood {
  const { source, grid } = table;
  const profiles = table.columns.map(({ column }) => {
    onStep();
    return profileColumn(table, column);
  });
  const print = fingerprint(table.columns.map(({ header }) => header));
  const saved = matchTable(mapping, table, print);
  const guess = roleOf(table, profiles, saved);
  const kept = keptColumns(table, guess.role, saved);
  const named = columnsOf(table, profiles, guess, kept);
  const withColumns = (columns: readonly ColumnMapping[]): Understood => {
    const readings = readingsOf({ table, profiles, role: guess.role, kept, mapping }, columns);
    return {
      source,
      found: table,
      profiles,
      withColumns,
      open: readings.flatMap(({ column, open }) => (open === null ? [] : [{ column, what: open }])),
      mapping: {
        file: source.file,
        sheet: grid.name,
        headerRow: table.headerRow,
        headerRows: table.headerRows,
        firstRow: table.headerRow + 1,
        lastRow: table.lastRow,
        dataRows: table.rows.length,
        visibility: grid.visibility,
        role: guess.role,
        chosenBy: saved?.table.chosenBy ?? 'inferred',
        reason: guess.reason,
        columns: readings.map(({ column }) => column),
        fingerprint: print,
      },
    };
  };
  return withColumns(guess.role === 'accounts' ? withDaysBetween(table, named, profiles) : named);
}

function withoutTable(source: SheetFile, grid: Grid): Understood {
  const nothing: Understood = {
    source,
    found: null,
    profiles: [],
    withColumns: () => nothing,
    open: [],
    mapping: {
      file: source.file,
      sheet: grid.name,
      headerRow: -1,
      headerRows: 1,
      firstRow: 0,
      lastRow: -1,
      dataRows: 0,
      visibility: grid.visibility,
      role: 'ignored',
      chosenBy: 'inferred',
      reason: grid.rows === 0 ? 'the sheet is empty' : 'no row of headers was found',
      columns: [],
      fingerprint: '',
    },
  };
  return nothing;
}

function roleOf(
  table: FoundTable,
  profiles: readonly Profile[],
  saved: SavedTable | null,
): RoleGuess {
  if (saved !== null) {
    const { role, reason } = saved.table;
    const guesses = guessColumns(role, table.columns, profiles);
    return {
      role,
      reason: saved.table.chosenBy === 'user' ? 'chosen by the user' : reason,
      guesses,
    };
  }
  const guess = guessRole(table.columns, profiles, table.rows.length, (index) => {
    const found = table.columns[index];
    return found === undefined ? 0 : distinctShare(table, found.column);
  });
  if (table.grid.visibility !== 'visible' && guess.role !== 'ignored')
    return {
      role: 'ignored',
      reason: `the sheet is hidden: it looks like ${guess.role} and is used only if you choose it`,
      guesses: table.columns.map(() => ({ candidates: [], given: null })),
    };
  return guess;
}

function columnsOf(
  table: FoundTable,
  profiles: readonly Profile[],
  guess: RoleGuess,
  kept: ReadonlyMap<number, ColumnMapping>,
): readonly ColumnMapping[] {
  const taken = new Set([...kept.values()].flatMap(({ field }) => (field === null ? [] : [field])));
  return table.columns.map((found, index) => {
    const columnGuess: ColumnGuess = guess.guesses[index] ?? { candidates: [], given: null };
    const before = kept.get(index);
    const free = columnGuess.given !== null && !taken.has(columnGuess.given.field);
    const inferred = free ? columnGuess.given : null;
    const field = before === undefined ? (inferred?.field ?? null) : before.field;
    const transform = transformOf(field, columnGuess, before);
    // The words of a looked-up column are known only when all tables are.
    const words = transform === 'lookup' ? null : profiles[index]?.distinct;
    const values =
      words === undefined
        ? null
        : words === null
          ? (before?.values ?? null)
          : meaningsOf(guess.role, field, words, before?.values);
    return {
      column: found.column,
      header: found.header,
      field,
      confidence: before?.confidence ?? inferred?.confidence ?? 0,
      chosenBy: before?.chosenBy ?? 'inferred',
      hidden: found.hidden,
      candidates: columnGuess.candidates.map(({ field: name, confidence }) => ({
        field: name,
        confidence,
      })),
      samples: profiles[index]?.samples ?? [],
      transform,
      ...(before?.daysFrom === undefined ? {} : { daysFrom: before.daysFrom }),
      ...(before?.lookup === undefined ? {} : { lookup: before.lookup }),
      ...(before?.product === undefined ? {} : { product: before.product }),
      ...(before?.measure === undefined ? {} : { measure: before.measure }),
      ...(values === null ? {} : { values }),
    };
  });
}

/**
 * What a saved mapping says about the columns: nothing where its meanings are not of this role (the
 * user has just changed it); a field that the user gave to one column is taken from the others.
 */
function keptColumns(
  table: FoundTable,
  role: TableRole,
  saved: SavedTable | null,
): ReadonlyMap<number, ColumnMapping> {
  if (saved === null) return new Map();
  const kept = matchColumns(saved, table);
  const infos: readonly FieldInfo[] = FIELDS[role];
  const known = new Set<string>(infos.map(({ field }) => field));
  const many = new Set(infos.flatMap((info) => (info.many === true ? [info.field] : [])));
  const valid = [...kept.values()].some(
    ({ field, chosenBy }) => chosenBy === 'user' || (field !== null && known.has(field)),
  );
  if (!valid) return new Map();
  const users = new Set(
    [...kept.values()].flatMap(({ field, chosenBy }) =>
      chosenBy === 'user' && field !== null && !many.has(field) ? [field] : [],
    ),
  );
  const clean = new Map<number, ColumnMapping>();
  for (const [index, column] of kept) {
    if (column.field !== null && !known.has(column.field)) continue;
    const lost = column.chosenBy !== 'user' && column.field !== null && users.has(column.field);
    clean.set(index, lost ? { ...column, field: null, confidence: 0 } : column);
  }
  return clean;
}

function transformOf(
  field: string | null,
  guess: ColumnGuess,
  before: ColumnMapping | undefined,
): ColumnTransform {
  if (before?.transform !== undefined) return before.transform;
  const candidate = guess.candidates.find((one) => one.field === field);
  return candidate?.transform ?? 'none';
}

interface Read {
  readonly column: ColumnMapping;
  readonly open: ReadingGuess['open'];
}

interface ReadingInput {
  readonly table: FoundTable;
  readonly profiles: readonly Profile[];
  readonly role: TableRole;
  readonly kept: ReadonlyMap<number, ColumnMapping>;
  readonly mapping: Mapping | undefined;
}

/** How each used column is read: as the user said, as its values prove, else as the user answered or a saved mapping has it. */
function readingsOf(
  { table, profiles, role, kept, mapping }: ReadingInput,
  columns: readonly ColumnMapping[],
): readonly Read[] {
  const infoOf = infosOf(role, columns);
  const evidence = evidenceOf(table, columns, infoOf);
  return columns.map((column, index): Read => {
    const info = infoOf(column);
    const profile = profiles[index];
    if (info === undefined || profile === undefined) return { column, open: null };
    const before = kept.get(index)?.reading;
    if (before !== undefined && column.chosenBy === 'user')
      return { column: { ...column, reading: before }, open: null };
    const guess = guessReading(table, column.column, column, info, profile, evidence);
    if (guess === null) return { column, open: null };
    const { reading, open } = guess;
    const answer = open === null ? undefined : mapping?.rules[`${open}:${column.header}`];
    if (answer === 'dayFirst' || answer === 'monthFirst')
      return {
        column: { ...column, reading: { ...reading, dayFirst: answer === 'dayFirst' } },
        open,
      };
    if (answer === 'units') return { column: { ...column, reading: asItStands(reading) }, open };
    if (answer === '.' || answer === ',')
      return { column: { ...column, reading: { ...reading, decimal: answer } }, open };
    return { column: { ...column, reading: open === null ? reading : (before ?? reading) }, open };
  });
}

/** The reading with figures as they stand, whatever a remark says of their scale. */
function asItStands({ dayFirst, decimal, evidence }: ColumnReading): ColumnReading {
  return { dayFirst, decimal, evidence };
}

type InfoOf = (column: ColumnMapping) => FieldInfo | undefined;

/** What each column holds; the two columns between which days are counted hold dates, whatever else they mean. */
function infosOf(role: TableRole, columns: readonly ColumnMapping[]): InfoOf {
  const infos = new Map<string, FieldInfo>(FIELDS[role].map((info) => [info.field, info]));
  const ends = columns.filter(isDaysBetween);
  const starts = new Set(ends.map(({ daysFrom = '' }) => headerKey(daysFrom)));
  return (column) => {
    const info = column.field === null ? undefined : infos.get(column.field);
    if (!ends.includes(column) && !starts.has(headerKey(column.header))) return info;
    return { field: column.field ?? '', label: info?.label ?? column.header, kind: 'date' };
  };
}

function evidenceOf(
  table: FoundTable,
  columns: readonly ColumnMapping[],
  infoOf: InfoOf,
): TableEvidence {
  let dayFirst: boolean | null = null;
  let decimal: '.' | ',' | null = null;
  let pointDates = false;
  for (const mapping of columns) {
    const { column } = mapping;
    const kind = infoOf(mapping)?.kind;
    if (kind === 'date') {
      const proof = dateEvidence(table, column);
      pointDates ||= proof.points !== null;
      if (dayFirst !== null) continue;
      if (proof.dayFirst !== null) dayFirst = true;
      else if (proof.monthFirst !== null) dayFirst = false;
    } else if ((kind === 'money' || kind === 'number') && decimal === null)
      decimal = decimalEvidence(table, column).decimal;
  }
  return { dayFirst, decimal, pointDates };
}
