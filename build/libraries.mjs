/** System libraries of the Electron runtime and a display to draw on, where Linux has neither. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onPath, ranWell } from './run.mjs';
import { executable } from './runtime.mjs';
import { Refusal, say } from './say.mjs';

const PACKAGES = [
  'libnss3',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libcups2',
  'fonts-dejavu-core',
  'fonts-liberation',
];
const DISPLAY_PACKAGES = ['xvfb', 'xauth'];

/** Whether windows have a display of this session's own to go to. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Libraries the runtime links to and the system lacks. */
function missingLibraries() {
  const { stdout } = spawnSync('ldd', [executable()], { encoding: 'utf8' });
  return (stdout ?? '')
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0] ?? '');
}

/**
 * Debian 13 and Ubuntu 24.04 renamed some packages to …t64.
 * @param {readonly string[]} names
 */
function asNamedHere(names) {
  return names.map((name) => {
    const found = execFileSync('apt-cache', ['search', '--names-only', `^${name}t64$`], {
      encoding: 'utf8',
    });
    return found.trim() === '' ? name : `${name}t64`;
  });
}

/** Installs what is missing where that is possible (root on Debian or Ubuntu), else says what to run. */
export function provideLibraries() {
  if (process.platform !== 'linux') return;
  const libraries = missingLibraries();
  const needsDisplay = !hasDisplay() && !onPath('xvfb-run');
  if (libraries.length === 0 && !needsDisplay) return;

  const wanted = [
    ...(libraries.length > 0 ? PACKAGES : []),
    ...(needsDisplay ? DISPLAY_PACKAGES : []),
  ];
  const what =
    libraries.length > 0
      ? `The Electron runtime needs system libraries (${libraries.slice(0, 3).join(', ')})`
      : 'There is no display and no virtual one (xvfb)';
  const line = `apt-get install -y --no-install-recommends ${wanted.join(' ')}`;
  if (!existsSync('/etc/debian_version')) {
    throw new Refusal(
      `${what}: install what your system calls ${wanted.join(', ')}, then run the command again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Refusal(`${what}: run "sudo ${line}", then run the command again.`);
  }
  say(`${what}: installing them …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const installed =
    ranWell('apt-get', ['update', '-qq'], { quiet: true, env }) &&
    ranWell(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...asNamedHere(wanted)],
      { quiet: true, env },
    );
  if (!installed || missingLibraries().length > 0) {
    throw new Refusal(`${what}, which could not be installed: run "apt-get update && ${line}".`);
  }
}
