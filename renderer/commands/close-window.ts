import type { AppContext } from './context.tsx';
import { leaveProject } from './leave-project.ts';

/** The window is about to close: a project with a name is saved, one without is asked about once. */
export async function onClosing(context: AppContext): Promise<'close' | 'stay'> {
  return (await leaveProject(context)) ? 'close' : 'stay';
}
