import { applyPatches, enablePatches, type Patch } from 'immer';
import { editableSchema } from './document-schema.ts';
import type { DocumentPatch, EditableDocument, History, ProjectDocument } from './document.ts';

enablePatches();

/** The slices that edits act on. */
export function editableOf(document: ProjectDocument): EditableDocument {
  const { name, mapping, asOf, todayAnswered, currencyRate } = document;
  const { scenarios, activeScenario, view } = document;
  return { name, mapping, asOf, todayAnswered, currencyRate, scenarios, activeScenario, view };
}

/**
 * Applies patches that may come from a file: null where a path leads nowhere or the outcome is not
 * a document. What the patches leave alone keeps its identity.
 */
export function applyChecked<T extends object>(
  state: T,
  patches: readonly DocumentPatch[],
  check: (outcome: unknown) => outcome is T,
): T | null {
  let outcome: unknown;
  try {
    outcome = applyPatches(state, patches.map(toPatch));
  } catch {
    return null;
  }
  return check(outcome) ? outcome : null;
}

/** True for a whole, valid editable document. */
export function isEditable(value: unknown): value is EditableDocument {
  return editableSchema.safeParse(value).success;
}

/** True if every step back and forth from the present leads to a valid document. */
export function historyHolds(present: EditableDocument, history: History): boolean {
  const walk = (steps: readonly (readonly DocumentPatch[])[]): boolean => {
    let state: EditableDocument | null = present;
    for (const patches of steps) {
      state = applyChecked(state, patches, isEditable);
      if (state === null) return false;
    }
    return true;
  };
  return (
    walk(history.past.map(({ undo }) => undo).reverse()) &&
    walk(history.future.map(({ redo }) => redo))
  );
}

function toPatch({ op, path, value }: DocumentPatch): Patch {
  return { op, path: [...path], ...(value !== undefined && { value }) };
}
