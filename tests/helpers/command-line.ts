import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How a command ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const PROGRAM = resolve(import.meta.dirname, '../../build/handoff.mjs');

/** The program that the command line runs, built anew where its sources changed. */
export async function builtCommandLine(): Promise<string> {
  const module: { commandLine: () => Promise<string> } = await import(pathToFileURL(PROGRAM).href);
  return module.commandLine();
}

/** Runs the real command line, as `npm run -s handoff --` does. */
export function handoff(...args: readonly string[]): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', failed);
    child.on('close', (status) => {
      done({ status, stdout, stderr: stderr.replace(/^Building the command line …\n/, '') });
    });
  });
}
