import { MOTIONS } from '../book/motions.ts';
import type { ModelId, RoleId } from '../model/assumptions/types.ts';
import type { ByRole } from '../model/result.ts';
import { MOTION_NAMES, roleName } from '../model/names.ts';
import { SERVICE_ROLE } from '../model/structural-roles.ts';
import { termOf } from './explain-context.ts';
import type { Subject } from './explain-context.ts';
import { bySegment } from './explain-money.ts';
import { coordinationOf, costOfHour, costOfPerson } from './explain-people.ts';
import { formula, sumOf } from './expression.ts';
import type { Expression } from './expression.ts';

type Formula = (of: Subject) => Expression | null;

/** How cost, overlap and the change of ownership come about, by the id of the metric. */
export const COST_FORMULAS: Readonly<Record<string, Formula>> = {
  fteTotal: (of) => sumOf(of.roles.map((role) => of.figure(`fte.${role}`))),
  freedHoursTotal: (of) => sumOf(of.roles.map((role) => of.figure(`freedHours.${role}`))),

  'cost.peopleCore': (of) =>
    formula`${of.figure('cost.people')} − ${of.figure('cost.coordination')}`,
  'cost.coordination': coordinationCost,
  'cost.people': (of) =>
    overPaidRoles(of, (role) => formula`${of.figure(`fte.${role}`)} × (${costOfPerson(of, role)})`),
  'cost.managers': (of) =>
    overPaidRoles(
      of,
      (role) =>
        formula`${of.figure(`fte.${role}`)} ÷ ${of.roleFigure(role, 'people a manager', ['span'])} × ${of.roleFigure(role, 'cost of a manager', ['managerLoaded'])}`,
    ),
  'cost.scorecard': (of) =>
    overPaidRoles(
      of,
      (role) =>
        formula`${of.figure(`fte.${role}`)} × ${of.roleFigure(role, 'on-target earnings', ['ote'])} × ${of.roleFigure(role, 'variable share', ['variableShare'])} × ${of.roleFigure(role, 'scorecard weight', ['scorecardWeight'])} × ${of.roleFigure(role, 'scorecard attainment', ['scorecardAttainment'])}`,
    ),
  'cost.commissionLead': (of) => commission(of.accounts?.commissionLead, 'as lead'),
  'cost.commissionAssist': (of) => commission(of.accounts?.commissionAssist, 'for assisting'),
  'cost.runCost': (of) =>
    formula`${of.figure('cost.people')} + ${of.figure('cost.managers')} + ${of.figure('cost.commissionLead')} + ${of.figure('cost.commissionAssist')} + ${of.figure('cost.scorecard')}`,

  'overlap.paidTwice': (of) => formula`${of.figure('cost.commissionAssist')}`,
  'overlap.dualOwnedAccounts': (of) =>
    overAccounts(of, 'accounts with two owners', 'count', (leads) => (leads >= 2 ? 1 : 0)),
  'overlap.dualOwnedArr': (of) =>
    overAccounts(of, 'ARR with two owners', 'money', (leads, arr) => (leads >= 2 ? arr : 0)),
  'overlap.singleThroatShare': (of) => {
    const single = overAccounts(of, 'ARR with one owner', 'money', (leads, arr) =>
      leads === 1 ? arr : 0,
    );
    return single && formula`(${single}) ÷ ${of.figure('arr')}`;
  },
  'overlap.coordinationHours': (of) => {
    const hours = of.roles.flatMap((role) => coordinationOf(of, role) ?? []);
    return hours.length === 0 ? null : sumOf(hours);
  },
  'overlap.coordinationCost': coordinationCost,
  'overlap.signals': (of) => {
    const { accounts } = of;
    const csm = accounts?.roles.indexOf(SERVICE_ROLE);
    return (
      accounts &&
      sumOf(
        MOTIONS.map((motion) => {
          const passed = accounts.lead[motion].reduce(
            (sum, lead) => sum + (lead >= 0 && lead !== csm ? 1 : 0),
            0,
          );
          const name = MOTION_NAMES[motion];
          return termOf(
            `${name} led by others`,
            'Worked by another role than the CSM',
            passed,
            'count',
          );
        }),
      )
    );
  },

  'transition.cost': (of) =>
    formula`${of.figure('transition.hoursCost')} + ${of.figure('transition.hiring')} + ${of.figure('transition.release')} + ${of.assumption('gross margin', 'grossMargin')} × ${of.figure('transition.arrLost')}`,
  'transition.accountsMoved': (of) => {
    const moved = of.accounts?.moved;
    return moved === undefined
      ? null
      : bySegment(of, 'accounts that change hands', (index) => moved[index] ?? 0, 'count');
  },
  'transition.arrLost': (of) => {
    const lost = of.accounts?.arrLost;
    return lost === undefined
      ? null
      : bySegment(of, 'ARR lost in the change', (index) => lost[index] ?? 0);
  },
  'transition.hiring': (of) =>
    againstToday(of, of.figuresOf, (role, people, before) => {
      const figure = (word: string, name: string) => of.roleFigure(role, word, [name]);
      return formula`max(0; ${people} − ${before}) × (${figure('cost of a hire', 'hireCost')} + ${figure('months to full productivity', 'rampMonths')} ÷ 12 × (${costOfPerson(of, role)}) × 0.5)`;
    }),
  'transition.release': (of) => {
    const today = of.todayModel;
    return againstToday(of, today, (role, people, before) => {
      const figure = (word: string, name: string) => of.roleFigure(role, word, [name], today);
      return formula`max(0; ${before} − ${people}) × ${figure('months of pay when released', 'releaseMonths')} ÷ 12 × (${costOfPerson(of, role, today)}) × (1 − ${figure('share redeployed', 'redeployShare')})`;
    });
  },
  payback: (of) =>
    of.today === null
      ? null
      : formula`${of.figure('transition.cost')} ÷ (${of.figure('runRate')} − ${of.figure('runRate', of.today, ' of today')}) × 12`,
};

