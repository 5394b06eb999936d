import type { Mapping } from '../../shared/import/types.ts';
import { changeMapping } from '../store/book.ts';
import type { AppContext } from './context.tsx';
import { runTask } from './task.ts';

/** Reads the source tables under a corrected mapping; the correction is one undo step. */
export async function correctMapping(
  context: AppContext,
  label: string,
  change: (mapping: Mapping) => Mapping,
): Promise<void> {
  const { document } = context.store.getState();
  if (document === null || document.mapping === null) return;
  await readWith(context, label, change(document.mapping), document.asOf);
}

/** Chooses the day that counts as today; null = taken from the book. */
export async function chooseAsOf(context: AppContext, asOf: string | null): Promise<void> {
  const { document } = context.store.getState();
  if (document === null || document.mapping === null) return;
  const label = asOf === null ? 'Take the date from the book' : `Count ${asOf} as today`;
  await readWith(context, label, document.mapping, asOf);
}

async function readWith(
  { store, files }: AppContext,
  label: string,
  mapping: Mapping,
  asOf: string | null,
): Promise<void> {
  const { document } = store.getState();
  if (document === null) return;
  const options = { mapping, asOf: asOf ?? undefined };
  const result = await runTask(store, 'Reading the book again', ({ signal }) =>
    files.run('reread', { files: document.sources, options }, { signal }),
  );
  // Another project, mapping or month may have come while this one was read.
  const now = store.getState().document;
  if (result === null || now?.mapping !== document.mapping || now.sources !== document.sources) {
    return;
  }
  changeMapping(store, label, result, asOf);
}
