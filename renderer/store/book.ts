import { castDraft } from 'immer';
import type { FileRef } from '../bridge/bridge.ts';
import type { ImportResult } from '../../shared/import/types.ts';
import type { ModelId } from '../../shared/model/assumptions/types.ts';
import { NO_HISTORY, type ProjectDocument } from '../../shared/project/document.ts';
import type { SheetFile } from '../../shared/sheet/grid.ts';
import { edit, editBook } from './history.ts';
import { firstScenario } from './scenarios.ts';
import type { Replacement } from './state.ts';
import { NEW_SESSION, setSession, type AppStore } from './store.ts';

/** A new project around a book that was just read. `name` is a proposal until it is saved. */
export function startProject(
  store: AppStore,
  name: string,
  sources: readonly SheetFile[],
  reading: ImportResult,
  asOf: string | null,
  screen = 'book',
): void {
  const { book, mapping, report } = partsOf(reading);
  const scenario = firstScenario();
  openProject(store, {
    name,
    book,
    sources,
    mapping,
    report,
    asOf,
    todayAnswered: false,
    currencyRate: null,
    scenarios: [scenario],
    activeScenario: scenario.id,
    view: { screen, choices: {} },
    history: NO_HISTORY,
  });
}

/**
 * Shows a project; `file` is where it is saved, null for one that never was. `readAgain` where the
 * book is not of the mapping beside it.
 */
export function openProject(
  store: AppStore,
  document: ProjectDocument,
  file: FileRef | null = null,
  readAgain = false,
): void {
  const { session } = store.getState();
  store.setState({
    document,
    session: {
      ...NEW_SESSION,
      notices: session.notices,
      recent: session.recent,
      file,
      savedAs: file === null ? null : document,
      readWith: readAgain ? null : { mapping: document.mapping, asOf: document.asOf },
    },
  });
}

/** Back to the start screen. */
export function closeProject(store: AppStore): void {
  const { recent, notices } = store.getState().session;
  store.setState({ document: null, session: { ...NEW_SESSION, recent, notices } });
}

/** Another reading of the same tables: the mapping is the user's step, the book follows it. */
export function changeMapping(
  store: AppStore,
  label: string,
  reading: ImportResult,
  asOf: string | null,
): void {
  const { book, mapping, report } = partsOf(reading);
  editBook(store, label, { book, report }, (draft) => {
    draft.mapping = castDraft(mapping);
    draft.asOf = asOf;
  });
}

/** The book as the mapping now reads it; no step of the user's. */
export function setReading(store: AppStore, reading: ImportResult): void {
  const { document, session } = store.getState();
  if (document === null) return;
  const { book, report } = partsOf(reading);
  const readWith = { mapping: document.mapping, asOf: document.asOf };
  store.setState({ document: { ...document, book, report }, session: { ...session, readWith } });
}

/** Puts new data in the book's place; assumptions, scenarios and answers stay. One step of undo. */
export function replaceBook(
  store: AppStore,
  { sources, reading, today }: Replacement,
  label: string,
): void {
  const { book, mapping, report } = partsOf(reading);
  editBook(store, label, { book, sources, report }, (draft) => {
    draft.mapping = castDraft(mapping);
    draft.asOf = today?.stays === true ? today.chosen : null;
  });
}

function partsOf({ book, mapping, ...report }: ImportResult) {
  return { book: book ?? null, mapping, report };
}

/** Who leads renewals and upsell today, for every scenario; null = the user does not say. */
export function answerToday(store: AppStore, model: ModelId | null, label: string): void {
  edit(store, label, (draft) => {
    draft.todayAnswered = true;
    for (const scenario of draft.scenarios) {
      const known = model !== null && Object.hasOwn(scenario.assumptions.models, model);
      scenario.assumptions.currentModel = known ? model : null;
    }
  });
}

/** What one unit of the assumptions' currency is worth in the book's. */
export function setCurrencyRate(store: AppStore, rate: number | null, label: string): void {
  edit(store, label, (draft) => {
    draft.currencyRate = rate;
  });
}

/** Gives the project a name. */
export function renameProject(store: AppStore, name: string): void {
  const trimmed = name.trim();
  if (trimmed === '') return;
  edit(store, `Rename project to ${trimmed}`, (draft) => {
    draft.name = trimmed;
  });
}

/** Marks the document as saved to a file. */
export function markSaved(store: AppStore, file: FileRef, document: ProjectDocument): void {
  setSession(store, { file, savedAs: document });
}
