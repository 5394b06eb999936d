import { importBook } from '../../shared/import/import-book.ts';
import type { SheetFile } from '../../shared/sheet/grid.ts';
import type { Bridge, FileRef, Preferences, ReadProjectResult, Startup } from './bridge.ts';

/** What an in-memory bridge answers and what it was told. */
export interface Memory {
  /** The next answers of the open and save dialogs. */
  chosen: readonly FileRef[];
  saveTarget: FileRef | null;
  /** Source tables by the id of their file. */
  books: Map<string, SheetFile>;
  projects: Map<string, ReadProjectResult>;
  texts: Map<string, string>;
  startup: Startup;
  askSave: 'save' | 'discard' | 'cancel';
  readonly mappings: Map<string, string>;
  /** The main process's clock. */
  now: string;
  readonly saved: Map<string, Uint8Array>;
  readonly journal: { base: Uint8Array | null; records: string[] };
  preferences: Preferences;
  document: { readonly name: string | null; readonly unsaved: boolean };
}

/** A bridge without a privileged side, for component tests. */
export function createMemoryBridge(change: Partial<Memory> = {}): {
  bridge: Bridge;
  memory: Memory;
} {
  const memory: Memory = {
    chosen: [],
    saveTarget: null,
    books: new Map(),
    projects: new Map(),
    texts: new Map(),
    startup: { files: [], recovered: null },
    askSave: 'discard',
    mappings: new Map(),
    now: '2026-11-02T09:30:00.000Z',
    saved: new Map(),
    journal: { base: null, records: [] },
    preferences: { theme: 'system', locale: 'en-US', explainOpen: false, tourDone: true },
    document: { name: null, unsaved: false },
    ...change,
  };
  const gone = (file: FileRef | undefined) =>
    ({ ok: false, cancelled: false, message: `${file?.name ?? 'The file'} is gone.` }) as const;
  const bridge: Bridge = {
    chooseFiles: () => Promise.resolve(memory.chosen),
    filesFromDrop: () => Promise.resolve(memory.chosen),
    startup: () => Promise.resolve(memory.startup),
    recent: () => Promise.resolve([]),
    readBook: (files, options) => {
      const missing = files.find(({ id }) => !memory.books.has(id));
      if (missing !== undefined) return Promise.resolve(gone(missing));
      const sources = files.flatMap(({ id }) => memory.books.get(id) ?? []);
      return Promise.resolve({
        ok: true,
        files: sources,
        result: importBook(sources, options),
      });
    },
    readProject: (file) => Promise.resolve(memory.projects.get(file.id) ?? gone(file)),
    readText: (file) => {
      const text = memory.texts.get(file.id);
      return Promise.resolve(text === undefined ? gone(file) : { ok: true, text });
    },
    chooseSave: () => Promise.resolve(memory.saveTarget),
    save: (target, bytes) => {
      memory.saved.set(target.id, bytes);
      return Promise.resolve({ ok: true });
    },
    journalAppend: (record) => {
      memory.journal.records.push(record);
      return Promise.resolve();
    },
    journalReset: (base) => {
      memory.journal.base = base ?? null;
      memory.journal.records = [];
      return Promise.resolve();
    },
    recallMapping: (key) => {
      const text = memory.mappings.get(key);
      return Promise.resolve(text === undefined ? null : { text, savedAt: memory.now });
    },
    rememberMapping: (key, text) => {
      memory.mappings.set(key, text);
      return Promise.resolve();
    },
    preferences: () => Promise.resolve(memory.preferences),
    setPreferences: (next) => {
      memory.preferences = { ...memory.preferences, ...next };
      return Promise.resolve();
    },
    copyText: () => Promise.resolve(),
    copyPicture: () => Promise.resolve(),
    setDocument: (state) => {
      memory.document = state;
    },
    onCommand: () => () => undefined,
    onOpenFiles: () => () => undefined,
    onClosing: () => () => undefined,
    askSave: () => Promise.resolve(memory.askSave),
    platform: 'linux',
    version: '0.0.0',
  };
  return { bridge, memory };
}
