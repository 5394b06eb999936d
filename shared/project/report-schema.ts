import { z } from '../units/schema.ts';
import type { ImportReport } from './document.ts';
import { roleSchema } from './mapping-file.ts';

const text = z.string();
const count = z.int().min(0);
const amount = z.number();
const place = { file: text, sheet: text, column: text, header: text };

/** JSON has no NaN: an absent number stands as null in the file. */
const amountOrAbsent = amount.nullable().transform((value) => value ?? NaN);

const ruleSchema = z.strictObject({
  rule: text,
  chosen: text,
  question: text,
  options: z.array(z.strictObject({ value: text, label: text, effect: text })),
});
const joinSchema = z.strictObject({
  file: text,
  sheet: text,
  role: roleSchema,
  column: text,
  accountColumn: text,
  by: z.enum(['id', 'name']),
  // Reports of older projects don't say these three: their joins were taken as they were.
  state: z.enum(['certain', 'proposed', 'confirmed']).default('certain'),
  rule: text.default(''),
  rows: count,
  matched: count,
  withoutKey: count,
  unmatched: z.array(z.strictObject({ text, rows: count })),
  accountsWithout: count,
  unmentioned: z.array(text).default([]),
});
const dealsSchema = z.strictObject({
  rows: count,
  won: count,
  wonValue: amount,
  lost: count,
  open: count,
  openValue: amount,
  withoutAccount: count,
  withoutAmount: count,
  negativeCycles: count,
  meanCycleWon: amount.nullable(),
  meanCycleClosed: amount.nullable(),
});
const personSchema = z.strictObject({
  id: text,
  name: text,
  role: text,
  quota: amountOrAbsent,
  accounts: count,
});
/** Reports of older projects have the ids only. */
const notPayingSchema = z.union([
  z.strictObject({ id: text, name: text }),
  text.transform((id) => ({ id, name: '' })),
]);
const issueSchema = z.strictObject({
  severity: z.enum(['error', 'warning', 'info']),
  code: text,
  file: text,
  sheet: text,
  row: z.int().nullable(),
  column: text.nullable(),
  text,
  message: text,
});

/** What a reading reported, as it stands in a project file. */
export const reportSchema: z.ZodType<ImportReport> = z.strictObject({
  shape: z.enum(['accounts', 'opportunities', 'joined']),
  source: z.array(
    z.strictObject({ file: text, format: text, sheet: text, headerRow: count, rows: count }),
  ),
  fields: z.record(text, z.strictObject({ ...place, confidence: amount })),
  asOf: z.strictObject({ date: z.iso.date().nullable(), origin: text }),
  totals: z.strictObject({ arr: amount, renewing: amount, potential: amount }),
  estimated: z.record(text, count),
  statedTotals: z.array(z.strictObject({ ...place, row: count, stated: amount, computed: amount })),
  rules: z.array(ruleSchema),
  joins: z.array(joinSchema),
  deals: dealsSchema.nullable(),
  people: z.array(personSchema),
  notPaying: z.array(notPayingSchema),
  today: z.strictObject({ model: text.nullable(), evidence: text }),
  issues: z.array(issueSchema),
  issueCounts: z.record(text, count),
});
