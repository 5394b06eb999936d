import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { OpenKind, SaveKind } from '../../shared/ipc/files.ts';

const BOOKS: FileFilter = {
  name: 'Books of business',
  extensions: ['xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'numbers', 'csv', 'tsv', 'txt'],
};
const PROJECTS: FileFilter = { name: 'Handoff projects', extensions: ['handoff'] };
const ASSUMPTIONS: FileFilter = { name: 'Assumptions and mappings', extensions: ['json'] };
const ALL: FileFilter = { name: 'All files', extensions: ['*'] };

const OPEN: Readonly<Record<OpenKind, { title: string; filters: FileFilter[]; several: boolean }>> =
  {
    book: { title: 'Open a book', filters: [BOOKS, ALL], several: true },
    project: { title: 'Open a project', filters: [PROJECTS, ALL], several: false },
    assumptions: { title: 'Load assumptions', filters: [ASSUMPTIONS, ALL], several: false },
    mapping: { title: 'Load a mapping', filters: [ASSUMPTIONS, ALL], several: false },
  };
const SAVE: Readonly<Record<SaveKind, { title: string; filter: FileFilter }>> = {
  project: { title: 'Save the project', filter: PROJECTS },
  workbook: { title: 'Export a workbook', filter: { name: 'Workbooks', extensions: ['xlsx'] } },
  assumptions: { title: 'Save the assumptions', filter: ASSUMPTIONS },
  mapping: { title: 'Save the mapping', filter: ASSUMPTIONS },
  csv: { title: 'Save the table', filter: { name: 'Comma-separated text', extensions: ['csv'] } },
  picture: { title: 'Save the picture', filter: { name: 'Pictures', extensions: ['png'] } },
};

/** Paths the user chose to open; none when cancelled. */
export async function askOpen(window: BrowserWindow, kind: OpenKind): Promise<string[]> {
  const { title, filters, several } = OPEN[kind];
  const { filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters,
    properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  return filePaths;
}

/** The path the user chose to save to; null when cancelled. The system asks before it overwrites. */
export async function askSaveTo(
  window: BrowserWindow,
  kind: SaveKind,
  suggested: string,
): Promise<string | null> {
  const { title, filter } = SAVE[kind];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: suggested,
    filters: [filter],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return null;
  const extension = `.${filter.extensions[0] ?? ''}`;
  if (filePath.toLowerCase().endsWith(extension)) return filePath;
  // The dialog asked about the name without its ending.
  const path = `${filePath}${extension}`;
  return !existsSync(path) || (await mayReplace(window, path)) ? path : null;
}

async function mayReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `${basename(path)} is already there. Replace it?`,
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}

/** What becomes of a project without a file when its window closes. */
export async function askSave(
  window: BrowserWindow,
  name: string,
): Promise<'save' | 'discard' | 'cancel'> {
  const answers = ['save', 'discard', 'cancel'] as const;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Save ${name} before closing?`,
    detail: 'It has no file yet. Without saving, its changes are lost.',
    buttons: ['Save…', 'Don’t save', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
  });
  return answers[response] ?? 'cancel';
}
