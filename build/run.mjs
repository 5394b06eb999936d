import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { Refusal } from './say.mjs';

/** The checkout, wherever the script was called from. */
export const ROOT = resolve(import.meta.dirname, '..');

/**
 * @param {string} command
 * @returns {boolean} whether it can be run
 */
export function onPath(command) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Runs a command to its end with its output on standard error.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, cwd?: string, timeout?: number, env?: NodeJS.ProcessEnv }} [options]
 * @returns {boolean} whether it ended well
 */
export function ranWell(command, args, options = {}) {
  const { quiet = false, cwd = ROOT, timeout, env } = options;
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', quiet ? 'ignore' : 2, quiet ? 'ignore' : 2],
    shell: process.platform === 'win32' && !command.endsWith('.exe'),
    ...(timeout === undefined ? {} : { timeout }),
    ...(env === undefined ? {} : { env: { ...process.env, ...env } }),
  });
  return status === 0;
}

/**
 * Runs a command that owns the terminal until it ends; signals are passed on.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit status
 */
export function handOver(command, args, { env = {} } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', failed);
    child.on('close', (code) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      done(code ?? 1);
    });
  });
}

/**
 * A tool of node_modules, run by this Node (no shell, no lookup).
 * @param {string} script below node_modules
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 */
export function tool(script, args, options = {}) {
  return handOver(process.execPath, [join(ROOT, 'node_modules', script), ...args], options);
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @param {string} otherwise the sentence when it fails
 */
export async function toolOrRefuse(script, args, otherwise) {
  if ((await tool(script, args)) !== 0) throw new Refusal(otherwise);
}
