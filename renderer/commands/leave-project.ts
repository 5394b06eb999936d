import { isUnsaved } from '../store/selectors.ts';
import type { AppContext } from './context.tsx';
import { saveProject } from './save-project.ts';

/**
 * Makes sure nothing is lost before another project takes the place of this one: a project with a
 * file is saved without asking, one without is asked once. False where the user stays.
 */
export async function leaveProject(context: AppContext): Promise<boolean> {
  const { store, bridge } = context;
  const { document, session } = store.getState();
  if (document === null) return true;
  if (session.file !== null && isUnsaved(store.getState())) return saveProject(context);
  if (session.file !== null || document.history.past.length === 0) {
    await bridge.journalReset();
    return true;
  }
  const answer = await bridge.askSave(document.name === '' ? 'Untitled' : document.name);
  if (answer === 'cancel') return false;
  if (answer === 'save') return saveProject(context);
  await bridge.journalReset();
  return true;
}
