import { applyPatches, enablePatches, produce, type Draft, type Patch } from 'immer';
import type {
  DocumentPatch,
  EditableDocument,
  History,
  HistoryEntry,
  ProjectDocument,
} from '../../shared/project/document.ts';
import { editableOf } from '../../shared/project/patches.ts';
import { differences } from './json-diff.ts';
import type { AppStore } from './store.ts';

enablePatches();

/** A change as its author writes it: assigns to the draft. Where the user is (`view`) is no change. */
export type Recipe = (draft: Draft<Omit<EditableDocument, 'view'>>) => void;

/** Older steps are dropped: a project file must not grow for ever. */
const DEPTH = 200;

/**
 * The one way to change a project: `label` names the step in the undo menu. With `gesture` the
 * moves of one drag become one step; each starts again from the state before the drag, so that the
 * step is as small as its outcome and proportions don't drift.
 */
export function edit(store: AppStore, label: string, recipe: Recipe, gesture?: string): void {
  const { document, session } = store.getState();
  if (document === null) return;
  const going = gesture !== undefined && session.gesture?.key === gesture;
  const base = going && session.gesture !== null ? session.gesture.base : document;
  const from = editableOf(base);
  const to = produce(from, (draft) => {
    recipe(draft);
  });
  const redo = differences(from, to);
  if (redo.length === 0 && base === document) return;
  const isChange = redo.length > 0;
  const entry: HistoryEntry = { label, redo, undo: differences(to, from) };
  const history: History = isChange
    ? { past: [...base.history.past, entry].slice(-DEPTH), future: [] }
    : base.history;
  store.setState({
    document: { ...document, ...(isChange ? to : from), view: document.view, history },
    session: { ...session, gesture: gesture === undefined ? null : { key: gesture, base } },
  });
}

/** Ends a drag: the next move is a step of its own. */
export function endGesture(store: AppStore): void {
  const { session } = store.getState();
  if (session.gesture !== null) store.setState({ session: { ...session, gesture: null } });
}

/** Takes back the last step. Returns its label; null where there is none. */
export function undo(store: AppStore): string | null {
  return travel(store, ({ past, future }) => {
    const entry = past.at(-1);
    if (entry === undefined) return null;
    return {
      entry,
      patches: entry.undo,
      history: { past: past.slice(0, -1), future: [entry, ...future] },
    };
  });
}

/** Does again what was undone last. Returns its label; null where there is nothing. */
export function redo(store: AppStore): string | null {
  return travel(store, ({ past, future: [entry, ...future] }) =>
    entry === undefined
      ? null
      : { entry, patches: entry.redo, history: { past: [...past, entry], future } },
  );
}

interface Journey {
  readonly entry: HistoryEntry;
  readonly patches: readonly DocumentPatch[];
  readonly history: History;
}

function travel(store: AppStore, plan: (history: History) => Journey | null): string | null {
  const { document, session } = store.getState();
  const journey = document === null ? null : plan(document.history);
  if (document === null || journey === null) return null;
  const next: EditableDocument = applyPatches(
    editableOf(document),
    journey.patches.map(({ op, path, value }): Patch => ({ op, path: [...path], value })),
  );
  const moved: ProjectDocument = {
    ...document,
    ...next,
    view: document.view,
    history: journey.history,
  };
  store.setState({ document: moved, session: { ...session, gesture: null } });
  return journey.entry.label;
}
