import type { FileRef, ReadProgress } from '../bridge/bridge.ts';
import { startProject } from '../store/book.ts';
import { refuse, setSession } from '../store/store.ts';
import type { AppContext } from './context.tsx';
import { loadAssumptions } from './assumptions-file.ts';
import { leaveProject } from './leave-project.ts';
import { openProjectFile } from './open-project.ts';
import { runTask } from './task.ts';

/** Asks for the files of a book and opens it. */
export async function chooseBook(context: AppContext): Promise<void> {
  const files = await context.bridge.chooseFiles('book');
  await openFiles(context, files);
}

/** Asks for a project and opens it. */
export async function chooseProject(context: AppContext): Promise<void> {
  const files = await context.bridge.chooseFiles('project');
  await openFiles(context, files);
}

/** Opens what was chosen, dropped or named: a project, assumptions, or the files of one book. */
export async function openFiles(context: AppContext, files: readonly FileRef[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  const project = files.find(({ name }) => /\.handoff$/i.test(name));
  if (project !== undefined) return openProjectFile(context, project);
  if (/\.json$/i.test(first.name)) return loadAssumptions(context, first);
  return openBook(context, files);
}

async function openBook(context: AppContext, files: readonly FileRef[]): Promise<void> {
  const { store, bridge } = context;
  if (!(await leaveProject(context))) return;
  setSession(store, { refusal: null });
  const answer = await runTask(store, 'Reading the book', ({ signal, report }) =>
    bridge.readBook(
      files,
      {},
      (progress) => {
        report(shareOf(progress), detailOf(progress));
      },
      signal,
    ),
  );
  if (answer === null) return;
  if (!answer.ok) {
    if (answer.cancelled) return;
    refuse(store, answer.message);
    return;
  }
  startProject(store, titleOf(files), answer.files, answer.result, null);
  setSession(store, { recent: await bridge.recent() });
}

function shareOf({ bytesDone, bytesTotal, phase }: ReadProgress): number | null {
  return phase === 'understanding' || bytesTotal === 0 ? null : bytesDone / bytesTotal;
}

function detailOf({ file, rows, phase }: ReadProgress): string {
  if (phase === 'understanding') return 'Understanding the columns';
  return rows > 0 ? `${file}, ${rows.toLocaleString()} rows` : file;
}

/** The first file's name without its ending: a proposal for the project's name. */
function titleOf(files: readonly FileRef[]): string {
  return (files[0]?.name ?? 'Book').replace(/\.[^.]+$/, '');
}
