import type { AppContext } from './context.tsx';
import { closeProject } from '../store/book.ts';
import { leaveProject } from './leave-project.ts';

/** The window is about to close: a project with a name is saved, one without is asked about once. */
export async function onClosing(context: AppContext): Promise<'close' | 'stay'> {
  if (!(await leaveProject(context))) return 'stay';
  // Nothing may be written to the journal any more: it would be offered as lost work at the next start.
  closeProject(context.store);
  return 'close';
}
