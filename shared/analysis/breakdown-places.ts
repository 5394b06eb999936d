import { MOTIONS } from '../book/motions.ts';
import type { TextColumn } from '../book/book.ts';
import { item } from '../model/engine/lists.ts';
import type { YearOne } from '../model/engine/year-one.ts';
import { SERVICE_ROLE } from '../model/structural-roles.ts';
import type { BreakdownBy, BreakdownRows, Row } from './breakdown-rows.ts';

/**
 * Where a breakdown puts what (model equations, section 8, last paragraph). `account`: index in the
 * whole book; `motion`: index into MOTIONS; `role`: index into the assumptions' roles.
 */
export interface Places {
  /** What the lead of a motion books, keeps and earns. */
  lead(account: number, motion: number, role: number): Row;
  assist(account: number, motion: number, role: number): Row;
  /** Service, and ARR not up for renewal. */
  service(account: number): Row;
  /** Upsell that nobody works. */
  selfServe(account: number, motion: number): Row;
  /** ARR lost in the move; `lead`: of the renewal, −1 where there is none. */
  lost(account: number, lead: number): Row;
  /** A role that has no hours in the part. */
  idle(account: number, role: number): Row;
  /** An account and its pair count in its one row, in those of its motions, or in those of its people. */
  readonly grain: 'account' | 'motion' | 'owner';
  inOrder(): readonly Row[];
}

/** Cycle bands: days from (inclusive) to (exclusive). */
export const CYCLE_BANDS: readonly (readonly [number, number])[] = [
  [0, 30],
  [30, 90],
  [90, 180],
  [180, 365],
  [365, Infinity],
];

export function placesOf(yearOne: YearOne, by: BreakdownBy, rows: BreakdownRows): Places {
  switch (by) {
    case 'segment':
      return bySegment(yearOne, rows);
    case 'cycleBand':
      return byCycleBand(yearOne, rows);
    case 'motion':
      return byMotion(rows);
    case 'owner':
      return byOwner(yearOne, rows);
  }
}

/** Everything of an account in one row. */
function byAccount(row: (account: number) => Row, rows: BreakdownRows): Places {
  return {
    lead: row,
    assist: row,
    service: row,
    selfServe: row,
    lost: row,
    idle: row,
    grain: 'account',
    inOrder: () => rows.all,
  };
}

function bySegment({ book }: YearOne, rows: BreakdownRows): Places {
  const { codes, values } = book.segment;
  return byAccount((account) => {
    const segment = values[codes[account] ?? 0] ?? '';
    return rows.row(segment, { by: 'segment', segment });
  }, rows);
}

function byCycleBand({ book }: YearOne, rows: BreakdownRows): Places {
  const bands = CYCLE_BANDS.map(([from, to]) =>
    rows.row(String(from), { by: 'cycleBand', from, to }),
  );
  return byAccount((account) => {
    const days = book.cycleDays[account] ?? 0;
    return item(
      bands,
      CYCLE_BANDS.findIndex(([from, to]) => days >= from && days < to),
    );
  }, rows);
}

function byMotion(rows: BreakdownRows): Places {
  const motions = MOTIONS.map((motion) => rows.row(motion, { by: 'motion', motion }));
  const service = rows.row('service', { by: 'motion', motion: 'service' });
  const ofMotion = (_account: number, motion: number) => item(motions, motion);
  return {
    lead: ofMotion,
    assist: ofMotion,
    selfServe: ofMotion,
    service: () => service,
    lost: () => item(motions, 0),
    idle: () => service,
    grain: 'motion',
    inOrder: () => rows.all,
  };
}

function byOwner({ book, assumptions }: YearOne, rows: BreakdownRows): Places {
  const roles = Object.keys(assumptions.roles);
  const serving = roles.indexOf(SERVICE_ROLE);
  const columns = roles.map((role): TextColumn | undefined =>
    Object.hasOwn(book.owners, role) ? book.owners[role] : undefined,
  );
  /** Rows by role, then by code of the name. */
  const known: (Row | undefined)[][] = roles.map(() => []);
  const owner = (account: number, role: number): Row => {
    const column = columns[role];
    const code = column?.codes[account] ?? 0;
    const found = known[role]?.[code];
    if (found !== undefined) return found;
    const id = item(roles, role);
    const name = column?.values[code] ?? '';
    const row = rows.row(JSON.stringify([id, name]), { by: 'owner', role: id, name });
    item(known, role)[code] = row;
    return row;
  };
  return {
    lead: (account, _motion, role) => owner(account, role),
    assist: (account, _motion, role) => owner(account, role),
    service: (account) => owner(account, serving),
    selfServe: () => rows.row('self-serve', { by: 'owner', role: null, name: '' }),
    lost: (account, lead) => owner(account, lead < 0 ? serving : lead),
    idle: (account, role) => owner(account, role),
    grain: 'owner',
    inOrder: () => [...rows.all].sort((a, b) => compareOwners(a, b, roles)),
  };
}

/** By role, then name; "to be assigned" after the names, self-serve last. */
function compareOwners(a: Row, b: Row, roles: readonly string[]): number {
  if (a.key.by !== 'owner' || b.key.by !== 'owner') return 0;
  const rank = (role: string | null) => (role === null ? roles.length : roles.indexOf(role));
  if (rank(a.key.role) !== rank(b.key.role)) return rank(a.key.role) - rank(b.key.role);
  if ((a.key.name === '') !== (b.key.name === '')) return a.key.name === '' ? 1 : -1;
  return a.key.name < b.key.name ? -1 : a.key.name > b.key.name ? 1 : 0;
}
