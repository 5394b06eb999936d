import { z } from '../units/schema.ts';
import type { EditableDocument, History, Scenario } from './document.ts';
import { mappingSchema } from './mapping-file.ts';
import { checkTogether } from '../model/assumptions/checks.ts';
import { ASSUMPTIONS_SCHEMA } from '../model/assumptions/schema.ts';

const text = z.string().max(10_000);
const names = z.array(text).max(10_000);

const scenarioSchema: z.ZodType<Scenario> = z.strictObject({
  id: text.min(1),
  name: text,
  assumptions: ASSUMPTIONS_SCHEMA.refine((all) => checkTogether(all).length === 0),
  unlinked: names,
  models: z.array(text).max(200),
  filter: z.strictObject({
    segments: names,
    regions: names,
    industries: names,
    owners: z.array(z.strictObject({ role: text, name: text })).max(10_000),
    bands: z.array(z.number()).max(100),
  }),
});

/** What edits act on. Checked whenever patches from a file have been applied. */
export const editableSchema: z.ZodType<EditableDocument> = z
  .strictObject({
    name: text,
    mapping: mappingSchema.nullable(),
    asOf: z.iso.date().nullable(),
    todayAnswered: z.boolean(),
    currencyRate: z.number().positive().nullable(),
    scenarios: z.array(scenarioSchema).min(1).max(500),
    activeScenario: text,
    view: z.strictObject({
      screen: text,
      choices: z.record(z.string(), z.union([text, z.number(), z.boolean(), z.null()])),
    }),
  })
  .refine((edit) => edit.scenarios.some(({ id }) => id === edit.activeScenario))
  .refine((edit) => new Set(edit.scenarios.map(({ id }) => id)).size === edit.scenarios.length);

const patchSchema = z.strictObject({
  op: z.enum(['add', 'remove', 'replace']),
  path: z
    .array(z.union([text, z.int()]))
    .min(1)
    .max(50),
  value: z.unknown().exactOptional(),
});
export const patchesSchema = z.array(patchSchema).max(10_000);
const entrySchema = z.strictObject({ label: text, redo: patchesSchema, undo: patchesSchema });
export const historySchema: z.ZodType<History> = z.strictObject({
  past: z.array(entrySchema).max(10_000),
  future: z.array(entrySchema).max(10_000),
});
