import { join } from 'node:path';
import * as z from 'zod/mini';
import type { RememberedMapping } from '../../shared/ipc/files.ts';
import { JsonFile } from './json-file.ts';

const MOST = 60;
const parser = z.array(z.strictObject({ key: z.string(), text: z.string(), savedAt: z.string() }));
type Entry = z.infer<typeof parser>[number];

/** How books were read, by the headers of their tables: next month's file is read the same way. */
export class RememberedMappings {
  readonly #file: JsonFile<Entry[]>;

  constructor(folder: string) {
    this.#file = new JsonFile(
      join(folder, 'mappings.json'),
      (value) => parser.safeParse(value).data ?? null,
      [],
    );
  }

  recall(key: string): RememberedMapping | null {
    const entry = this.#file.value.find((candidate) => candidate.key === key);
    return entry === undefined ? null : { text: entry.text, savedAt: entry.savedAt };
  }

  /** The newest come first; the oldest are forgotten. */
  remember(key: string, text: string, now: Date): Promise<void> {
    const others = this.#file.value.filter((entry) => entry.key !== key);
    const newest = { key, text, savedAt: now.toISOString() };
    return this.#file.set([newest, ...others].slice(0, MOST));
  }
}
