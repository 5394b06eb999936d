import { MOTIONS } from '../book/motions.ts';
import type { Motion } from '../book/motions.ts';
import type { AccountResults } from '../model/account-results-types.ts';
import type { RoleId } from '../model/assumptions/types.ts';
import { MOTION_NAMES, roleName } from '../model/names.ts';
import { own } from '../units/records.ts';
import { SERVICE_ROLE } from '../model/structural-roles.ts';
import { termOf } from './explain-context.ts';
import type { Subject } from './explain-context.ts';
import { formula, sumOf } from './expression.ts';
import type { Expression, Term } from './expression.ts';

type RoleFormula = (of: Subject, role: RoleId) => Expression | null;

/** How the figures of one role come about, by the first part of the metric's id. */
export const ROLE_FORMULAS: Readonly<Record<string, RoleFormula>> = {
  fte: (of, role) => {
    const { capacity } = of.assumptions;
    if (of.model !== of.figuresOf) return null;
    if (capacity.mode === 'fixed') {
      if (Object.hasOwn(capacity.fte, role)) {
        return formula`${of.assumption(`${roleName(role)} people in place`, 'capacity', 'fte', role)}`;
      }
      const names = new Set(of.filled.owners[role]?.codes ?? []);
      names.delete(0);
      const people = termOf(
        `${roleName(role)} names in the book`,
        'Different owners of this role in the book',
        names.size,
        'count',
      );
      return formula`${people} × ${of.assumption(`${roleName(role)} share of time for existing customers`, 'roles', role, 'existingShare')}`;
    }
    const needed = formula`${of.figure(`demandHours.${role}`)} ÷ (${productive(of, role)})`;
    const step = { none: null, half: '0.5', whole: '1' }[capacity.rounding];
    return step === null
      ? needed
      : { text: `raised(${needed.text}; ${step})`, terms: needed.terms };
  },
  demandHours: (of, role) => {
    const parts = hoursOf(of, role);
    return parts === null ? null : sumOf(parts);
  },
  freedHours: (of, role) =>
    of.model === of.figuresOf
      ? formula`max(0; ${of.figure(`fte.${role}`)} × ${productive(of, role)} − ${of.figure(`demandHours.${role}`)})`
      : null,
  impliedAttainment: (of, role) => {
    const commission = atStatedQuota(of, role);
    if (commission === null) return null;
    return formula`(${commission}) ÷ (${of.figure(`fte.${role}`)} × ${promised(of, role)})`;
  },
};

/** Hours of a person that reach customers. */
function productive(of: Subject, role: RoleId): Expression {
  return formula`${of.roleFigure(role, 'hours a year', ['hoursPerYear'])} × ${of.roleFigure(role, 'share that reaches customers', ['productiveShare'])}`;
}

/** What one person costs a year without commission: `loaded` of the equations. */
export function costOfPerson(of: Subject, role: RoleId, model = of.figuresOf): Expression {
  const figure = (word: string, name: string) => of.roleFigure(role, word, [name], model);
  return formula`${figure('on-target earnings', 'ote')} × (1 − ${figure('variable share', 'variableShare')}) × (1 + ${figure('benefits', 'benefits')}) + ${figure('overhead', 'overhead')} + ${of.assumption('certification', 'certification', 'cost')} × ${figure('certified', 'certified')}`;
}

/** Cost of an hour that reaches customers. */
export function costOfHour(of: Subject, role: RoleId): Expression {
  return formula`(${costOfPerson(of, role)}) ÷ (${productive(of, role)})`;
}

/** The commission promised to one person. */
function promised(of: Subject, role: RoleId): Expression {
  return formula`${of.roleFigure(role, 'on-target earnings', ['ote'])} × ${of.roleFigure(role, 'variable share', ['variableShare'])} × (1 − ${of.roleFigure(role, 'scorecard weight', ['scorecardWeight'])})`;
}

