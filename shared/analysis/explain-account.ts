import type { Explanation, RoleTermsExplanation } from '../model/account-results-types.ts';
import type { RoleId } from '../model/assumptions/types.ts';
import { MOTION_NAMES, roleName } from '../model/names.ts';
import { SERVICE_ROLE } from '../model/structural-roles.ts';
import type { FigureUnit } from '../units/figure-unit.ts';
import type { FigureExplanation } from './explain.ts';
import { Subject, termOf } from './explain-context.ts';
import type { ExplainContext } from './explain-context.ts';
import { formula, sumOf } from './expression.ts';
import type { Expression, Term } from './expression.ts';

/** One figure of an account and a motion: what it is, and the formula over this account's own inputs. */
interface AccountFigure {
  readonly title: string;
  readonly meaning: string;
  readonly unit: FigureUnit;
  readonly source: string;
  readonly read: (of: Explanation) => number | null;
  readonly write: (of: AccountTerms) => Expression | null;
}

/** What can be asked of an account under a model, in the order of the reasoning. */
export const ACCOUNT_FIGURES = {
  relationship: {
    title: 'Relationship held by the seller',
    meaning: 'How much of the relationship the salesperson holds: more, the longer the sale took.',
    unit: 'share',
    source: 'Drivers',
    read: ({ drivers }) => drivers.relationship,
    write: ({ inputs, subject }) =>
      formula`1 − exp(−${inputs.cycle} ÷ ${subject.assumption('relationship scale', 'cycle', 'tauDays')})`,
  },
  loss: {
    title: 'Lost because of who leads',
    meaning:
      'Part of the outcome that this lead gives away, alone: the four corners of cycle and newness.',
    unit: 'share',
    source: 'Drivers',
    read: ({ lead }) => lead?.loss ?? null,
    write: (of) => of.lossOf(of.leadRole),
  },
  lossAfterHelp: {
    title: 'Lost after the help of assistants',
    meaning: 'What is still lost once those who assist have helped where they are better.',
    unit: 'share',
    source: 'Drivers',
    read: ({ lead }) => lead?.lossAfterHelp ?? null,
    write: ({ lead }) => {
      if (lead === null) return null;
      const own = lossTerm(lead);
      const help = lead.assists.map((assist) => {
        const name = roleName(assist.role);
        const involvement = termOf(
          `${name} involvement`,
          'Part of the work that the assistant takes',
          assist.involvement,
          'share',
        );
        return formula`${involvement} × max(0; ${own} − ${lossTerm(assist)})`;
      });
      return help.length === 0 ? formula`${own}` : formula`max(0; ${own} − (${sumOf(help)}))`;
    },
  },
  rate: {
    title: 'Commission rate of the lead',
    meaning: 'Commission of the lead for each unit booked, at the stated quota.',
    unit: 'share',
    source: 'Drivers',
    read: ({ lead }) => lead?.rate ?? null,
    write: (of) => of.rateOf(of.leadRole),
  },
  pull: {
    title: 'What pay pulls',
    meaning: 'How much more, or less, is done because of how it is paid.',
    unit: 'share',
    source: 'Drivers',
    read: ({ lead }) => lead?.pull ?? null,
    write: ({ lead, subject, explanation }) => {
      if (lead === null) return null;
      if (lead.reference === 0) return { text: '0', terms: [] };
      const { motion } = explanation;
      const rate = termOf('commission rate', 'Commission for each unit booked', lead.rate, 'share');
      const spiff = subject.assumption('SPIFF', 'spiff', motion);
      const reference = subject.assumption(
        'reference rate',
        'incentive',
        'reference',
        lead.role,
        motion,
      );
      const elasticity = subject.assumption('pull of pay', 'incentive', 'elasticity');
      return formula`${elasticity} × ln(min(16; max(0.0625; ${rate} × ${spiff} ÷ ${reference})))`;
    },
  },
  yield: {
    title: 'Yield of the lead',
    meaning: 'Part of the ideal outcome that this lead reaches.',
    unit: 'share',
    source: 'Drivers',
    read: ({ lead }) => lead?.yield ?? null,
    write: ({ lead, motionFigure }) => {
      if (lead === null) return null;
      const loss = termOf(
        'loss after help',
        'Lost because of who leads',
        lead.lossAfterHelp,
        'share',
      );
      const pull = termOf('pull', 'What pay pulls', lead.pull, 'share');
      return formula`max(0; 1 − ${motionFigure('sensitivity', 'sensitivity')} × (${loss} − ${pull}))`;
    },
  },
  success: {
    title: 'Success in the best hands',
    meaning: 'Chance that it is renewed or won if its ideal owner works it.',
    unit: 'share',
    source: 'Drivers',
    read: ({ success }) => success,
    write: ({ subject, explanation, motionFigure }) => {
      if (explanation.motion !== 'renewal') return formula`${motionFigure('win rate', 'winRate')}`;
      // A part of the book has a coverage of its own, which the whole does not tell.
      if (explanation.model !== explanation.figuresOf) return null;
      const csm = (word: string, name: string) => subject.roleFigure(SERVICE_ROLE, word, [name]);
      const risk = termOf(
        'risk',
        'Chance of losing the renewal, as read or filled in',
        explanation.inputs.risk,
        'share',
      );
      const onScorecard = formula`${subject.assumption('scorecard effect', 'scorecard', 'effect')} × ${csm('variable share', 'variableShare')} × ${csm('scorecard weight', 'scorecardWeight')}`;
      const unserved = formula`1 − ${subject.assumption('service level', 'service', 'level')} × ${subject.figure(`coverage.${SERVICE_ROLE}`)}`;
      return formula`1 − min(1; ${risk} × (1 − ${onScorecard}) + ${subject.assumption('risk of nobody serving', 'risk', 'adoptionRisk')} × max(0; ${unserved}))`;
    },
  },
  hours: {
    title: 'Hours of the lead',
    meaning: 'Hours a year that working this takes.',
    unit: 'hours',
    source: 'Drivers',
    read: ({ lead, hours }) => (lead === null ? null : hours.lead),
    write: ({ inputs, lead, motionFigure, explanation }) => {
      if (lead === null || !explanation.worked) return { text: '0', terms: [] };
      const newness = motionFigure('newness', 'newness');
      const { drivers } = explanation;
      const scale = termOf(
        'effort of the cycle',
        'How much longer a new sale takes here than at the reference cycle',
        drivers.effortScale,
        'ratio',
      );
      const size = termOf(
        'size',
        'Nobody spends days on a few hundred: 0 for nothing, 1 for much',
        drivers.size,
        'ratio',
      );
      return formula`${motionFigure('hours of the motion', 'hours')} × ${inputs.complexity} × (1 − ${newness} + ${newness} × ${scale}) × ${size}`;
    },
  },
  worth: {
    title: 'Worth of working it',
    meaning: 'Margin that working it brings, less pay and hours: below 0 it is left to itself.',
    unit: 'money',
    source: 'Ownership models and what is worked',
    read: ({ lead }) => lead?.worth.worth ?? null,
    write: ({ lead }) => {
      if (lead === null) return null;
      const { margin, pay, leadCost, assistCost, signalCost } = lead.worth;
      const part = (symbol: string, label: string, value: number) =>
        termOf(symbol, label, value, 'money');
      return formula`${part('margin won', 'Margin of what working it adds', margin)} − ${part('commission', 'Commission of lead and assistants', pay)} − ${part('hours of the lead', 'Cost of the hours of the lead', leadCost)} − ${part('hours of the assistants', 'Cost of the hours of assistants', assistCost)} − ${part('passing on', 'Cost of passing on the lead', signalCost)}`;
    },
  },
  booked: {
    title: 'Booked',
    meaning: 'Money a year that is renewed or won here.',
    unit: 'money',
    source: 'Bookings',
    read: ({ booked }) => booked,
    write: (of) => {
      const { explanation, inputs, motionFigure, successTerm } = of;
      const passive = motionFigure('passive share', 'passive');
      const kept = termOf(
        'share of the account kept',
        'Customers who leave do not buy',
        explanation.drivers.kept,
        'share',
      );
      if (!explanation.worked) {
        return formula`${kept} × ${inputs.value} × ${successTerm} × ${passive}`;
      }
      const coverage = of.coverageTerm;
      return formula`${kept} × (${coverage} × ${inputs.value} × ${of.outcome} + (1 − ${coverage}) × ${inputs.value} × ${successTerm} × ${passive})`;
    },
  },
  commission: {
    title: 'Commission of the lead',
    meaning: 'What the lead is paid for this, as the pay plan pays it out.',
    unit: 'money',
    source: 'Cost of a year',
    read: ({ lead, pay }) => (lead === null ? null : pay.commissionLead),
    write: ({ lead, explanation }) => {
      if (lead === null) return null;
      const credited = termOf(
        'credited',
        'Booking that commission is reckoned on',
        explanation.credited,
        'money',
      );
      const rate = termOf('commission rate', 'Commission for each unit booked', lead.rate, 'share');
      const scale = termOf(
        'pay scale',
        'What the pay plan pays of the commission at the stated quota',
        explanation.pay.scale[lead.role] ?? 1,
        'ratio',
      );
      return formula`${credited} × ${rate} × ${scale}`;
    },
  },
} as const satisfies Record<string, AccountFigure>;

