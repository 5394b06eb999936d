import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export const PRODUCT = resolve(import.meta.dirname, '../..');
export const EMPTY = join(import.meta.dirname, 'empty-window');
const SETTLE_MS = 3000;

/** What one start of an app took. */
export interface WindowFigures {
  /** From the start of the process to a usable window, ms. */
  readonly start: number;
  /** Memory of all its processes once it has settled, shared pages by share (PSS), bytes. */
  readonly memory: number;
}

/** Starts an app's folder once with fresh data. Its memory is measured only where it is asked for. */
export async function openWindow(folder: string, withMemory: boolean): Promise<WindowFigures> {
  const electron: string = createRequire(import.meta.url)('electron');
  const data = mkdtempSync(join(tmpdir(), 'handoff-bench-'));
  const begun = performance.now();
  const app = spawn(
    electron,
    [
      '-r',
      join(import.meta.dirname, 'probe.cjs'),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${data}`,
      folder,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  try {
    await new Promise<void>((usable, failed) => {
      app.stdout.once('data', () => usable());
      app.once('exit', () => failed(new Error(`${folder} ended before its window was usable`)));
    });
    const start = performance.now() - begun;
    if (!withMemory) return { start, memory: 0 };
    await delay(SETTLE_MS);
    return { start, memory: treeMemory(app.pid ?? 0) };
  } finally {
    const gone = new Promise((done) => app.once('exit', done));
    app.kill('SIGKILL');
    await gone;
    await delay(300);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Proportional set size of a process and all below it, bytes (Linux). */
function treeMemory(root: number): number {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = field(`/proc/${entry}/status`, /^PPid:\s+(\d+)/m);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const sum = (pid: number): number =>
    field(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+) kB/m) * 1024 +
    (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root);
}

function field(file: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
