import type { FileRef } from '../bridge/bridge.ts';
import { readMapping } from '../../shared/project/mapping-file.ts';
import type { AppContext } from './context.tsx';
import { loadAssumptions } from './assumptions-file.ts';
import { loadMapping } from './mapping-file.ts';
import { openBook } from './open-book.ts';
import { openProjectFile } from './open-project.ts';
import { proposeReplacement } from './replace-book.ts';

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
  if (/\.json$/i.test(first.name)) return openJson(context, first);
  return openBook(context, files);
}

/** Files dropped on an open project may be its next month: the user says which, seeing what changed. */
export async function takeDropped(context: AppContext, files: readonly FileRef[]): Promise<void> {
  const isBook = files.every(({ name }) => !/\.(handoff|json)$/i.test(name));
  const hasProject = context.store.getState().document !== null;
  await (hasProject && isBook ? proposeReplacement(context, files) : openFiles(context, files));
}

/** A mapping or assumptions, by what is in it. */
async function openJson(context: AppContext, file: FileRef): Promise<void> {
  const read = await context.bridge.readText(file);
  const isMapping = read.ok && readMapping(read.text).ok;
  await (isMapping ? loadMapping(context, file) : loadAssumptions(context, file));
}
