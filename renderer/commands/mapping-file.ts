import type { FileRef } from '../bridge/bridge.ts';
import { tableAgain } from '../../shared/import/table-again.ts';
import { readMapping, writeMapping } from '../../shared/project/mapping-file.ts';
import { notify } from '../store/store.ts';
import { correctMapping } from './change-mapping.ts';
import type { AppContext } from './context.tsx';

/** Asks for a mapping file and reads the open book under it. */
export async function chooseMapping(context: AppContext): Promise<void> {
  const [file] = await context.bridge.chooseFiles('mapping');
  if (file !== undefined) await loadMapping(context, file);
}

/** Reads the open book as a mapping file says; one that speaks of none of its tables changes nothing. */
export async function loadMapping(context: AppContext, file: FileRef): Promise<void> {
  const { store, bridge } = context;
  const present = store.getState().document?.mapping ?? null;
  if (present === null) {
    notify(store, 'info', `Open a book first: ${file.name} says how one is read.`);
    return;
  }
  const read = await bridge.readText(file);
  const mapping = read.ok ? readMapping(read.text) : null;
  if (mapping === null || !mapping.ok) {
    const reason = mapping === null ? '' : mapping.error;
    const message = read.ok ? `${file.name} was not taken: ${reason}.` : read.message;
    notify(store, 'danger', message);
    return;
  }
  const { tables } = mapping.value;
  if (!present.tables.some((table) => tableAgain(table, tables) !== undefined)) {
    notify(store, 'warning', `${file.name} speaks of other tables than this book has: not taken.`);
    return;
  }
  await correctMapping(context, `Read as ${file.name} says`, () => mapping.value);
}

/** Saves how the open book is read, as the command line takes it. */
export async function saveMapping({ store, bridge }: AppContext): Promise<void> {
  const { document } = store.getState();
  if (document === null || document.mapping === null) return;
  const name = document.name === '' ? 'book' : document.name;
  const target = await bridge.chooseSave('mapping', `${name} mapping.json`);
  if (target === null) return;
  const bytes = new TextEncoder().encode(writeMapping(document.mapping));
  const saved = await bridge.save(target, bytes);
  if (saved.ok) notify(store, 'good', `Saved to ${target.name}.`);
  else notify(store, 'danger', saved.message);
}
