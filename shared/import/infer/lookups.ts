import { FIELDS, type FieldInfo } from '../fields.ts';
import { lookupOf, lookupSides, lookupTo, tableReferred, type Lookup } from '../read/lookups.ts';
import { headerWords, tableName } from '../text.ts';
import type { ColumnMapping, TableRole } from '../types.ts';
import type { Understood } from '../understand.ts';
import { ACCEPT } from './columns.ts';
import { meaningsOf } from './meanings.ts';
import type { Profile } from './profile.ts';
import { FIELD_CONCEPTS, headerScores } from './vocabulary.ts';

/** Tables whose columns may hold codes. */
const CODED: readonly TableRole[] = ['accounts', 'subscriptions', 'opportunities'];
/** Fields that codes can stand for: words and names, never what joins or counts. */
const KINDS: readonly FieldInfo['kind'][] = ['words', 'person'];
/** Rows whose code must be in the table. */
const ENOUGH = 0.9;

/**
 * Puts what codes stand for in their place: for the columns that a mapping says so of, and for those
 * where it is evident, because the table has every code (nine rows in ten) and a header or the name
 * of the table says the same word as the column.
 */
export function withLookups(tables: readonly Understood[]): readonly Understood[] {
  const sources = tables.filter((table) => lookupSides(table) !== null);
  if (sources.length === 0) return tables;
  const lookups = new Map(sources.map((source) => [source, lookupOf(source)]));
  return tables.map((table) => {
    if (!CODED.includes(table.mapping.role)) return table;
    const taken = new Set(table.mapping.columns.map(({ field }) => field));
    const columns = table.mapping.columns.map((column, index) => {
      const profile = table.profiles[index];
      if (profile === undefined) return column;
      const role = table.mapping.role;
      const coded = column.transform === 'lookup' ? column : infer(column, profile, role, taken);
      if (coded.transform !== 'lookup' || coded.lookup === undefined) return column;
      taken.add(coded.field);
      const source = tableReferred(sources, coded.lookup);
      const lookup = source === undefined ? null : (lookups.get(source) ?? null);
      return lookup === null ? coded : withMeanings(coded, role, profile, lookup);
    });
    return table.withColumns(columns);
  });

  function infer(
    column: ColumnMapping,
    profile: Profile,
    role: TableRole,
    taken: ReadonlySet<string | null>,
  ): ColumnMapping {
    if (column.chosenBy === 'user' || profile.filled === 0) return column;
    for (const [source, lookup] of lookups) {
      if (lookup === null || source.mapping.role !== 'codes') continue;
      if (!isRelated(column, source) || known(profile, lookup) < ENOUGH) continue;
      const field = column.field ?? fieldOf(column, source, role);
      if (field === null || (column.field === null && taken.has(field))) continue;
      if (!KINDS.includes(kindOf(role, field))) continue;
      const confidence = column.field === null ? 0.7 : column.confidence;
      return {
        ...column,
        field,
        confidence,
        transform: 'lookup',
        lookup: lookupTo(source.mapping),
      };
    }
    return column;
  }
}

/** Share of the filled rows whose code the table has. */
function known({ distinct, filled }: Profile, lookup: Lookup): number {
  let rows = 0;
  for (const [text, count] of distinct) if (lookup(text) !== undefined) rows += count;
  return rows / filled;
}

/** Words that say that something is a code, not of what. */
const GENERIC = new Set(
  'code codes id ids key nr no number name names short text label list table lookup sheet csv xlsx kurzel schlussel codigo clave cle bezeichnung nombre nom'.split(
    ' ',
  ),
);

function tellingWords(text: string): string[] {
  return headerWords(text).filter((word) => word.length >= 3 && !GENERIC.has(word));
}

/** Does the column's header share a word, or the beginning of one (segment, segments), with the table? */
function isRelated({ header }: ColumnMapping, { mapping }: Understood): boolean {
  const texts = [tableName(mapping), ...mapping.columns.map((column) => column.header)];
  const words = texts.flatMap(tellingWords);
  return tellingWords(header).some((own) => words.some((word) => sameStem(own, word)));
}

function sameStem(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a === b || (length >= 5 && a.slice(0, length - 1) === b.slice(0, length - 1));
}

/** What the column would mean, were it called by what its codes stand for: 'Segment code' → segment. */
function fieldOf({ header }: ColumnMapping, source: Understood, role: TableRole): string | null {
  const meaning = lookupSides(source)?.meaning.header ?? '';
  for (const words of [tellingWords(header), headerWords(meaning)]) {
    const scores = headerScores(words);
    const [best] = FIELD_CONCEPTS[role]
      .map(({ field, concept, weight }) => ({ field, score: weight * (scores.get(concept) ?? 0) }))
      .filter(({ field, score }) => score >= ACCEPT && KINDS.includes(kindOf(role, field)))
      .toSorted((a, b) => b.score - a.score);
    if (best !== undefined) return best.field;
  }
  return null;
}

function kindOf(role: TableRole, field: string): FieldInfo['kind'] {
  const infos: readonly FieldInfo[] = FIELDS[role];
  return infos.find((info) => info.field === field)?.kind ?? 'id';
}

/** The words of the column as they stand after the lookup. */
function withMeanings(
  column: ColumnMapping,
  role: TableRole,
  profile: Profile,
  lookup: Lookup,
): ColumnMapping {
  const words = new Map<string, number>();
  for (const [code, rows] of profile.distinct) {
    const word = lookup(code) ?? code;
    words.set(word, (words.get(word) ?? 0) + rows);
  }
  const values = meaningsOf(role, column.field, words, column.values);
  return values === null ? column : { ...column, values };
}
