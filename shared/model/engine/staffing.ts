import type { Assumptions, RoleId } from '../assumptions/types.ts';
import type { FilledBook } from '../fill-in.ts';
import type { Coverage } from './bookings.ts';
import { fullCoverage } from './bookings.ts';
import type { ModelTerms } from './model-terms.ts';
import type { PairCount } from './pairs.ts';
import { add, TOTALS, type Tally } from './tally.ts';

/** People in place by role, in the order of the assumptions' roles; null where they are funded by demand. */
export type FixedStaff = Float64Array | null;

/** Hours asked of each role in a year, and the people for them (model equations, section 5). */
export interface Staffing {
  /** Service, coordination and renewals: what can't wait. */
  readonly baseHours: Float64Array;
  readonly upsellHours: Float64Array;
  readonly coordinationHours: Float64Array;
  readonly demandHours: Float64Array;
  readonly fte: Float64Array;
  readonly coverage: Coverage;
  readonly freedHours: Float64Array;
}

const STEPS = { none: 0, half: 0.5, whole: 1 } as const;
/** Hours below this count as none. */
const NO_HOURS = 1e-9;

/** People of a book under fixed capacity: as stated, else the owners named in the book at the share of their time they have today. */
export function staffInPlace({ capacity, roles }: Assumptions, book: FilledBook): FixedStaff {
  if (capacity.mode === 'funded') return null;
  return Float64Array.from(Object.entries(roles), ([role, { existingShare }]) =>
    Object.hasOwn(capacity.fte, role)
      ? (capacity.fte[role] ?? 0)
      : distinctNames(book, role) * existingShare,
  );
}

function distinctNames(book: FilledBook, role: RoleId): number {
  const column = Object.hasOwn(book.owners, role) ? book.owners[role] : undefined;
  if (column === undefined) return 0;
  const named = new Uint8Array(column.values.length);
  for (const code of column.codes) named[code] = 1;
  let count = 0;
  for (let code = 1; code < named.length; code += 1) count += named[code] ?? 0;
  return count;
}

/** Staffs one model's year. `staff`: its people, already its share of them where this is a part of a book. */
export function staffOf(
  { capacity, coordination }: Assumptions,
  model: ModelTerms,
  tally: Tally,
  pairs: PairCount,
  staff: FixedStaff,
): Staffing {
  const coordinationHours = tally.coordinationHours.slice();
  const pairHours = pairs.pairs * coordination.pairHours;
  add(coordinationHours, model.service, pairHours);
  if (model.seller >= 0) add(coordinationHours, model.seller, pairHours);
  const baseHours = tally.renewalHours.map((hours, r) => hours + (coordinationHours[r] ?? 0));
  add(baseHours, model.service, tally.totals[TOTALS.serviceHours] ?? 0);
  const upsellHours = tally.upsellHours;
  const demandHours = baseHours.map((hours, r) => hours + (upsellHours[r] ?? 0));
  const productive = Float64Array.from(model.roles, (role) => role.productive);
  const step = STEPS[capacity.rounding];
  const fte =
    staff ??
    demandHours.map((hours, r) => {
      const people = hours / (productive[r] ?? 1);
      return step === 0 ? people : Math.ceil(people / step - 1e-9) * step;
    });
  const capacityHours = fte.map((people, r) => people * (productive[r] ?? 0));
  const coverage = staff === null ? fullCoverage(fte.length) : coverageOf();
  return {
    baseHours,
    upsellHours,
    coordinationHours,
    demandHours,
    fte,
    coverage,
    freedHours: capacityHours.map((hours, r) => Math.max(0, hours - (demandHours[r] ?? 0))),
  };

  function coverageOf(): Coverage {
    return {
      base: capacityHours.map((hours, r) => covered(hours, baseHours[r] ?? 0)),
      upsell: capacityHours.map((hours, r) =>
        covered(Math.max(0, hours - (baseHours[r] ?? 0)), upsellHours[r] ?? 0),
      ),
    };
  }
}

function covered(available: number, asked: number): number {
  return asked < NO_HOURS ? 1 : Math.min(1, available / asked);
}
