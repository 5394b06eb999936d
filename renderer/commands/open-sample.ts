import { startProject } from '../store/book.ts';
import { setSession } from '../store/store.ts';
import type { AppContext } from './context.tsx';
import { leaveProject } from './leave-project.ts';
import { runTask } from './task.ts';

/** Opens a book that comes with the app, on its finding. Its text takes the same way as any file. */
export async function openSample(
  context: AppContext,
  sample: { readonly title: string; readonly fileName: string; readonly text: string },
): Promise<void> {
  const { store, files } = context;
  setSession(store, { refusal: null });
  const read = await runTask(store, `Opening ${sample.title}`, ({ signal }) =>
    files.run('readSample', { fileName: sample.fileName, text: sample.text }, { signal }),
  );
  if (read === null || !(await leaveProject(context))) return;
  startProject(store, sample.title, read.files, read.result, null, 'compare');
}
