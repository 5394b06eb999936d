import { nativeTheme } from 'electron';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DEFAULT_PREFERENCES, type Preferences } from '../../shared/ipc/files.ts';
import { writeAtomically } from '../files/atomic.ts';
import { askOpen, askSave, askSaveTo } from '../files/dialogs.ts';
import { fileFault } from '../files/faults.ts';
import type { JsonFile } from '../files/json-file.ts';
import type { Journal } from '../files/journal.ts';
import type { RecentFiles } from '../files/recent.ts';
import type { FileRegistry } from '../files/registry.ts';
import type { RememberedMappings } from '../files/remembered-mappings.ts';
import type { MainWindow } from '../windows/main-window.ts';
import { ParserWindow, type ParserInput } from '../windows/parser-window.ts';
import { send, type Handlers } from './handle.ts';

const TEXT_LIMIT = 10 * 1024 * 1024;
const UNKNOWN = 'This file is not known any more: choose it again.';

/** What the answers work with; made once in main.ts. */
export interface Shell {
  readonly main: MainWindow;
  readonly registry: FileRegistry;
  readonly recent: RecentFiles;
  readonly journal: Journal;
  readonly mappings: RememberedMappings;
  readonly preferences: JsonFile<Partial<Preferences>>;
  /** Files the app was started with; asked for once. */
  takeStartFiles(): readonly string[];
}

/** What the main process does for each request of the window. */
export function answers(shell: Shell): Handlers {
  const { main, registry, recent, journal, mappings, preferences } = shell;
  const { window } = main;
  const parsers = new Map<string, ParserWindow>();
  window.on('closed', () => {
    for (const parser of parsers.values()) parser.end();
  });

  return {
    chooseFiles: async (kind) => registry.allExisting(await askOpen(window, kind)),
    registerDropped: (paths) => registry.allExisting(paths),
    recent: () => recent.list(),

    startup: async () => {
      main.started();
      return {
        files: await registry.allExisting(shell.takeStartFiles()),
        recovered: await journal.recover(),
      };
    },

    startParser: async (task) => {
      const files = await inputs(registry, task.files);
      if (!files.ok) return files;
      parsers.get(task.job)?.end();
      const parser = new ParserWindow(window.webContents, task, files.inputs, (message) => {
        parsers.delete(task.job);
        send(window.webContents, 'parserEnded', task.job, { cancelled: false, message });
      });
      parsers.set(task.job, parser);
      for (const { path } of files.inputs) void recent.add(path, task.kind, new Date());
      return { ok: true };
    },
    endParser: (job) => {
      parsers.get(job)?.end();
      parsers.delete(job);
    },

    readText: async (id) => {
      const path = registry.pathOf(id);
      if (path === null) return { ok: false, message: UNKNOWN };
      const name = basename(path);
      try {
        if ((await stat(path)).size > TEXT_LIMIT) {
          return {
            ok: false,
            message: `${name} is larger than 10 MB: choose a file of assumptions.`,
          };
        }
        return { ok: true, text: await readFile(path, 'utf8') };
      } catch (error) {
        return { ok: false, message: fileFault(name, 'read', error) };
      }
    },

    chooseSave: async (kind, suggestedName) => {
      const path = await askSaveTo(window, kind, basename(suggestedName));
      return path === null ? null : registry.target(path);
    },
    save: async (id, bytes) => {
      const path = registry.pathOf(id);
      if (path === null) return { ok: false, message: UNKNOWN };
      try {
        await writeAtomically(path, bytes);
      } catch (error) {
        return { ok: false, message: fileFault(basename(path), 'saved', error) };
      }
      if (path.endsWith('.handoff')) void recent.add(path, 'project', new Date());
      return { ok: true };
    },

    journalAppend: (record) => journal.append(record),
    journalReset: (base) => journal.reset(base),

    recallMapping: (key) => mappings.recall(key),
    rememberMapping: (key, text) => mappings.remember(key, text, new Date()),

    preferences: () => ({ ...DEFAULT_PREFERENCES, ...preferences.value }),
    setPreferences: async (change) => {
      nativeTheme.themeSource = change.theme ?? nativeTheme.themeSource;
      await preferences.set({ ...preferences.value, ...change });
    },

    setDocument: (name, unsaved) => main.setDocument(name, unsaved),
    askSave: (name) => askSave(window, name),
    answerClosing: (answer) => main.answerClosing(answer),
  };
}

/** The files of a task by path, or the sentence for the first that is gone. */
async function inputs(
  registry: FileRegistry,
  ids: readonly string[],
): Promise<{ ok: true; inputs: ParserInput[] } | { ok: false; message: string }> {
  const found: ParserInput[] = [];
  for (const id of ids) {
    const path = registry.pathOf(id);
    if (path === null) return { ok: false, message: UNKNOWN };
    try {
      found.push({ path, name: basename(path), bytes: (await stat(path)).size });
    } catch (error) {
      return { ok: false, message: fileFault(basename(path), 'read', error) };
    }
  }
  return { ok: true, inputs: found };
}