/** Hours of a role: as lead, as assistant, in service, in coordination. null without the accounts. */
function hoursOf(of: Subject, role: RoleId): readonly Term[] | null {
  const { accounts } = of;
  if (accounts === null) return null;
  const sum = (hours: Float64Array | undefined) => hours?.reduce((all, each) => all + each, 0) ?? 0;
  const word = (what: string, meaning: string, value: number) =>
    termOf(`${roleName(role)} ${what}`, meaning, value, 'hours');
  const lead = sum(accounts.hoursLead[role]);
  const assist = sum(accounts.hoursAssist[role]);
  const service = role === SERVICE_ROLE ? sum(accounts.hoursService) : 0;
  const all = of.result.demandHours[role] ?? 0;
  return [
    word('hours as lead', 'Working renewals and upsell as the lead', lead),
    word('hours as assistant', 'Helping another lead', assist),
    ...(role === SERVICE_ROLE
      ? [word('service hours', 'Service of the accounts, whoever leads', service)]
      : []),
    coordinationTerm(role, all - lead - assist - service),
  ];
}

function coordinationTerm(role: RoleId, hours: number): Term {
  // What is left after the other hours; a rest of rounding is none.
  const value = Math.abs(hours) < 1e-6 ? 0 : hours;
  const meaning = 'Talking to the other role about shared accounts and passing on leads';
  return termOf(`${roleName(role)} coordination hours`, meaning, value, 'hours');
}

/** Coordination hours of a role as a term; null without the accounts. */
export function coordinationOf(of: Subject, role: RoleId): Term | null {
  return hoursOf(of, role)?.at(-1) ?? null;
}

/**
 * Commission at the stated quota, which the pay plan then scales to what it promises: target ÷ quota
 * times what the role is credited with, motion by motion.
 */
function atStatedQuota(of: Subject, role: RoleId): Expression | null {
  const { accounts, figuresOf } = of;
  if (accounts === null || figuresOf === null || of.model !== figuresOf) return null;
  const credited = MOTIONS.flatMap((motion) => {
    const weight = of.roleFigure(role, `weight of ${MOTION_NAMES[motion]}`, ['weights', motion]);
    return [...creditedTo(of, accounts, role, motion)].map(([credit, total]) => {
      const as = credit === null ? 'as lead' : `assisted at credit ${String(credit)}`;
      const symbol = `${MOTION_NAMES[motion]} credited to ${roleName(role)} ${as}`;
      const term = termOf(symbol, 'Bookings that commission is reckoned on', total, 'money');
      return credit === null
        ? formula`${term} × ${weight}`
        : { text: `${symbol} × ${weight.symbol} × ${String(credit)}`, terms: [term, weight] };
    });
  });
  return formula`${promised(of, role)} ÷ ${of.roleFigure(role, 'quota', ['quota'])} × (${sumOf(credited)})`;
}

/** What a role is credited with of a motion: as lead (null), and by the credit it assists at. */
function creditedTo(
  of: Subject,
  accounts: AccountResults,
  role: RoleId,
  motion: Motion,
): ReadonlyMap<number | null, number> {
  const sums = new Map<number | null, number>();
  const definition = own(of.assumptions.models, of.model);
  const { segment, count } = of.filled;
  const place = accounts.roles.indexOf(role);
  for (let index = 0; index < count; index += 1) {
    const lead = accounts.lead[motion][index] ?? -1;
    if (lead < 0) continue;
    const name = segment.values[segment.codes[index] ?? 0] ?? '';
    const owned = own(definition?.segments ?? {}, name)?.[motion] ?? definition?.motions?.[motion];
    const credits = (owned?.assists ?? []).flatMap((each) =>
      each.role === role ? [each.credit] : [],
    );
    for (const credit of lead === place ? [null, ...credits] : credits) {
      sums.set(credit, (sums.get(credit) ?? 0) + (accounts.credited[motion][index] ?? 0));
    }
  }
  return sums;
}
