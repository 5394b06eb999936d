import type { ProjectDocument } from '../../shared/project/document.ts';
import { journalRecord } from '../../shared/project/journal.ts';
import { editableOf } from '../../shared/project/patches.ts';
import { withinReach } from '../store/history.ts';
import { isUnsaved } from '../store/selectors.ts';
import { notify } from '../store/store.ts';
import type { AppContext } from './context.tsx';
import { encodeDocument } from './encode-document.ts';
import { differences } from '../store/json-diff.ts';

/** A change is in the journal this many milliseconds later at most. */
const WITHIN = 800;
/** The journal is folded into a new base after so many records, so that recovery stays quick. */
const FOLD_AFTER = 400;

/**
 * Writes every change to the journal within a second, so that a crash loses nothing. The base is
 * the whole project, written anew when another one is opened, when the book itself changes and
 * when many records have come together.
 */
export function watchJournal(context: AppContext): () => void {
  const { store, bridge } = context;
  let written: ProjectDocument | null = null;
  let records = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing = Promise.resolve();

  const write = async (): Promise<void> => {
    const state = store.getState();
    const { document } = state;
    if (document === null || document === written || !isUnsaved(state)) return;
    const before = written;
    const needsBase =
      before === null || before.sources !== document.sources || records >= FOLD_AFTER;
    written = document;
    if (needsBase) {
      records = 0;
      const base = await encodeDocument(context, document);
      // Saved, discarded or another project opened meanwhile: there is nothing to keep any more.
      if (written === document) await bridge.journalReset(base);
      return;
    }
    const patches = differences(journalled(before), journalled(document));
    if (patches.length === 0) return;
    records += 1;
    await bridge.journalAppend(journalRecord(patches));
  };

  const flush = (): void => {
    timer = null;
    writing = writing.then(write).catch((cause: unknown) => {
      // The next change tries again from a whole base.
      written = null;
      const reason = cause instanceof Error ? cause.message : '';
      notify(store, 'warning', `Your changes could not be kept safe: ${reason} Save the project.`);
    });
  };

  return store.subscribe((state, before) => {
    // Saving and leaving end the journal: the next change begins a new one from a whole base.
    if (state.session.savedAs !== before.session.savedAs || state.document === null) written = null;
    if (state.document === null) return;
    if (state.document !== before.document) timer ??= setTimeout(flush, WITHIN);
  });
}

function journalled(document: ProjectDocument) {
  return { ...editableOf(document), history: withinReach(document).history };
}
