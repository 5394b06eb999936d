/** What the window knows of a file: never its path. */
export interface FileRef {
  /** Opaque, given out by the main process for files that the user chose. */
  readonly id: string;
  /** File name without folder. */
  readonly name: string;
  readonly bytes: number;
}

export interface RecentFile extends FileRef {
  readonly kind: 'book' | 'project';
  /** ISO time of the last opening. */
  readonly openedAt: string;
  /** Where it lies, shortened for reading ("~/Clients/acme.handoff"). */
  readonly place: string;
}

/** How a book was read, as text that only the window understands, and when that was kept. */
export interface RememberedMapping {
  readonly text: string;
  /** ISO time. */
  readonly savedAt: string;
}

/** Files that the user opens, and files that the user saves. */
export const OPEN_KINDS = ['book', 'project', 'assumptions', 'mapping'] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];
export const SAVE_KINDS = [
  'project',
  'workbook',
  'assumptions',
  'mapping',
  'csv',
  'picture',
] as const;
export type SaveKind = (typeof SAVE_KINDS)[number];

/** What the app was started with, and what a crash left. */
export interface Startup {
  readonly files: readonly FileRef[];
  readonly recovered: {
    /** The last whole project as bytes; empty where none was written yet. */
    readonly base: Uint8Array;
    /** The journal's records after it, oldest first. */
    readonly records: readonly string[];
    readonly savedAt: string;
  } | null;
}

export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  /** BCP 47, '' = the machine's. */
  readonly locale: string;
  readonly explainOpen: boolean;
  readonly tourDone: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  locale: '',
  explainOpen: false,
  tourDone: false,
};

export type Done = { readonly ok: true } | { readonly ok: false; readonly message: string };