export type AccountFigureId = keyof typeof ACCOUNT_FIGURES;

/** One step of an account's reckoning. */
export interface AccountStep {
  readonly id: AccountFigureId;
  readonly figure: FigureExplanation;
}

const IDS = Object.keys(ACCOUNT_FIGURES) as AccountFigureId[];

/** Every step of an account and motion, in the order of the reasoning; none where the model is not compared. */
export function accountSteps(
  context: ExplainContext,
  explanation: Explanation,
): readonly AccountStep[] {
  return IDS.flatMap((id) => {
    const figure = explainAccountFigure(context, explanation, id);
    return figure === null ? [] : [{ id, figure }];
  });
}

/** Who works a motion: "AE, with CSM"; where it isn't worth its cost, "nobody (AE could)". */
export function leadInWords({ lead, worked }: Explanation): string {
  if (lead === null) return 'nobody';
  if (!worked) return `nobody (${roleName(lead.role)} could)`;
  const helpers = lead.assists.map(({ role }) => roleName(role)).join(', ');
  return helpers === '' ? roleName(lead.role) : `${roleName(lead.role)}, with ${helpers}`;
}

/** Whether what is at stake in a motion was filled in rather than read. */
export function isValueEstimated({ motion, inputs: { estimated } }: Explanation): boolean {
  const own = motion === 'renewal' ? 'renewalShare' : (`potential.${motion}` as const);
  return estimated.includes(own) || (motion === 'renewal' && estimated.includes('arr'));
}

