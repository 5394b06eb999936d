import { MOTIONS, UPSELLS } from '../../book/motions.ts';
import { mapValues } from '../../units/records.ts';
import { z } from '../../units/schema.ts';
import type { Field } from './field.ts';
import { boundsInWords, within } from './field.ts';
import * as fields from './fields.ts';
import { DECISION_METRICS } from './types.ts';
import type { Assumptions } from './types.ts';

/** A figure within its bounds; the message is the end of a sentence that starts with the path. */
function figure(field: Field) {
  return z
    .number({ error: `must be ${boundsInWords(field.bounds)}` })
    .refine((value) => within(field.bounds, value), {
      error: `must be ${boundsInWords(field.bounds)}`,
    });
}

function figures<T extends Record<string, Field>>(table: T) {
  return mapValues(table, figure);
}

function choice<const T extends readonly [string, ...string[]]>(options: T) {
  return z.enum(options, {
    error: `must be ${options.map((option) => `"${option}"`).join(' or ')}`,
  });
}

function group<T extends z.core.$ZodShape>(shape: T) {
  return z.strictObject(shape, { error: groupError });
}

function tableOf<T extends z.ZodType>(value: T) {
  return z.record(z.string(), value, { error: groupError });
}

function groupError(issue: { readonly code?: string }): string | undefined {
  return issue.code === 'invalid_type' ? 'must be a group of figures' : undefined;
}

const text = z.string({ error: 'must be a text' });
const listOfNames = z.array(text, { error: 'must be a list of names' });

const byMotion = <T extends z.ZodType>(value: T) => group(recordOf(MOTIONS, value));
const byUpsell = <T extends z.ZodType>(value: T) => group(recordOf(UPSELLS, value));

function recordOf<K extends string, T>(keys: readonly K[], value: T): Record<K, T> {
  const record: Partial<Record<K, T>> = {};
  for (const key of keys) record[key] = value;
  return record as Record<K, T>;
}

const motionFigures = figures(fields.MOTION_FIELDS);
const upsell = group({ ...motionFigures, winRate: figure(fields.WIN_RATE_FIELD) });

const weights = recordOf(MOTIONS, figure(fields.WEIGHT_FIELD));
const loss = figures(fields.LOSS_FIELDS);
const { existingShare, ...roleFigures } = figures(fields.ROLE_FIELDS);
const role = group({ ...roleFigures, existingShare, weights: group(weights), loss: group(loss) });
const roleOverride = z
  .strictObject(
    { ...roleFigures, weights: group(weights).partial(), loss: group(loss).partial() },
    { error: groupError },
  )
  .partial();

const assist = group({
  role: text,
  involvement: figure(fields.INVOLVEMENT_FIELD),
  credit: figure(fields.CREDIT_FIELD),
});
const ownership = group({
  lead: text,
  assists: z.array(assist, { error: 'must be a list of assistants' }).default([]),
});
const model = group({
  label: text.optional(),
  roles: tableOf(roleOverride).optional(),
  motions: byMotion(ownership).optional(),
  segments: tableOf(byMotion(ownership).partial()).optional(),
});

/**
 * Whole assumptions, every figure within the bounds of equations section 2, nothing unknown beside
 * them. What hangs together across figures is checked in `parse.ts`.
 */
export const ASSUMPTIONS_SCHEMA = group({
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'must be a currency code such as "USD"' }),
  ...figures(fields.VALUE_FIELDS),
  currentModel: text.nullable(),
  decisionMetric: choice(DECISION_METRICS),
  segments: group(figures(fields.GROUP_FIELDS.segments)),
  cycle: group({
    measure: choice(['days', 'cac']),
    ...figures(fields.GROUP_FIELDS.cycle),
    segmentDays: tableOf(figure(fields.SEGMENT_DAYS_FIELD)),
  }),
  motions: group({ renewal: group(motionFigures), ...recordOf(UPSELLS, upsell) }),
  roles: tableOf(role),
  incentive: group({
    elasticity: figure(fields.ELASTICITY_FIELD),
    reference: tableOf(byMotion(figure(fields.REFERENCE_FIELD))),
  }),
  certification: group(figures(fields.GROUP_FIELDS.certification)),
  scorecard: group(figures(fields.GROUP_FIELDS.scorecard)),
  spiff: byMotion(figure(fields.SPIFF_FIELD)),
  pay: group({ mode: choice(['target', 'quota']), ...figures(fields.GROUP_FIELDS.pay) }),
  effort: group(figures(fields.GROUP_FIELDS.effort)),
  pursuit: group({
    mode: choice(['worthwhile', 'always']),
    ...figures(fields.GROUP_FIELDS.pursuit),
  }),
  friction: group(figures(fields.GROUP_FIELDS.friction)),
  risk: group(figures(fields.GROUP_FIELDS.risk)),
  whitespace: group({
    ...figures(fields.GROUP_FIELDS.whitespace),
    mix: byUpsell(figure(fields.MIX_FIELD)),
  }),
  service: group(figures(fields.GROUP_FIELDS.service)),
  coordination: group(figures(fields.GROUP_FIELDS.coordination)),
  transition: group(figures(fields.GROUP_FIELDS.transition)),
  capacity: group({
    mode: choice(['funded', 'fixed']),
    rounding: choice(['none', 'half', 'whole']),
    fte: tableOf(figure(fields.FTE_FIELD)),
  }),
  bestFit: group({
    roles: listOfNames,
    singleOwner: z.boolean({ error: 'must be true or false' }),
  }),
  bestBySegment: group({ models: listOfNames }),
  models: tableOf(model),
}) satisfies z.ZodType<Assumptions>;
