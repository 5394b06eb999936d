/** How much a reader of foreign files may take before it is ended. */
export interface Limits {
  readonly memoryBytes: number;
  readonly silenceMs: number;
}
export const READER_LIMITS: Limits = { memoryBytes: 1.5 * 1024 ** 3, silenceMs: 30_000 };
const LOOK_EVERY_MS = 200;

/** Why a reader was ended. */
export type Breach = 'memory' | 'silence' | 'crash';

/** Another process, whatever kind it is: the app's hidden window or the command line's child. */
export interface Watched {
  /** Memory in use; null while that cannot be told. */
  memoryBytes(): number | null;
}

/**
 * Watches a process that reads foreign files. `onBreach` is called once, with the limit that was
 * passed; ending the process is the caller's.
 */
export class LimitWatch {
  readonly #timer: NodeJS.Timeout;
  #lastSign = performance.now();

  constructor(watched: Watched, onBreach: (breach: Breach) => void, limits = READER_LIMITS) {
    this.#timer = setInterval(() => {
      const breach = this.#breach(watched, limits);
      if (breach === null) return;
      this.stop();
      onBreach(breach);
    }, LOOK_EVERY_MS);
  }

  /** The process got on. */
  alive(): void {
    this.#lastSign = performance.now();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #breach(watched: Watched, limits: Limits): Breach | null {
    if ((watched.memoryBytes() ?? 0) > limits.memoryBytes) return 'memory';
    return performance.now() - this.#lastSign > limits.silenceMs ? 'silence' : null;
  }
}

/** What the user reads when a reader was ended. */
export function breachSentence(
  files: readonly string[],
  breach: Breach,
  { memoryBytes, silenceMs } = READER_LIMITS,
): string {
  const name = files.join(', ');
  switch (breach) {
    case 'memory':
      return `${name} needs more than ${(memoryBytes / 1024 ** 3).toFixed(1)} GB of memory to read: split it into smaller files and open those.`;
    case 'silence':
      return `${name} was given up after ${String(silenceMs / 1000)} seconds without progress: save it again from your spreadsheet program and open that copy.`;
    case 'crash':
      return `${name} could not be read, because it exhausted its reader: save it again as .xlsx or CSV and open that copy.`;
  }
}
