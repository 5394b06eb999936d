import { setReading } from '../store/book.ts';
import { setSession } from '../store/store.ts';
import type { AppContext } from './context.tsx';
import { runTask } from './task.ts';

/**
 * Reads the source tables again where undo, redo or a recovered journal brought back another
 * mapping than the book was read with.
 */
export function watchReading(context: AppContext): () => void {
  const { store, files } = context;
  const follow = (): void => {
    const { document, session } = store.getState();
    if (document === null || document.mapping === null || session.task !== null) return;
    const { mapping, asOf, sources } = document;
    if (session.readWith?.mapping === mapping && session.readWith.asOf === asOf) return;
    void runTask(store, 'Reading the book again', ({ signal }) =>
      files.run(
        'reread',
        { files: sources, options: { mapping, asOf: asOf ?? undefined } },
        { signal },
      ),
    ).then((result) => {
      const now = store.getState().document;
      if (now?.mapping !== mapping || now.sources !== sources) return;
      if (result === null) {
        // Stopped or failed: the book stays as it was, and is not tried for ever.
        setSession(store, { readWith: { mapping, asOf } });
        return;
      }
      setReading(store, result);
    });
  };
  return store.subscribe((state, before) => {
    if (state.document !== before.document || state.session.task !== before.session.task) follow();
  });
}