/** Explains one figure of an account; null where the model is not compared. */
export function explainAccountFigure(
  context: ExplainContext,
  explanation: Explanation,
  id: AccountFigureId,
): FigureExplanation | null {
  const result = context.comparison.models[explanation.model];
  if (result === undefined) return null;
  const figure: AccountFigure = ACCOUNT_FIGURES[id];
  const value = figure.read(explanation);
  const subject = new Subject(context, explanation.model, result);
  const written = value === null ? null : figure.write(new AccountTerms(subject, explanation));
  return {
    title: `${figure.title}: ${MOTION_NAMES[explanation.motion]}`,
    meaning: figure.meaning,
    inWords: figure.meaning,
    formula: written?.text ?? null,
    terms: written?.terms ?? [],
    result: value,
    unit: figure.unit,
    whenMissing: value === null ? 'The model gives this to nobody here.' : '',
    source: figure.source,
    accounts: {
      count: 1,
      indices: [explanation.account],
      estimated: explanation.inputs.estimated.length > 0 ? 1 : 0,
    },
  };
}

/** The inputs of one account and motion as terms. */
class AccountTerms {
  readonly subject: Subject;
  readonly explanation: Explanation;

  constructor(subject: Subject, explanation: Explanation) {
    this.subject = subject;
    this.explanation = explanation;
  }

