import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileRef } from '../../shared/ipc/files.ts';

/**
 * The files a user chose, by the opaque ids that windows know them by. A window can use only what a
 * dialog, a drop, the command line or the list of recent files brought here; it never sees a path.
 */
export class FileRegistry {
  readonly #paths = new Map<string, string>();

  /** A reference to a file that is there; null for anything else. */
  async existing(path: string): Promise<FileRef | null> {
    try {
      const stats = await stat(path);
      return stats.isFile() ? this.#register(path, stats.size) : null;
    } catch {
      return null;
    }
  }

  /** References to those of the paths that are files. */
  async allExisting(paths: readonly string[]): Promise<FileRef[]> {
    const found = await Promise.all(paths.map((path) => this.existing(path)));
    return found.filter((file) => file !== null);
  }

  /** A reference to a file that will be written. */
  target(path: string): FileRef {
    return this.#register(path, 0);
  }

  /** The path behind an id that was given out; null for any other text. */
  pathOf(id: string): string | null {
    return this.#paths.get(id) ?? null;
  }

  #register(path: string, bytes: number): FileRef {
    for (const [id, known] of this.#paths) {
      if (known === path) return { id, name: basename(path), bytes };
    }
    const id = randomUUID();
    this.#paths.set(id, path);
    return { id, name: basename(path), bytes };
  }
}
