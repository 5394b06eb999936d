import type { FileRef } from '../bridge/bridge.ts';
import { openProject } from '../store/book.ts';
import { notify, refuse, setSession } from '../store/store.ts';
import type { AppContext } from './context.tsx';
import { leaveProject } from './leave-project.ts';
import { runTask } from './task.ts';

/** Opens a project file. What was open is left only once it is read: a refusal leaves it untouched. */
export async function openProjectFile(context: AppContext, file: FileRef): Promise<void> {
  const { store, bridge, files } = context;
  // The same file again: what is unsaved goes into it before it is read.
  const isOpen = store.getState().session.file?.id === file.id;
  if (isOpen && !(await leaveProject(context))) return;
  setSession(store, { refusal: null });
  const opened = await runTask(store, `Opening ${file.name}`, async ({ signal }) => {
    const read = await bridge.readProject(file, signal);
    if (!read.ok) return read;
    return files.run('decodeProject', read.parts, { signal });
  });
  if (opened === null) return;
  if (!opened.ok) {
    if ('cancelled' in opened && opened.cancelled) return;
    const message =
      'error' in opened ? `${file.name} could not be opened: ${opened.error}.` : opened.message;
    refuse(store, message);
    return;
  }
  if (!(await leaveProject(context))) return;
  openProject(store, opened.value.document, file);
  for (const note of opened.value.notes) notify(store, 'warning', note);
  setSession(store, { recent: await bridge.recent() });
}

/** Takes up the work that a crash left. */
export async function takeRecovered(context: AppContext): Promise<void> {
  const { store, files } = context;
  const { recovered } = store.getState().session;
  if (recovered === null) return;
  const opened = await runTask(store, 'Bringing back your work', () =>
    files.run('recoverProject', { base: recovered.base, records: recovered.records }),
  );
  if (opened === null) return;
  setSession(store, { recovered: null });
  if (!opened.ok) {
    refuse(store, `Your work could not be brought back: ${opened.error}.`);
    return;
  }
  openProject(store, opened.value.document, null, opened.value.readAgain);
  if (opened.value.lost > 0) {
    notify(
      store,
      'warning',
      `The last ${opened.value.lost === 1 ? 'change' : `${String(opened.value.lost)} changes`} before the crash could not be read and ${opened.value.lost === 1 ? 'is' : 'are'} missing.`,
    );
  }
}

/** Gives up the work that a crash left. */
export async function dropRecovered({ store, bridge }: AppContext): Promise<void> {
  setSession(store, { recovered: null });
  await bridge.journalReset();
}
