import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const underway = new Set<Promise<void>>();

/** Settles once no write is under way, nor one that waited for another: the app may end then. */
export async function allWritten(): Promise<void> {
  while (underway.size > 0) await Promise.allSettled(underway);
}

/**
 * Writes a file so that a reader, or a power cut, finds the old content or the new, never a part:
 * a temporary file beside it, flushed to the disk, then renamed over it.
 */
export async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  const writing = write(path, content);
  underway.add(writing);
  try {
    await writing;
  } finally {
    underway.delete(writing);
  }
}

async function write(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes the rename itself last. Windows cannot open folders and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
