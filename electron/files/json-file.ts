import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeAtomically } from './atomic.ts';

/**
 * A small file of the app's own data folder, kept in memory and written atomically after a change.
 * What cannot be read or parsed counts as absent: preferences are not worth a failed start.
 */
export class JsonFile<T> {
  readonly #path: string;
  #value: T;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string, parse: (value: unknown) => T | null, otherwise: T) {
    this.#path = path;
    this.#value = read(path, parse) ?? otherwise;
  }

  get value(): T {
    return this.#value;
  }

  /** Keeps the new value and writes it; a full disk must not stop the work, so failures are quiet. */
  set(value: T): Promise<void> {
    this.#value = value;
    mkdirSync(dirname(this.#path), { recursive: true });
    this.#last = this.#last
      .then(() => writeAtomically(this.#path, JSON.stringify(value)))
      .catch(() => undefined);
    return this.#last;
  }
}

function read<T>(path: string, parse: (value: unknown) => T | null): T | null {
  try {
    return parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
