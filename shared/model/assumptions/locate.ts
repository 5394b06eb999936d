import { MOTIONS, UPSELLS } from '../../book/motions.ts';
import { own } from '../../units/records.ts';
import type { Field } from './field.ts';
import * as fields from './fields.ts';
import type { AssumptionPath } from './paths.ts';

/** One of a few words rather than a figure. */
export interface Choice {
  readonly label: string;
  readonly options: readonly { readonly value: string | boolean; readonly label: string }[];
}

/** Every choice by its path. */
export const CHOICES: Readonly<Record<AssumptionPath, Choice>> = {
  decisionMetric: {
    label: 'What decides',
    options: [
      { value: 'npv', label: 'Net present value' },
      { value: 'runRate', label: 'Run rate' },
      { value: 'contribution', label: 'Contribution in year 1' },
    ],
  },
  'cycle.measure': {
    label: 'Length of the sales cycle from',
    options: [
      { value: 'days', label: 'Days of the initial sale' },
      { value: 'cac', label: 'Acquisition cost' },
    ],
  },
  'pay.mode': {
    label: 'Commission',
    options: [
      { value: 'target', label: 'Quotas set so that pay meets its target' },
      { value: 'quota', label: 'Quotas as stated' },
    ],
  },
  'pursuit.mode': {
    label: 'Upsell worked',
    options: [
      { value: 'worthwhile', label: 'Where it is worth the hours' },
      { value: 'always', label: 'Always' },
    ],
  },
  'capacity.mode': {
    label: 'People',
    options: [
      { value: 'funded', label: 'As many as the work needs' },
      { value: 'fixed', label: 'The people in place' },
    ],
  },
  'capacity.rounding': {
    label: 'People rounded up to',
    options: [
      { value: 'none', label: 'Exact' },
      { value: 'half', label: 'Half a person' },
      { value: 'whole', label: 'Whole people' },
    ],
  },
  'bestFit.singleOwner': {
    label: 'Best fit: one owner an account',
    options: [
      { value: false, label: 'No' },
      { value: true, label: 'Yes' },
    ],
  },
};

/** The field of a figure by the names of its path; null where no figure can stand. Says nothing about whether the role or model exists. */
export function fieldOf(names: readonly string[]): Field | null {
  const [first = '', second = '', third = '', ...more] = names;
  if (names.length === 1) return own<Field>(fields.VALUE_FIELDS, first) ?? null;
  switch (first) {
    case 'roles':
      return roleField([third, ...more]);
    case 'models':
      return third === 'roles' && more[0] !== undefined && more[1] !== 'existingShare'
        ? roleField(more.slice(1))
        : null;
    case 'motions':
      return names.length === 3 ? motionField(second, third) : null;
  }
  if (names.length === 2) {
    if (first === 'spiff') return ifOneOf(MOTIONS, second, fields.SPIFF_FIELD);
    if (first === 'incentive' && second === 'elasticity') return fields.ELASTICITY_FIELD;
    const group = own<Readonly<Record<string, Field>>>(fields.GROUP_FIELDS, first);
    return (group && own(group, second)) ?? null;
  }
  switch (`${first}.${second}`) {
    case 'incentive.reference':
      return names.length === 4 ? ifOneOf(MOTIONS, more[0], fields.REFERENCE_FIELD) : null;
    case 'whitespace.mix':
      return names.length === 3 ? ifOneOf(UPSELLS, third, fields.MIX_FIELD) : null;
    case 'capacity.fte':
      return names.length === 3 ? fields.FTE_FIELD : null;
    case 'cycle.segmentDays':
      return names.length === 3 ? fields.SEGMENT_DAYS_FIELD : null;
    default:
      return null;
  }
}

function motionField(motion: string, name: string): Field | null {
  if (name === 'winRate') return ifOneOf(UPSELLS, motion, fields.WIN_RATE_FIELD);
  return ifOneOf(MOTIONS, motion, own<Field>(fields.MOTION_FIELDS, name) ?? null);
}

function roleField([name = '', detail, ...more]: readonly string[]): Field | null {
  if (more.length > 0) return null;
  if (detail === undefined) return own<Field>(fields.ROLE_FIELDS, name) ?? null;
  if (name === 'weights') return ifOneOf(MOTIONS, detail, fields.WEIGHT_FIELD);
  return name === 'loss' ? (own<Field>(fields.LOSS_FIELDS, detail) ?? null) : null;
}

function ifOneOf<T>(names: readonly string[], name: string | undefined, then: T): T | null {
  return names.some((known) => known === name) ? then : null;
}