/** A cost by role added up over the roles that have people; null where segments pay a role differently. */
function overPaidRoles(of: Subject, part: (role: RoleId) => Expression): Expression | null {
  if (of.figuresOf === null) return null;
  return sumOf(of.roles.filter((role) => (of.result.fte[role] ?? 0) > 0).map(part));
}

function coordinationCost(of: Subject): Expression | null {
  if (of.figuresOf === null) return null;
  const parts = of.roles.flatMap((role) => {
    const hours = coordinationOf(of, role);
    return hours === null || hours.value === 0
      ? []
      : [formula`${hours} × (${costOfHour(of, role)})`];
  });
  return of.accounts === null ? null : sumOf(parts);
}

function commission(byRole: ByRole<Float64Array> | undefined, as: string): Expression | null {
  if (byRole === undefined) return null;
  return sumOf(
    Object.entries(byRole).map(([role, paid]) =>
      termOf(
        `${roleName(role)} commission ${as}`,
        'Commission over all accounts, as the pay plan pays it out',
        paid.reduce((sum, each) => sum + each, 0),
        'money',
      ),
    ),
  );
}

function overAccounts(
  of: Subject,
  name: string,
  unit: 'money' | 'count',
  value: (leads: number, arr: number) => number,
): Expression | null {
  const leads = of.accounts?.leads;
  if (leads === undefined) return null;
  return bySegment(of, name, (index) => value(leads[index] ?? 0, of.filled.arr[index] ?? 0), unit);
}

/** A sum over roles of what changes against today; null without today, or where parts have figures of their own. */
function againstToday(
  of: Subject,
  figuresOf: ModelId | null,
  part: (
    role: RoleId,
    people: ReturnType<Subject['figure']>,
    before: ReturnType<Subject['figure']>,
  ) => Expression,
): Expression | null {
  const { today } = of;
  if (figuresOf === null || of.figuresOf === null) return null;
  if (today === null || today === of.result) return { text: '0', terms: [] };
  return sumOf(
    of.roles.map((role) =>
      part(role, of.figure(`fte.${role}`), of.figure(`fte.${role}`, today, ' today')),
    ),
  );
}
