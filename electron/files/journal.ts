import { appendFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Startup } from '../../shared/ipc/files.ts';
import { writeAtomically } from './atomic.ts';

/**
 * Unsaved work, kept so that a crash loses at most the last second: a base (a whole project) and
 * one line for every change after it. Each base begins a generation with a line file of its own, so
 * that a crash between the two writes cannot join an old base to new changes.
 */
export class Journal {
  readonly #folder: string;
  #generation = 0;
  /** Writes happen one after another, in the order they were asked for. */
  #last: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What an earlier run left behind, and did not end itself; null after an orderly one. */
  async recover(): Promise<Startup['recovered']> {
    const generations = await this.#generations();
    const newest = generations.at(-1);
    if (newest === undefined) return null;
    this.#generation = newest;
    const base = await readFile(this.#base(newest)).catch(() => new Uint8Array());
    const lines = await readFile(this.#changes(newest), 'utf8').catch(() => '');
    const records = lines.split('\n').flatMap((line) => recordIn(line));
    if (base.length === 0 && records.length === 0) return null;
    const files = [this.#base(newest), this.#changes(newest)];
    const times = await Promise.all(
      files.map((file) =>
        stat(file).then(
          (stats) => stats.mtimeMs,
          () => 0,
        ),
      ),
    );
    return { base, records, savedAt: new Date(Math.max(...times)).toISOString() };
  }

  append(record: string): Promise<void> {
    return this.#next(async () => {
      await mkdir(this.#folder, { recursive: true });
      await appendFile(this.#changes(this.#generation), `${JSON.stringify(record)}\n`, {
        mode: 0o600,
        flush: true,
      });
    });
  }

  /** Starts anew from a base; without one the journal ends and nothing is left to recover. */
  reset(base: Uint8Array | null): Promise<void> {
    return this.#next(async () => {
      const old = await this.#generations();
      this.#generation = Math.max(this.#generation, ...old) + 1;
      if (base !== null) {
        await mkdir(this.#folder, { recursive: true });
        await writeAtomically(this.#base(this.#generation), base);
      }
      for (const generation of old) {
        await rm(this.#changes(generation), { force: true });
        await rm(this.#base(generation), { force: true });
      }
    });
  }

  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Generations that left a file, oldest first. */
  async #generations(): Promise<number[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const numbers = names.flatMap((name) => {
      const match = /^(\d+)\.(base|changes)$/.exec(name);
      return match === null ? [] : [Number(match[1])];
    });
    return [...new Set(numbers)].sort((a, b) => a - b);
  }

  #base(generation: number): string {
    return join(this.#folder, `${generation}.base`);
  }
  #changes(generation: number): string {
    return join(this.#folder, `${generation}.changes`);
  }
}

/** The record of a line; none in a line that the crash cut short. */
function recordIn(line: string): string[] {
  try {
    const record: unknown = JSON.parse(line);
    return typeof record === 'string' ? [record] : [];
  } catch {
    return [];
  }
}