  get lead() {
    return this.explanation.lead;
  }
  get leadRole(): RoleId | null {
    return this.explanation.lead?.role ?? null;
  }

  get inputs() {
    const { inputs } = this.explanation;
    const isEstimated = (field: string) =>
      inputs.estimated.some((each) => each.startsWith(field)) ? ', estimated' : '';
    return {
      value: termOf(
        'value at stake',
        `ARR up for renewal or potential${isEstimated('potential')}${isEstimated('renewalShare')}`,
        inputs.value,
        'money',
      ),
      cycle: termOf(
        'sales cycle',
        `Days of the initial sale${isEstimated('cycleDays')}`,
        inputs.cycleDays,
        'days',
      ),
      complexity: termOf(
        'complexity',
        `1 is typical${isEstimated('complexity')}`,
        inputs.complexity,
        'ratio',
      ),
    };
  }

  readonly motionFigure = (symbol: string, name: string): Term =>
    this.subject.assumption(symbol, 'motions', this.explanation.motion, name);

  get successTerm(): Term {
    const label = 'Success if worked by the ideal owner';
    return termOf('success', label, this.explanation.success, 'share');
  }
  get coverageTerm(): Term {
    const label = 'Part of this work that the people in place can do';
    return termOf('coverage', label, this.explanation.coverage, 'share');
  }

  /** What is reached of the value where it is worked. */
  get outcome(): Expression {
    const reached = termOf('yield', 'Yield of the lead', this.lead?.yield ?? 0, 'share');
    const label = 'Lost because two people own the account';
    const friction = termOf('friction', label, this.explanation.friction, 'share');
    return formula`min(1; ${this.successTerm} × ${reached} × (1 − ${friction}))`;
  }

  lossOf(role: RoleId | null): Expression | null {
    if (role === null) return null;
    const corner = (name: string, word: string) =>
      this.subject.roleFigure(role, word, ['loss', name], this.explanation.figuresOf);
    const newness = this.motionFigure('newness', 'newness');
    const held = termOf(
      'relationship',
      'Relationship held by the seller',
      this.explanation.drivers.relationship,
      'share',
    );
    const effect = this.subject.assumption('certification effect', 'certification', 'effect');
    const certified = this.subject.roleFigure(
      role,
      'certified',
      ['certified'],
      this.explanation.figuresOf,
    );
    return formula`((1 − ${newness}) × ((1 − ${held}) × ${corner('sameShort', 'loss, same and short')} + ${held} × ${corner('sameLong', 'loss, same and long')}) + ${newness} × ((1 − ${held}) × ${corner('newShort', 'loss, new and short')} + ${held} × ${corner('newLong', 'loss, new and long')})) × (1 − ${effect} × ${certified})`;
  }

  rateOf(role: RoleId | null): Expression | null {
    if (role === null) return null;
    const figure = (word: string, ...names: readonly string[]) =>
      this.subject.roleFigure(role, word, names, this.explanation.figuresOf);
    return formula`${figure('on-target earnings', 'ote')} × ${figure('variable share', 'variableShare')} × (1 − ${figure('scorecard weight', 'scorecardWeight')}) ÷ ${figure('quota', 'quota')} × ${figure('weight', 'weights', this.explanation.motion)}`;
  }
}

function lossTerm(role: RoleTermsExplanation): Term {
  const name = roleName(role.role);
  return termOf(`${name} loss`, `Lost if ${name} led alone`, role.loss, 'share');
}
