import type { FileRef } from '../bridge/bridge.ts';
import type { ProjectDocument } from '../../shared/project/document.ts';
import { markSaved } from '../store/book.ts';
import { notify, setSession } from '../store/store.ts';
import type { AppContext } from './context.tsx';
import { encodeDocument } from './encode-document.ts';
import { runTask } from './task.ts';

/** Saves to the project's file; asks for one the first time. False where it was not saved. */
export async function saveProject(context: AppContext): Promise<boolean> {
  const { file } = context.store.getState().session;
  return file === null ? saveProjectAs(context) : writeTo(context, file);
}

/** Asks for a file and saves there; the project goes on in it. */
export async function saveProjectAs(context: AppContext): Promise<boolean> {
  const { document } = context.store.getState();
  if (document === null) return false;
  const name = document.name === '' ? 'Untitled' : document.name;
  const target = await context.bridge.chooseSave('project', `${name}.handoff`);
  return target === null ? false : writeTo(context, target);
}

async function writeTo(context: AppContext, target: FileRef): Promise<boolean> {
  const { store, bridge } = context;
  const { document } = store.getState();
  if (document === null) return false;
  const named: ProjectDocument = { ...document, name: target.name.replace(/\.handoff$/i, '') };
  const saved = await runTask(store, 'Saving', async () => {
    const bytes = await encodeDocument(context, named);
    return bridge.save(target, bytes);
  });
  if (saved === null) return false;
  if (!saved.ok) {
    notify(store, 'danger', saved.message);
    return false;
  }
  // Changes made while the file was written stay unsaved.
  const now = store.getState().document;
  if (now !== null) {
    store.setState({ document: now === document ? named : { ...now, name: named.name } });
    markSaved(store, target, named);
  }
  await bridge.journalReset();
  setSession(store, { recent: await bridge.recent() });
  return true;
}
