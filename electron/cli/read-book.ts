import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportOptions, ImportResult } from '../../shared/import/types.ts';
import { breachSentence, LimitWatch, READER_LIMITS, type Limits } from '../reader/watch-limits.ts';
import { sizeOf } from './files.ts';
import { READER_ARGUMENT, type ReadAnswer, type ReadRequest } from './reader-messages.ts';
import { Refusal } from './refusal.ts';

/**
 * Reads the files of one book in a process of its own, since any file may be hostile: it is ended
 * when it takes too much memory or makes no progress. Throws a Refusal with a sentence for each
 * reason. `program` is the script that runs as the reader when started with READER_ARGUMENT.
 */
export async function readBook(
  program: string,
  paths: readonly string[],
  options: ImportOptions,
  limits: Limits = READER_LIMITS,
): Promise<ImportResult> {
  for (const path of paths) await sizeOf(path);
  const child = fork(program, [READER_ARGUMENT], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // What V8 itself holds; typed arrays are outside of it and watched from here.
    execArgv: [...process.execArgv, '--max-old-space-size=1400'],
  });
  const names = paths.map((path) => basename(path));
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
  names: readonly string[],
  limits: Limits,
): Promise<ImportResult> {
  return new Promise((done, failed) => {
    let reported = 0;
    const refuse = (...sentences: readonly string[]): void => {
      watch.stop();
      failed(new Refusal(...sentences));
    };
    const watch = new LimitWatch(
      { memoryBytes: () => Math.max(reported, residentBytesOf(child.pid)) },
      (breach) => {
        refuse(breachSentence(names, breach, limits));
      },
      limits,
    );
    child.on('message', (answer: ReadAnswer) => {
      watch.alive();
      if (answer.kind === 'progress') reported = answer.residentBytes;
      else if (answer.kind === 'refused') refuse(...answer.sentences);
      else {
        watch.stop();
        done(answer.result);
      }
    });
    child.once('error', (cause) => {
      watch.stop();
      failed(cause);
    });
    child.once('exit', () => {
      refuse(breachSentence(names, 'crash', limits));
    });
    child.send(request);
  });
}

/** Memory of a process in bytes; 0 where the system does not tell (then the process itself does). */
function residentBytesOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
