/**
 * Makes a checkout able to run: packages, the Electron runtime, system libraries, a display. Done
 * again it only looks, in well under a second. On a fresh clone nothing of node_modules exists, so
 * this file and what it imports at its top use only Node itself.
 *
 * `node build/bootstrap.mjs` prepares everything; `--official` tries Electron's own download again
 * where the fallback runtime is in place.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideLibraries } from './libraries.mjs';
import { ranWell, ROOT } from './run.mjs';
import { provideRuntime } from './runtime.mjs';
import { Refusal, say, script } from './say.mjs';

const OLDEST_NODE = [20, 19];

/** Node itself is new enough. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor = 0, wantMinor = 0] = OLDEST_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  throw new Refusal(
    `Handoff needs Node ${OLDEST_NODE.join('.')} or newer and this is ${process.versions.node}: install a newer Node, then run the command again.`,
  );
}

/**
 * Packages of a lockfile by folder.
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }> | null}
 */
function locked(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Whether what is installed is what the lockfile asks for (packages of other platforms aside). */
function packagesInstalled() {
  const wanted = locked('package-lock.json');
  const installed = locked('node_modules/.package-lock.json');
  if (wanted === null || installed === null) return false;
  return Object.entries(wanted).every(([folder, one]) => {
    if (folder === '') return true;
    const there = installed[folder];
    if (there === undefined) return one.optional === true || one.devOptional === true;
    return there.version === one.version && there.integrity === one.integrity;
  });
}

/** node_modules is what the lockfile says. */
export function provideModules() {
  checkNode();
  if (packagesInstalled()) return;
  say('Installing packages (npm ci) …');
  if (ranWell('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'])) return;
  throw new Refusal(
    'The packages could not be installed: look at the lines above, then run "npm ci" in this folder.',
  );
}

/**
 * Everything a window needs.
 * @param {{ official?: boolean }} [options]
 */
export async function bootstrap(options = {}) {
  provideModules();
  await provideRuntime(options);
  provideLibraries();
}

if (process.argv[1] === import.meta.filename) {
  await script(() => bootstrap({ official: process.argv.includes('--official') }));
}
