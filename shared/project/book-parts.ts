import { z } from '../units/schema.ts';
import { POTENTIAL_RULES, type Book, type OpenDeals, type TextColumn } from '../book/book.ts';
import { UPSELLS, type Upsell } from '../book/motions.ts';
import {
  binaryPart,
  DamagedProject,
  jsonPart,
  readCodes,
  readFloats,
  readJson,
  type Parts,
  type PartSource,
} from './parts.ts';

const NUMBERS = [
  'arr',
  'contractValue',
  'cycleDays',
  'cac',
  'renewalShare',
  'risk',
  'health',
  'complexity',
] as const;
const TEXTS = ['segment', 'region', 'industry'] as const;

const indexSchema = z.strictObject({
  count: z.int().min(0).max(2_000_000),
  currency: z.string().max(16),
  roles: z.array(z.string().max(200)).max(100),
  dealsRule: z.enum(POTENTIAL_RULES).nullable(),
  arrEstimated: z.boolean(),
  // Books saved before white space was read have none.
  whiteSpace: z.boolean().default(false),
});
const stringsSchema = z.array(z.string());

/** A book as parts, one a column, so that a column that did not change is not encoded again. */
export function bookParts(book: Book): readonly PartSource[] {
  const roles = Object.keys(book.owners);
  const index = {
    count: book.count,
    currency: book.currency,
    roles,
    dealsRule: book.openDeals?.rule ?? null,
    arrEstimated: book.arrEstimated ?? false,
    whiteSpace: book.whiteSpace !== undefined,
  } satisfies z.input<typeof indexSchema>;
  return [
    jsonPart('book/index.json', book, index),
    jsonPart('book/accountId.json', book.accountId),
    jsonPart('book/name.json', book.name),
    ...TEXTS.flatMap((field) => textParts(`book/${field}`, book[field])),
    ...roles.flatMap((role, at) => {
      const column = book.owners[role];
      return column ? textParts(`book/owner-${at}`, column) : [];
    }),
    ...NUMBERS.map((field) => binaryPart(`book/${field}.f64`, book[field])),
    ...upsellParts('book/potential', book.potential),
    ...(book.whiteSpace ? [binaryPart('book/whiteSpace.f64', book.whiteSpace)] : []),
    ...(book.openDeals
      ? [
          ...upsellParts('book/deals', book.openDeals.byUpsell),
          binaryPart('book/deals.unstated.f64', book.openDeals.unstated),
        ]
      : []),
  ];
}

/**
 * The book of a project file. Throws DamagedProject where columns differ in length, codes point
 * nowhere, ids are empty or double, or a required number is missing.
 */
export function readBook(parts: Parts): Book {
  const index = indexSchema.safeParse(readJson(parts, 'book/index.json'));
  if (!index.success) throw new DamagedProject('its part "book/index.json" is damaged');
  const { count, currency, roles, dealsRule, arrEstimated, whiteSpace } = index.data;
  const text = (name: string): TextColumn => readText(parts, `book/${name}`, count);
  const number = (name: string): Float64Array => readFloats(parts, `book/${name}.f64`, count);
  const openDeals: OpenDeals | undefined =
    dealsRule === null
      ? undefined
      : {
          rule: dealsRule,
          byUpsell: byUpsell(number, 'deals'),
          unstated: number('deals.unstated'),
        };
  const book: Book = {
    count,
    currency,
    accountId: readStrings(parts, 'book/accountId.json', count),
    name: readStrings(parts, 'book/name.json', count),
    segment: text('segment'),
    region: text('region'),
    industry: text('industry'),
    owners: Object.fromEntries(roles.map((role, at) => [role, text(`owner-${at}`)])),
    arr: number('arr'),
    ...(arrEstimated && { arrEstimated }),
    contractValue: number('contractValue'),
    cycleDays: number('cycleDays'),
    cac: number('cac'),
    renewalShare: number('renewalShare'),
    risk: number('risk'),
    health: number('health'),
    complexity: number('complexity'),
    potential: byUpsell(number, 'potential'),
    ...(whiteSpace && { whiteSpace: number('whiteSpace') }),
    ...(openDeals && { openDeals }),
  };
  if (book.accountId.includes('') || new Set(book.accountId).size !== count)
    throw new DamagedProject('its account ids are not unique');
  if (!book.arr.every((arr) => arr >= 0 && arr < Infinity))
    throw new DamagedProject('an account has no valid ARR');
  return book;
}

function textParts(name: string, column: TextColumn): PartSource[] {
  return [jsonPart(`${name}.json`, column.values), binaryPart(`${name}.u32`, column.codes)];
}

function readText(parts: Parts, name: string, count: number): TextColumn {
  const values = readStrings(parts, `${name}.json`);
  if (values[0] !== '') throw new DamagedProject(`its part "${name}.json" is damaged`);
  return { values, codes: readCodes(parts, `${name}.u32`, count, values.length) };
}

function upsellParts(name: string, columns: Readonly<Record<Upsell, Float64Array>>): PartSource[] {
  return UPSELLS.map((upsell) => binaryPart(`${name}.${upsell}.f64`, columns[upsell]));
}

function byUpsell(
  number: (name: string) => Float64Array,
  name: string,
): Readonly<Record<Upsell, Float64Array>> {
  return {
    priceIncrease: number(`${name}.priceIncrease`),
    consumption: number(`${name}.consumption`),
    organicUsers: number(`${name}.organicUsers`),
    featureUpgrade: number(`${name}.featureUpgrade`),
    proactiveUsers: number(`${name}.proactiveUsers`),
    newSolution: number(`${name}.newSolution`),
  };
}

function readStrings(parts: Parts, name: string, count?: number): string[] {
  const strings = stringsSchema.safeParse(readJson(parts, name));
  if (!strings.success || (count !== undefined && strings.data.length !== count))
    throw new DamagedProject(`its part "${name}" is damaged`);
  return strings.data;
}
