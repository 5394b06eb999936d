/** How an Electron process is started on this machine. */
import { hasDisplay } from './libraries.mjs';
import { executable } from './runtime.mjs';

/** Flags the machine asks for: Chromium refuses its sandbox to root, and to root only it is off. */
export function machineFlags() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * A command with a virtual display around it where there is no real one.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function onDisplay(command, args) {
  if (hasDisplay()) return { command, args: [...args] };
  const screen = ['-a', '-s', '-screen 0 1920x1200x24'];
  return { command: 'xvfb-run', args: [...screen, command, ...args] };
}

/** @param {readonly string[]} args the app's folder and its own arguments */
export function electronCommand(args) {
  return onDisplay(executable(), [...machineFlags(), ...args]);
}
