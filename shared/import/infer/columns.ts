import { FIELDS, type FieldInfo } from '../fields.ts';
import type { FoundColumn } from '../find/table.ts';
import { headerWords } from '../text.ts';
import type { ColumnTransform, TableRole } from '../types.ts';
import { valueFit } from './fit.ts';
import type { Profile } from './profile.ts';
import { latestOfSeries } from './series.ts';
import { FIELD_CONCEPTS, headerScores } from './vocabulary.ts';

/** From this confidence on a column is taken without asking. */
export const ACCEPT = 0.6;
const CANDIDATE = 0.25;

export interface Candidate {
  readonly field: string;
  readonly confidence: number;
  readonly transform?: ColumnTransform | undefined;
}
/** What one column would mean in one role of table, best first, and what it was given. */
export interface ColumnGuess {
  readonly candidates: readonly Candidate[];
  readonly given: Candidate | null;
}

/**
 * The meaning of every column, were the table of this role. Each field goes to the column that suits
 * it best, by header and values, of equal ones the fuller, then the one of the latest year; the order
 * of columns doesn't matter. Accounts without a column of recurring revenue that have one of figures a
 * month or year take the latest of them.
 */
export function guessColumns(
  role: TableRole,
  columns: readonly FoundColumn[],
  profiles: readonly Profile[],
): ColumnGuess[] {
  const infos = new Map<string, FieldInfo>(FIELDS[role].map((info) => [info.field, info]));
  const candidates = columns.map((column, index) => {
    const profile = profiles[index];
    return profile === undefined ? [] : rank(role, column, profile, infos);
  });
  const claims = candidates
    .flatMap((list, index) => list.map((candidate) => ({ candidate, index })))
    .filter(({ candidate }) => candidate.confidence >= ACCEPT)
    .sort(
      (a, b) =>
        b.candidate.confidence - a.candidate.confidence ||
        (profiles[b.index]?.filled ?? 0) - (profiles[a.index]?.filled ?? 0) ||
        yearIn(columns[b.index]?.header) - yearIn(columns[a.index]?.header) ||
        compareText(columns[a.index]?.header ?? '', columns[b.index]?.header ?? '') ||
        a.index - b.index,
    );
  const given = new Map<number, Candidate>();
  const taken = new Set<string>();
  for (const { candidate, index } of claims) {
    if (given.has(index) || taken.has(candidate.field)) continue;
    given.set(index, candidate);
    taken.add(candidate.field);
  }
  const series =
    role === 'accounts' && !taken.has('arr') ? latestOfSeries(columns, profiles) : null;
  if (series !== null && !given.has(series.index)) {
    const { index, transform } = series;
    const candidate: Candidate = { field: 'arr', confidence: ACCEPT, transform };
    candidates[index] = [candidate, ...(candidates[index] ?? [])];
    given.set(index, candidate);
  }
  return candidates.map((list, index) => ({ candidates: list, given: given.get(index) ?? null }));
}

function rank(
  role: TableRole,
  column: FoundColumn,
  profile: Profile,
  infos: ReadonlyMap<string, FieldInfo>,
): Candidate[] {
  const own = headerScores(headerWords(column.ownHeader));
  const whole = column.header === column.ownHeader ? own : headerScores(headerWords(column.header));
  const parts = namesOfPart(column.ownHeader).map((name) => headerScores(headerWords(name)));
  const best = new Map<string, Candidate>();
  for (const link of FIELD_CONCEPTS[role]) {
    const info = infos.get(link.field);
    if (info === undefined) continue;
    const named = Math.max(
      own.get(link.concept) ?? 0,
      whole.get(link.concept) ?? 0,
      ...parts.map((part) => OF_A_PART * (part.get(link.concept) ?? 0)),
    );
    const score = link.weight * named;
    if (score < CANDIDATE) continue;
    const confidence = round(score * (0.35 + 0.65 * valueFit(role, info, profile, link.transform)));
    if (confidence < CANDIDATE || confidence <= (best.get(link.field)?.confidence ?? 0)) continue;
    best.set(link.field, { field: link.field, confidence, transform: link.transform });
  }
  return [...best.values()].sort(
    (a, b) => b.confidence - a.confidence || compareText(a.field, b.field),
  );
}

/** What only the last part of a name says counts a little less than what the whole of it says. */
const OF_A_PART = 0.95;

const OF_AN_OBJECT = /^([\p{L} _]{2,40}?)s?(?:: ?|\.)(?=\p{L})(.+)$/u;
/** Words that say nothing without what they are of. */
const BARE = /^(?:id|name|number|type|owner)$/i;

/**
 * The names of a column whose header begins with an object, as exports of several objects have it:
 * 'subscriptions.status' is a subscription status, 'Rate Plan Charge: MRR' an MRR.
 */
function namesOfPart(header: string): readonly string[] {
  const [, object = '', part = ''] = OF_AN_OBJECT.exec(header) ?? [];
  if (part === '') return [];
  const isOther = BARE.test(part) || /parent|previous|prior|old/i.test(object);
  return [`${object} ${part}`, ...(isOther ? [] : [part])];
}

/** The year that a header names, 0 where none: 'ARR 2025', 'FY25 ARR'. */
function yearIn(header = ''): number {
  const digits = /(?:\b|_|FY ?)(?:20)?(\d\d)(?!\d)/i.exec(header)?.[1];
  return digits === undefined ? 0 : Number(digits);
}

/** Order of code points: the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
