import type { FileRef, ReadProgress } from '../bridge/bridge.ts';
import { startProject } from '../store/book.ts';
import { refuse, setSession } from '../store/store.ts';
import type { AppContext } from './context.tsx';
import { leaveProject } from './leave-project.ts';
import { recallReading } from './mapping-memory.ts';
import { runTask, type TaskProgress } from './task.ts';

/** Opens the files of one book as a new project. What was open is left only once they are read. */
export async function openBook(context: AppContext, files: readonly FileRef[]): Promise<void> {
  const { store, bridge } = context;
  setSession(store, { refusal: null });
  const answer = await runTask(store, 'Reading the book', async (progress) => {
    const read = await bridge.readBook(files, {}, readProgress(progress), progress.signal);
    if (!read.ok) return read;
    const recalled = await recallReading(context, read.files, read.result, progress.signal);
    return {
      ...read,
      result: recalled?.reading ?? read.result,
      savedAt: recalled?.savedAt ?? null,
    };
  });
  if (answer === null) return;
  if (!answer.ok) {
    if (!answer.cancelled) refuse(store, answer.message);
    return;
  }
  if (!(await leaveProject(context))) return;
  startProject(store, titleOf(files), answer.files, answer.result, null);
  setSession(store, { recalledFrom: answer.savedAt });
  setSession(store, { recent: await bridge.recent() });
}

/** Shows how far a reading is. */
export function readProgress({ report }: TaskProgress): (progress: ReadProgress) => void {
  return (progress) => {
    report(shareOf(progress), detailOf(progress));
  };
}

function shareOf({ bytesDone, bytesTotal, phase }: ReadProgress): number | null {
  return phase === 'understanding' || bytesTotal === 0 ? null : bytesDone / bytesTotal;
}

function detailOf({ file, rows, bytesDone, bytesTotal, phase }: ReadProgress): string {
  const counted = `${rows.toLocaleString()} rows`;
  if (phase === 'understanding') return `Understanding ${counted}`;
  const read = `${file}, ${megabytes(bytesDone)} of ${megabytes(bytesTotal)} MB`;
  return rows > 0 ? `${read}, ${counted}` : read;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString(undefined, { maximumFractionDigits: 1 });
}

/** The first file's name without its ending: a proposal for the project's name. */
function titleOf(files: readonly FileRef[]): string {
  return (files[0]?.name ?? 'Book').replace(/\.[^.]+$/, '');
}
