import { mappingKey, unsaid, withoutValues } from '../../shared/import/remembered.ts';
import type { ImportResult } from '../../shared/import/types.ts';
import { readMapping, writeMapping } from '../../shared/project/mapping-file.ts';
import type { SheetFile } from '../../shared/sheet/grid.ts';
import { setSession } from '../store/store.ts';
import { correctMapping } from './change-mapping.ts';
import type { AppContext } from './context.tsx';

/** A book as it was read the last time, and when that was. */
export interface Recalled {
  readonly reading: ImportResult;
  /** ISO time. */
  readonly savedAt: string;
}

/** Reads tables as they were read the last time; null where their headers were never corrected. */
export async function recallReading(
  { bridge, files }: AppContext,
  sources: readonly SheetFile[],
  { mapping }: ImportResult,
  signal: AbortSignal,
): Promise<Recalled | null> {
  const key = mappingKey(mapping);
  const found = key === '' ? null : await bridge.recallMapping(key);
  if (found === null) return null;
  const known = readMapping(found.text);
  if (!known.ok) return null;
  const options = { mapping: known.value };
  const reading = await files.run('reread', { files: sources, options }, { signal });
  return { reading, savedAt: found.savedAt };
}

/** Understands the book anew, as if nothing had ever been said about it; corrected cells stay. */
export async function readAnew(context: AppContext): Promise<void> {
  await correctMapping(context, 'Read the book anew', ({ corrections }) => unsaid(corrections));
  setSession(context.store, { recalledFrom: null });
}

/** A correction stands this many milliseconds before it is remembered: undo may follow at once. */
const PATIENCE = 500;

/** Remembers how a book is read, whenever the user has changed it. */
export function watchMapping({ store, bridge }: AppContext): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return store.subscribe(({ document }, before) => {
    const mapping = document?.mapping ?? null;
    const isStep = document?.history !== before.document?.history && before.document !== null;
    if (mapping === null || !isStep || mapping === before.document?.mapping) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const key = mappingKey(mapping);
      if (key !== '') void bridge.rememberMapping(key, writeMapping(withoutValues(mapping)));
    }, PATIENCE);
  });
}
