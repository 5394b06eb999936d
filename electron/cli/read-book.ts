import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportOptions, ImportResult } from '../../shared/import/types.ts';
import { sizeOf } from './files.ts';
import { READER_ARGUMENT, type ReadAnswer, type ReadRequest } from './reader-messages.ts';
import { Refusal } from './refusal.ts';

/** What the reading process may use before it is ended. */
export interface ReadingLimits {
  readonly residentBytes: number;
  readonly silentMilliseconds: number;
}
const LIMITS: ReadingLimits = { residentBytes: 1.5 * 2 ** 30, silentMilliseconds: 30_000 };
const LOOK_EVERY_MILLISECONDS = 200;

/**
 * Reads the files of one book in a process of its own, since any file may be hostile: it is ended
 * when it takes too much memory or makes no progress. Throws a Refusal with a sentence for each
 * reason. `program` is the script that runs as the reader when started with READER_ARGUMENT.
 */
export async function readBook(
  program: string,
  paths: readonly string[],
  options: ImportOptions,
  limits: ReadingLimits = LIMITS,
): Promise<ImportResult> {
  for (const path of paths) await sizeOf(path);
  const child = fork(program, [READER_ARGUMENT], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // What V8 itself holds; typed arrays are outside of it and watched from here.
    execArgv: [...process.execArgv, '--max-old-space-size=1400'],
  });
  const names = paths.map((path) => basename(path)).join(', ');
  // Whoever ends this program ends the reading with it, in the middle of whatever it does.
  const endBoth = (signal: NodeJS.Signals): void => {
    child.kill('SIGKILL');
    process.kill(process.pid, signal);
  };
  for (const signal of ENDING) process.once(signal, endBoth);
  try {
    return await answerOf(child, { paths, options }, names, limits);
  } finally {
    for (const signal of ENDING) process.off(signal, endBoth);
    child.kill('SIGKILL');
  }
}

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function answerOf(
  child: ChildProcess,
  request: ReadRequest,
  names: string,
  limits: ReadingLimits,
): Promise<ImportResult> {
  return new Promise((done, failed) => {
    let lastHeard = performance.now();
    let reported = 0;
    const settle = (end: () => void): void => {
      clearInterval(watch);
      end();
    };
    const refuse = (...sentences: readonly string[]): void => {
      settle(() => {
        failed(new Refusal(...sentences));
      });
    };
    const look = async (): Promise<void> => {
      const resident = Math.max(reported, await residentBytesOf(child.pid));
      if (resident > limits.residentBytes)
        refuse(
          `${names} could not be read: reading took more than ${gigabytes(limits.residentBytes)} GB of memory. Split it into smaller files.`,
        );
      else if (performance.now() - lastHeard > limits.silentMilliseconds)
        refuse(
          `${names} could not be read: reading made no progress for ${String(limits.silentMilliseconds / 1000)} seconds. Save it again as .xlsx or .csv and try that.`,
        );
    };
    const watch = setInterval(() => void look(), LOOK_EVERY_MILLISECONDS);
    child.on('message', (answer: ReadAnswer) => {
      lastHeard = performance.now();
      if (answer.kind === 'progress') reported = answer.residentBytes;
      else if (answer.kind === 'refused') refuse(...answer.sentences);
      else
        settle(() => {
          done(answer.result);
        });
    });
    child.once('error', (cause) => {
      settle(() => {
        failed(cause);
      });
    });
    child.once('exit', () => {
      refuse(
        `${names} could not be read: reading it broke off, most likely out of memory. Save it again as .xlsx or .csv, or split it.`,
      );
    });
    child.send(request);
  });
}

/** Memory of a process in bytes; 0 where the system does not tell (then the process itself does). */
async function residentBytesOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}

function gigabytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
