import type { FileRef } from '../bridge/bridge.ts';
import { carryCorrections } from '../../shared/import/carry-corrections.ts';
import { compareBooks } from '../../shared/import/compare-books.ts';
import { filesThatStay } from '../../shared/import/table-again.ts';
import type { ImportResult, Mapping } from '../../shared/import/types.ts';
import type { ProjectDocument } from '../../shared/project/document.ts';
import type { SheetFile } from '../../shared/sheet/grid.ts';
import { replaceBook } from '../store/book.ts';
import type { Replacement } from '../store/state.ts';
import { notify, refuse, setSession } from '../store/store.ts';
import type { AppContext } from './context.tsx';
import { openBook, readProgress } from './open-book.ts';
import { runTask } from './task.ts';

/** A project whose tables were read. */
type ReadProject = ProjectDocument & { readonly mapping: Mapping };

/** Asks for the files of next month and shows what they would change. */
export async function chooseReplacement(context: AppContext): Promise<void> {
  await proposeReplacement(context, await context.bridge.chooseFiles('book'));
}

/**
 * Reads new data under the open book's mapping and shows what it would change. Nothing is taken yet;
 * data that cannot be read leaves the book as it is.
 */
export async function proposeReplacement(
  context: AppContext,
  files: readonly FileRef[],
): Promise<void> {
  const { store, bridge } = context;
  const { document } = store.getState();
  if (document === null || files.length === 0) return;
  if (document.mapping === null) return openBook(context, files);
  const before: ReadProject = { ...document, mapping: document.mapping };
  const replacement = await runTask(store, 'Reading the new data', async (progress) => {
    const read = await bridge.readBook(
      files,
      { mapping: withoutCorrections(before.mapping), asOf: before.asOf ?? undefined },
      readProgress(progress),
      progress.signal,
    );
    if (!read.ok) return read;
    const names = filesThatStay(before.mapping, read.result.mapping);
    const alone = { sources: read.files, reading: read.result };
    const others = { names, stay: names.length > 0 };
    const today = before.asOf === null ? null : { chosen: before.asOf, stays: true };
    return compared(context, before, files, alone, { others, today });
  });
  if (replacement === null) return;
  if ('ok' in replacement) {
    if (!replacement.cancelled) refuse(store, replacement.message);
    return;
  }
  setSession(store, { recent: await bridge.recent() });
  if (store.getState().document?.sources === document.sources) setSession(store, { replacement });
}

/** Whether the book's other files stay beside the new ones, and whether the day that counts as today stays. */
export async function changeWhatStays(
  context: AppContext,
  stays: { readonly others?: boolean; readonly today?: boolean },
): Promise<void> {
  const { store } = context;
  const { document, session } = store.getState();
  const { replacement } = session;
  if (document === null || document.mapping === null || replacement === null) return;
  const before: ReadProject = { ...document, mapping: document.mapping };
  const { others, today } = replacement;
  const sources = replacement.sources.filter(({ file }) => !others.names.includes(file));
  const next = await runTask(store, 'Reading the new data', () =>
    compared(
      context,
      before,
      replacement.files,
      { sources, reading: null },
      {
        others: { ...others, stay: stays.others ?? others.stay },
        today: today && { ...today, stays: stays.today ?? today.stays },
      },
    ),
  );
  if (next !== null && store.getState().session.replacement === replacement) {
    setSession(store, { replacement: next });
  }
}

/** Takes the new data; assumptions, scenarios and mapping stay. */
export function takeReplacement({ store }: AppContext): void {
  const { document, session } = store.getState();
  const { replacement } = session;
  if (document === null || replacement === null) return;
  const names = replacement.files.map(({ name }) => name).join(', ');
  setSession(store, { replacement: null });
  replaceBook(store, replacement, `Replace the data with ${names}`);
  notify(store, 'good', `The book now holds the data of ${names}. Undo brings back the old data.`);
}

/** Leaves the book as it is. */
export function dropReplacement({ store }: AppContext): void {
  setSession(store, { replacement: null });
}

/** Opens the files as a project of their own after all. */
export async function openReplacement(context: AppContext): Promise<void> {
  const { replacement } = context.store.getState().session;
  setSession(context.store, { replacement: null });
  if (replacement !== null) await openBook(context, replacement.files);
}

/** The new data beside the files that stay, with the corrections that still have a place, against the book. */
async function compared(
  { files: engine }: AppContext,
  before: ReadProject,
  files: readonly FileRef[],
  fresh: { readonly sources: readonly SheetFile[]; readonly reading: ImportResult | null },
  kept: Pick<Replacement, 'others' | 'today'>,
): Promise<Replacement> {
  const { others, today } = kept;
  const asOf = today?.stays === true ? today.chosen : undefined;
  const beside = before.sources.filter(({ file }) => others.stay && others.names.includes(file));
  const sources = [...fresh.sources, ...beside];
  const read = (mapping: Mapping): Promise<ImportResult> =>
    engine.run('reread', { files: sources, options: { mapping, asOf } });
  const plain =
    beside.length === 0 && fresh.reading !== null
      ? fresh.reading
      : await read(withoutCorrections(before.mapping));
  const carried = carryCorrections(before, { sources, mapping: plain.mapping });
  const reading =
    carried.kept.length === 0 ? plain : await read({ ...plain.mapping, corrections: carried.kept });
  const changes =
    before.book === null || reading.book === undefined
      ? null
      : compareBooks(before.book, reading.book);
  return { files, sources, reading, changes, others, today, lost: carried.lost };
}

function withoutCorrections(mapping: Mapping): Mapping {
  return { ...mapping, corrections: [] };
}
