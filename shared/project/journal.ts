import { z } from '../units/schema.ts';
import { historySchema, patchesSchema } from './document-schema.ts';
import type { DocumentPatch, EditableDocument, History, ProjectDocument } from './document.ts';
import { applyChecked, editableOf, isEditable } from './patches.ts';

/** What the journal covers: everything that is edited, and the undo log. */
type Journalled = EditableDocument & { readonly history: History };

const recordSchema = z.strictObject({ patches: patchesSchema });

/** One line of the journal: a change of the editable document and of its undo log. */
export function journalRecord(patches: readonly DocumentPatch[]): string {
  return JSON.stringify({ patches });
}

/** Work recovered after a crash. */
export interface Recovered {
  readonly document: ProjectDocument;
  /** Records applied. */
  readonly applied: number;
  /** Records from the first one that is cut short or does not fit: not applied. */
  readonly lost: number;
}

/**
 * The base project with the journal's changes. A crash may cut the last record short: reading stops
 * there, and everything before it stands. Where the mapping changed, the book has to be read from
 * the sources again; columns are not in the journal.
 */
export function applyJournal(base: ProjectDocument, records: readonly string[]): Recovered {
  let state: Journalled = { ...editableOf(base), history: base.history };
  let applied = 0;
  for (const record of records) {
    const patches = parseRecord(record);
    const next = patches && applyChecked(state, patches, isJournalled);
    if (!next) break;
    state = next;
    applied++;
  }
  return { document: { ...base, ...state }, applied, lost: records.length - applied };
}

function parseRecord(record: string): readonly DocumentPatch[] | null {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(record));
    return parsed.success ? parsed.data.patches : null;
  } catch {
    return null;
  }
}

function isJournalled(value: unknown): value is Journalled {
  if (typeof value !== 'object' || value === null || !('history' in value)) return false;
  const { history, ...editable } = value;
  return historySchema.safeParse(history).success && isEditable(editable);
}
