import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import * as z from 'zod/mini';
import type { RecentFile } from '../../shared/ipc/files.ts';
import { JsonFile } from './json-file.ts';
import type { FileRegistry } from './registry.ts';

const LONGEST = 12;
const parser = z.array(
  z.strictObject({ path: z.string(), kind: z.enum(['book', 'project']), openedAt: z.string() }),
);
type Entry = z.infer<typeof parser>[number];

/** Files opened or saved lately, newest first. */
export class RecentFiles {
  readonly #file: JsonFile<Entry[]>;
  readonly #registry: FileRegistry;

  constructor(folder: string, registry: FileRegistry) {
    this.#registry = registry;
    this.#file = new JsonFile(
      join(folder, 'recent.json'),
      (value) => parser.safeParse(value).data ?? null,
      [],
    );
  }

  add(path: string, kind: RecentFile['kind'], now: Date): Promise<void> {
    const others = this.#file.value.filter((entry) => entry.path !== path);
    const newest = { path, kind, openedAt: now.toISOString() };
    return this.#file.set([newest, ...others].slice(0, LONGEST));
  }

  /** Those that are still there. */
  async list(): Promise<RecentFile[]> {
    const found = await Promise.all(
      this.#file.value.map(async ({ path, kind, openedAt }) => {
        const ref = await this.#registry.existing(path);
        return ref === null ? null : { ...ref, kind, openedAt, place: placeOf(path) };
      }),
    );
    return found.filter((file) => file !== null);
  }
}

/** A path for reading: the home folder as ~, a long one without its middle. */
export function placeOf(path: string, home: string = homedir()): string {
  const short = path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
  const parts = short.split(sep);
  return parts.length <= 5 ? short : [parts[0], parts[1], '…', ...parts.slice(-2)].join(sep);
}
