import type { ImportOptions, ImportResult } from '../../shared/import/types.ts';
import type {
  Done,
  FileRef,
  OpenKind,
  Preferences,
  RecentFile,
  RememberedMapping,
  SaveKind,
  Startup,
} from '../../shared/ipc/files.ts';
import type { ReadProgress } from '../../shared/ipc/parser.ts';
import type { SheetFile } from '../../shared/sheet/grid.ts';

export type { Done, FileRef, OpenKind, Preferences, ReadProgress, RecentFile, SaveKind, Startup };

/**
 * Everything the window asks of the privileged side, in the user's terms. One implementation talks
 * to the preload's API, one lives in memory for component tests. A path never crosses: files are
 * known by an opaque id that the main process gave out for files the user chose.
 */
export interface Bridge {
  /** Asks the user for books and projects. Empty when cancelled. */
  chooseFiles(kind: OpenKind): Promise<readonly FileRef[]>;
  /** Files dropped on the window. */
  filesFromDrop(files: readonly File[]): Promise<readonly FileRef[]>;
  /** Files named on the command line or double-clicked, and a journal left by a crash. */
  startup(): Promise<Startup>;
  recent(): Promise<readonly RecentFile[]>;

  /**
   * Reads books in a process of its own and gives back the plain grids and the first reading.
   * Progress through `onProgress`; `signal` kills that process within 200 ms. A refusal is one sentence.
   */
  readBook(
    files: readonly FileRef[],
    options: ImportOptions,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ): Promise<ReadBookResult>;
  /** Opens a project file, parsed in a process of its own as well. Parts by name. */
  readProject(file: FileRef, signal: AbortSignal): Promise<ReadProjectResult>;
  /** A small text file (assumptions, mapping), at most 10 MB. */
  readText(file: FileRef): Promise<{ ok: true; text: string } | { ok: false; message: string }>;

  /** Asks where to save; null when cancelled. */
  chooseSave(kind: SaveKind, suggestedName: string): Promise<FileRef | null>;
  /** Writes atomically: temporary file beside, fsync, rename. */
  save(target: FileRef, bytes: Uint8Array): Promise<Done>;

  /** Appends one record to the journal of the unsaved work. */
  journalAppend(record: string): Promise<void>;
  /** Replaces the journal by a new base (a whole project as bytes); an absent base ends it. */
  journalReset(base?: Uint8Array): Promise<void>;

  /** How a book with these headers was read the last time; null where that was never changed. */
  recallMapping(key: string): Promise<RememberedMapping | null>;
  rememberMapping(key: string, text: string): Promise<void>;

  preferences(): Promise<Preferences>;
  setPreferences(change: Partial<Preferences>): Promise<void>;
  copyText(text: string): Promise<void>;
  copyPicture(png: Uint8Array): Promise<void>;

  /** Title and unsaved mark of the window; the main process needs to know before it closes. */
  setDocument(state: { readonly name: string | null; readonly unsaved: boolean }): void;
  /** A menu item or shortcut of the application menu. Returns the unsubscriber. */
  onCommand(listener: (command: string) => void): () => void;
  /** Files opened from outside while the window is there. */
  onOpenFiles(listener: (files: readonly FileRef[]) => void): () => void;
  /** The window is about to close: save and answer whether it may. */
  onClosing(listener: () => Promise<'close' | 'stay'>): () => void;
  /** An unsaved, unnamed project is closed: asks once. */
  askSave(name: string): Promise<'save' | 'discard' | 'cancel'>;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly version: string;
}

export type ReadBookResult =
  | { readonly ok: true; readonly files: readonly SheetFile[]; readonly result: ImportResult }
  | ReadRefusal;
export type ReadProjectResult =
  { readonly ok: true; readonly parts: Readonly<Record<string, Uint8Array>> } | ReadRefusal;
export interface ReadRefusal {
  readonly ok: false;
  readonly cancelled: boolean;
  /** One sentence: what, where, what to do. */
  readonly message: string;
}
