import { applyPatches, enablePatches, produce, type Draft, type Patch } from 'immer';
import type {
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

/** What a project holds beside its editable part: columns, which no patch can describe. */
export type BookSlices = Pick<ProjectDocument, 'book' | 'sources' | 'report'>;

/** Both sides of the steps that replaced the book's data: kept while the window is open. */
const replacements = new WeakMap<HistoryEntry, Readonly<Record<'undo' | 'redo', BookSlices>>>();

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

/**
 * A change of the mapping together with the book it reads, so that no moment shows one without the
 * other. With other `sources` the book's data is replaced: always a step, even where the mapping stays.
 */
export function editBook(
  store: AppStore,
  label: string,
  slices: Omit<BookSlices, 'sources'> & Partial<BookSlices>,
  recipe: Recipe,
): void {
  const { document, session } = store.getState();
  if (document === null) return;
  const from = editableOf(document);
  const to = produce(from, (draft) => {
    recipe(draft);
  });
  const entry: HistoryEntry = { label, redo: differences(from, to), undo: differences(to, from) };
  const { book, sources, report, history } = document;
  const next: BookSlices = { sources, ...slices };
  const isReplaced = next.sources !== sources;
  if (isReplaced) replacements.set(entry, { undo: { book, sources, report }, redo: next });
  const isStep = isReplaced || entry.redo.length > 0;
  const longer: History = { past: [...history.past, entry].slice(-DEPTH), future: [] };
  store.setState({
    document: {
      ...document,
      ...to,
      ...next,
      view: document.view,
      history: isStep ? longer : history,
    },
    session: { ...session, gesture: null, readWith: { mapping: to.mapping, asOf: to.asOf } },
  });
}

/**
 * The project as a file can hold it: a file has the data of one month, so the steps on the far side
 * of a replacement are left out.
 */
export function withinReach(document: ProjectDocument): ProjectDocument {
  const { past, future } = document.history;
  const last = past.findLastIndex((entry) => replacements.has(entry));
  const next = future.findIndex((entry) => replacements.has(entry));
  if (last < 0 && next < 0) return document;
  const history = { past: past.slice(last + 1), future: next < 0 ? future : future.slice(0, next) };
  return { ...document, history };
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
      side: 'undo',
      history: { past: past.slice(0, -1), future: [entry, ...future] },
    };
  });
}

/** Does again what was undone last. Returns its label; null where there is nothing. */
export function redo(store: AppStore): string | null {
  return travel(store, ({ past, future: [entry, ...future] }) =>
    entry === undefined
      ? null
      : { entry, side: 'redo', history: { past: [...past, entry], future } },
  );
}

interface Journey {
  readonly entry: HistoryEntry;
  readonly side: 'undo' | 'redo';
  readonly history: History;
}

function travel(store: AppStore, plan: (history: History) => Journey | null): string | null {
  const { document, session } = store.getState();
  const journey = document === null ? null : plan(document.history);
  if (document === null || journey === null) return null;
  const { entry, side, history } = journey;
  const next: EditableDocument = applyPatches(
    editableOf(document),
    entry[side].map(({ op, path, value }): Patch => ({ op, path: [...path], value })),
  );
  const slices = replacements.get(entry)?.[side];
  const readWith =
    slices === undefined ? session.readWith : { mapping: next.mapping, asOf: next.asOf };
  store.setState({
    document: { ...document, ...next, ...slices, view: document.view, history },
    session: { ...session, gesture: null, readWith },
  });
  return entry.label;
}
