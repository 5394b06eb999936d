import type { Book } from '../book/book.ts';
import { MOTIONS } from '../book/motions.ts';
import { ok, type Result } from '../units/result.ts';
import type { AccountResults } from './account-results-types.ts';
import type { Assumptions, ByMotion, ModelId } from './assumptions/types.ts';
import { item } from './engine/lists.ts';
import type { Stint } from './engine/model-terms.ts';
import { byMotion, byRole } from './engine/outcome.ts';
import { add } from './engine/tally.ts';
import { BLOCK, MOTION_COUNT, NOBODY, WORKSPACE } from './engine/workspace.ts';
import { visitYearOne, yearOneOf, type YearOneBlock } from './engine/year-one.ts';
import type { EvaluateOptions } from './evaluate.ts';

/** Year 1 of one model, account by account, in the book's order. Refuses what `evaluate` refuses. */
export function accountResults(
  book: Book,
  assumptions: Assumptions,
  model: ModelId,
  options: EvaluateOptions = {},
): Result<AccountResults, string> {
  const opened = yearOneOf(book, assumptions, model, options);
  if (!opened.ok) return opened;
  const yearOne = opened.value;
  const collector = new Collector(model, book.count, Object.keys(assumptions.roles));
  yearOne.parts.forEach((part, p) => {
    collector.chosenModels[p] = part.model.id;
  });
  visitYearOne(yearOne, (block) => {
    collector.take(block, yearOne.parts.indexOf(block.part), yearOne.assumptions);
  });
  return ok(collector.results());
}

/** Columns by motion or role as they fill. */
class Collector {
  readonly chosenModels: ModelId[] = [];
  private readonly lead: readonly Int8Array[];
  private readonly value: readonly Float64Array[];
  private readonly booked: readonly Float64Array[];
  private readonly credited: readonly Float64Array[];
  private readonly hoursLead: readonly Float64Array[];
  private readonly hoursAssist: readonly Float64Array[];
  private readonly commissionLead: readonly Float64Array[];
  private readonly commissionAssist: readonly Float64Array[];
  private readonly retained: Float64Array;
  private readonly arrLost: Float64Array;
  private readonly hoursService: Float64Array;
  private readonly leads: Uint8Array;
  private readonly moved: Uint8Array;
  private readonly chosen: Uint8Array;

  constructor(
    private readonly model: ModelId,
    private readonly count: number,
    private readonly roles: readonly string[],
  ) {
    const numbers = () => new Float64Array(count);
    const byMotions = () => MOTIONS.map(numbers);
    const byRoles = () => roles.map(numbers);
    this.lead = MOTIONS.map(() => new Int8Array(count).fill(-1));
    this.value = byMotions();
    this.booked = byMotions();
    this.credited = byMotions();
    this.hoursLead = byRoles();
    this.hoursAssist = byRoles();
    this.commissionLead = byRoles();
    this.commissionAssist = byRoles();
    this.retained = numbers();
    this.arrLost = numbers();
    this.hoursService = numbers();
    this.leads = new Uint8Array(count);
    this.moved = new Uint8Array(count);
    this.chosen = new Uint8Array(count);
  }

  take(block: YearOneBlock, part: number, { spiff }: Assumptions): void {
    const { count, accountOf } = block;
    for (let i = 0; i < count; i += 1) {
      const at = accountOf(i);
      this.retained[at] = WORKSPACE.retained[i] ?? 0;
      this.arrLost[at] = WORKSPACE.arrLost[i] ?? 0;
      this.hoursService[at] = WORKSPACE.service[i] ?? 0;
      this.leads[at] = WORKSPACE.leads[i] ?? 0;
      this.moved[at] = WORKSPACE.movedFrom[i] === NOBODY ? 0 : 1;
      this.chosen[at] = part;
    }
    for (let m = 0; m < MOTION_COUNT; m += 1) {
      const price = spiff[item(MOTIONS, m)];
      for (let i = 0; i < count; i += 1) {
        const at = accountOf(i);
        const from = m * BLOCK + i;
        const lead = WORKSPACE.lead[from] ?? NOBODY;
        item(this.lead, m)[at] = lead === NOBODY ? -1 : lead;
        item(this.value, m)[at] = WORKSPACE.value[from] ?? 0;
        item(this.booked, m)[at] = WORKSPACE.booked[from] ?? 0;
        item(this.credited, m)[at] = (WORKSPACE.won[from] ?? 0) * price;
      }
      item(block.part.model.stints, m).forEach((stint, s) => {
        const starts = item(block.ownership.starts, m);
        this.takeStint(block, stint, price, starts[s] ?? 0, starts[s + 1] ?? 0);
      });
    }
  }

  private takeStint(
    block: YearOneBlock,
    stint: Stint,
    price: number,
    from: number,
    to: number,
  ): void {
    const { model, run } = block.part;
    const base = stint.motion * BLOCK;
    const { paid } = run.cost;
    const rateOf = (role: number) => model.roles[role]?.rate[stint.motion] ?? 0;
    for (let k = from; k < to; k += 1) {
      const i = WORKSPACE.rows[base + k] ?? 0;
      if (WORKSPACE.lead[base + i] === NOBODY) continue;
      const at = block.accountOf(i);
      const hours = WORKSPACE.hours[base + i] ?? 0;
      const credited = (WORKSPACE.won[base + i] ?? 0) * price;
      add(item(this.hoursLead, stint.lead), at, hours);
      const own = paid(stint.lead, credited * rateOf(stint.lead));
      add(item(this.commissionLead, stint.lead), at, own);
      for (const { role, involvement, credit } of stint.assists) {
        add(item(this.hoursAssist, role), at, involvement * hours);
        add(item(this.commissionAssist, role), at, paid(role, credited * rateOf(role) * credit));
      }
    }
  }

  results(): AccountResults {
    const { roles } = this;
    const asMotions = <T>(columns: readonly T[]): ByMotion<T> => byMotion((m) => item(columns, m));
    const asRoles = (columns: readonly Float64Array[]) =>
      byRole(
        roles.map((id) => ({ id })),
        (r) => item(columns, r),
      );
    return {
      model: this.model,
      count: this.count,
      roles,
      lead: asMotions(this.lead),
      value: asMotions(this.value),
      booked: asMotions(this.booked),
      credited: asMotions(this.credited),
      retained: this.retained,
      arrLost: this.arrLost,
      hoursLead: asRoles(this.hoursLead),
      hoursAssist: asRoles(this.hoursAssist),
      hoursService: this.hoursService,
      commissionLead: asRoles(this.commissionLead),
      commissionAssist: asRoles(this.commissionAssist),
      leads: this.leads,
      moved: this.moved,
      chosenModels: this.chosenModels,
      chosen: this.chosen,
    };
  }
}
