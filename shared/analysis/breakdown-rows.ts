import type { Motion } from '../book/motions.ts';
import type { RoleId } from '../model/assumptions/types.ts';

export const BREAKDOWNS = ['segment', 'cycleBand', 'motion', 'owner'] as const;
export type BreakdownBy = (typeof BREAKDOWNS)[number];

/** What a row of a breakdown stands for. */
export type BreakdownKey =
  | { readonly by: 'segment'; readonly segment: string }
  /** Days from (inclusive) and to (exclusive; Infinity in the last band). */
  | { readonly by: 'cycleBand'; readonly from: number; readonly to: number }
  /** `service`: serving the accounts, and ARR that is not up for renewal. */
  | { readonly by: 'motion'; readonly motion: Motion | 'service' }
  /** `name` '' is "to be assigned"; `role` null is upsell that nobody works ("self-serve"). */
  | { readonly by: 'owner'; readonly role: RoleId | null; readonly name: string };

/** A row while it fills. By role: in the order of the assumptions' roles. */
export interface Row {
  readonly key: BreakdownKey;
  readonly id: string;
  accounts: number;
  arr: number;
  retained: number;
  arrLost: number;
  readonly booked: Float64Array;
  readonly hours: Float64Array;
  /** Hours in the part at hand: people are shared out by them. */
  readonly partHours: Float64Array;
  people: number;
  managers: number;
  scorecard: number;
  commissionLead: number;
  commissionAssist: number;
  /** Distinct pairs of seller and service owner, coded. */
  readonly pairs: Set<number>;
}

/** The rows of a breakdown, made as they are met. */
export class BreakdownRows {
  private readonly byId = new Map<string, Row>();
  private readonly roles: number;

  constructor(roles: number) {
    this.roles = roles;
  }

  get all(): readonly Row[] {
    return [...this.byId.values()];
  }

  row(id: string, key: BreakdownKey): Row {
    const known = this.byId.get(id);
    if (known !== undefined) return known;
    const row: Row = {
      key,
      id,
      accounts: 0,
      arr: 0,
      retained: 0,
      arrLost: 0,
      booked: new Float64Array(7),
      hours: new Float64Array(this.roles),
      partHours: new Float64Array(this.roles),
      people: 0,
      managers: 0,
      scorecard: 0,
      commissionLead: 0,
      commissionAssist: 0,
      pairs: new Set(),
    };
    this.byId.set(id, row);
    return row;
  }

  /** The next part has people of its own. */
  startPart(): void {
    for (const row of this.byId.values()) row.partHours.fill(0);
  }
}

/** Adds hours of a role to a row. */
export function addHours(row: Row, role: number, hours: number): void {
  row.hours[role] = (row.hours[role] ?? 0) + hours;
  row.partHours[role] = (row.partHours[role] ?? 0) + hours;
}
