import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from './refusal.ts';

/** Something to be written: to a file, or to standard output where `target` is '-'. */
export interface Output {
  readonly target: string;
  readonly content: Uint8Array | string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder: check the path',
  ENOTDIR: 'there is no such folder: check the path',
  EISDIR: 'it is a folder: name a file',
  EACCES: 'this user may not use it: change its permissions or choose another place',
  EPERM: 'this user may not use it: change its permissions or choose another place',
  EROFS: 'the disk is read-only: choose another place',
  ENOSPC: 'the disk is full: make room and try again',
  ENAMETOOLONG: 'its name is too long: choose a shorter one',
};

/** Settings files are small; what is larger is not one. */
const LARGEST_TEXT = 10 * 2 ** 20;

/** The size of a file that is to be read, in bytes. Throws a Refusal where there is none. */
export async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw fault(path, 'read', cause);
  });
  if (found.isDirectory())
    throw new Refusal(`${path} could not be read: it is a folder: name a file.`);
  if (!found.isFile()) throw new Refusal(`${path} could not be read: it is not a file.`);
  return found.size;
}

/** The text of a small file. Throws a Refusal where it can't be read. */
export async function readText(path: string): Promise<string> {
  if ((await sizeOf(path)) > LARGEST_TEXT)
    throw new Refusal(`${path} could not be read: it is larger than such a file can be.`);
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw fault(path, 'read', cause);
  });
}

/**
 * Writes all outputs or none: each to a temporary file beside its place, flushed, and only when all
 * are there they take their names. Standard output comes last.
 */
export async function writeOutputs(outputs: readonly Output[]): Promise<void> {
  const files = outputs.filter(({ target }) => target !== '-');
  const written: { readonly temporary: string; readonly target: string }[] = [];
  try {
    for (const { target, content } of files) {
      const temporary = `${target}.${randomUUID().slice(0, 8)}.tmp`;
      await writeNew(
        temporary,
        content,
        (file) => written.push({ temporary: file, target }),
        target,
      );
    }
    for (const { temporary, target } of written)
      await rename(temporary, target).catch((cause: unknown) => {
        throw fault(target, 'written', cause);
      });
  } catch (cause) {
    await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true })));
    throw cause;
  }
  for (const { target, content } of outputs) if (target === '-') await writeStandard(content);
}

async function writeNew(
  path: string,
  content: Uint8Array | string,
  made: (path: string) => void,
  target: string,
): Promise<void> {
  try {
    const file = await open(path, 'wx');
    made(path);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw fault(target, 'written', cause);
  }
}

/** Resolves when the text is handed over; a reader that went away (`| head`) is not our fault. */
export function writeStandard(content: Uint8Array | string): Promise<void> {
  return write(process.stdout, content);
}

/** As `writeStandard`, to standard error: one line a sentence. */
export function say(sentences: readonly string[]): Promise<void> {
  return write(process.stderr, sentences.map((sentence) => `${sentence}\n`).join(''));
}

function write(stream: NodeJS.WriteStream, content: Uint8Array | string): Promise<void> {
  return new Promise((done, failed) => {
    stream.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EPIPE') done();
      else failed(cause);
    });
    stream.write(content, (cause) => {
      if (!cause) done();
    });
  });
}

function fault(path: string, verb: 'read' | 'written', cause: unknown): Refusal {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error';
  const reason = REASONS[code] ?? `the system answered ${code}: try another place`;
  const name = verb === 'read' ? path : basename(path);
  return new Refusal(`${name} could not be ${verb}: ${reason}.`);
}
