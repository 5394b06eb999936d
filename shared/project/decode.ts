import { err, ok, type Result } from '../units/result.ts';
import { z } from '../units/schema.ts';
import { unzipParts } from './archive.ts';
import { readBook } from './book-parts.ts';
import { editableSchema, historySchema } from './document-schema.ts';
import { NO_HISTORY, type ProjectDocument } from './document.ts';
import { editableOf, historyHolds } from './patches.ts';
import { checkManifest } from './manifest.ts';
import { migrate } from './migrations.ts';
import { DamagedProject, readJson, type Parts } from './parts.ts';
import { reportSchema } from './report-schema.ts';
import { readSources } from './source-parts.ts';

/** A project as opened. */
export interface OpenedProject {
  readonly document: ProjectDocument;
  /** What could not be kept, each a sentence; usually none. */
  readonly notes: readonly string[];
}

const headSchema = z.strictObject({
  name: z.unknown(),
  asOf: z.unknown(),
  todayAnswered: z.unknown(),
  currencyRate: z.unknown(),
  activeScenario: z.unknown(),
  hasBook: z.boolean(),
});

/** Opens the bytes of a `.handoff` file. The error is the end of "… could not be opened: ". */
export function openProject(bytes: Uint8Array): Result<OpenedProject, string> {
  const parts = unzipParts(bytes);
  return parts.ok ? decodeProject(parts.value) : parts;
}

/**
 * The document of a project's parts. Hostile input: every part is checked against the manifest and
 * its schema before it is used. The error is the end of "… could not be opened: ".
 */
export function decodeProject(parts: Parts): Result<OpenedProject, string> {
  try {
    return ok(readProject(migrate(parts, checkManifest(parts))));
  } catch (cause) {
    if (cause instanceof DamagedProject) return err(cause.message);
    throw cause;
  }
}

function readProject(parts: Parts): OpenedProject {
  const { hasBook, ...head } = parse(parts, 'document.json', headSchema);
  const mapping = readJson(parts, 'mapping.json');
  const scenarios = readJson(parts, 'scenarios.json');
  const view = readJson(parts, 'view.json');
  const editable = editableSchema.safeParse({ ...head, mapping, scenarios, view });
  if (!editable.success) {
    const place = editable.error.issues[0]?.path.join('.') ?? '';
    throw new DamagedProject(place === '' ? 'its scenarios are damaged' : `"${place}" is damaged`);
  }
  const document: ProjectDocument = {
    ...editable.data,
    book: hasBook ? readBook(parts) : null,
    sources: readSources(parts),
    report: parse(parts, 'report.json', reportSchema.nullable()),
    history: parse(parts, 'history.json', historySchema),
  };
  return historyHolds(editableOf(document), document.history)
    ? { document, notes: [] }
    : {
        document: { ...document, history: NO_HISTORY },
        notes: ['What was done before this save cannot be undone: its record is damaged.'],
      };
}

function parse<T>(parts: Parts, name: string, schema: z.ZodType<T>): T {
  const value = schema.safeParse(readJson(parts, name));
  if (!value.success) throw new DamagedProject(`its part "${name}" is damaged`);
  return value.data;
}
