import { POTENTIAL_RULES } from '../book/book.ts';
import { HOLDING_MEASURES, TRANSFORMS, type Mapping, type TableRole } from '../import/types.ts';
import { err, ok, type Result } from '../units/result.ts';
import { z } from '../units/schema.ts';

const position = z.int().min(0).max(1_048_576);
const share = z.number().min(0).max(1);

const readingSchema = z.strictObject({
  dayFirst: z.boolean().exactOptional(),
  decimal: z.enum(['.', ',']).exactOptional(),
  divisor: z.number().positive().exactOptional(),
  evidence: z.string(),
});
const columnSchema = z.strictObject({
  column: position,
  header: z.string(),
  field: z.string().nullable(),
  confidence: share,
  chosenBy: z.enum(['inferred', 'user']),
  hidden: z.boolean(),
  candidates: z.array(z.strictObject({ field: z.string(), confidence: share })),
  samples: z.array(z.string()),
  reading: readingSchema.exactOptional(),
  transform: z.enum(TRANSFORMS).exactOptional(),
  daysFrom: z.string().exactOptional(),
  lookup: z
    .strictObject({ file: z.string(), sheet: z.string(), fingerprint: z.string() })
    .exactOptional(),
  product: z.string().exactOptional(),
  measure: z.enum(HOLDING_MEASURES).exactOptional(),
  values: z
    .array(z.strictObject({ text: z.string(), meaning: z.string(), rows: z.int().min(0) }))
    .exactOptional(),
});
export const roleSchema: z.ZodType<TableRole> = z.enum([
  'accounts',
  'subscriptions',
  'opportunities',
  'renewals',
  'health',
  'people',
  'products',
  'codes',
  'rates',
  'ignored',
]);
const tableSchema = z.strictObject({
  file: z.string(),
  sheet: z.string(),
  headerRow: z.int().min(-1).max(1_048_576),
  headerRows: z.union([z.literal(1), z.literal(2)]),
  firstRow: z.int().min(-1).max(1_048_576),
  lastRow: z.int().min(-1).max(1_048_576),
  dataRows: position,
  visibility: z.enum(['visible', 'hidden', 'veryHidden']),
  role: roleSchema,
  chosenBy: z.enum(['inferred', 'user']),
  reason: z.string(),
  columns: z.array(columnSchema),
  fingerprint: z.string(),
});
/** A mapping as it stands in a project or in a file of its own. */
export const mappingSchema: z.ZodType<Mapping> = z.strictObject({
  version: z.literal(1),
  tables: z.array(tableSchema).max(1_000),
  rules: z.record(z.string(), z.string()),
  potentialRule: z.enum(POTENTIAL_RULES),
  currency: z.string().max(16),
  rates: z.record(z.string(), z.number().positive()),
  corrections: z.array(
    z.strictObject({
      file: z.string(),
      sheet: z.string(),
      row: position,
      column: position,
      text: z.string(),
    }),
  ),
  leaveOutNotPaying: z.boolean(),
});

/** The text of a mapping file. */
export function writeMapping(mapping: Mapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

/** Reads a mapping file. The error says what is wrong, for the end of a sentence that names the file. */
export function readMapping(text: string): Result<Mapping, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err('it is not JSON');
  }
  const mapping = mappingSchema.safeParse(json);
  if (mapping.success) return ok(mapping.data);
  const first = mapping.error.issues[0];
  const place = first && first.path.length > 0 ? ` at ${first.path.join('.')}` : '';
  return err(`it is not a mapping saved by Handoff${place}`);
}
