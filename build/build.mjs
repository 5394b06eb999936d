/** Bundles the app into out/: main process, preload, pages. Does nothing when nothing changed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideModules } from './bootstrap.mjs';
import { fingerprint } from './fresh.mjs';
import { ROOT, tool } from './run.mjs';
import { Refusal, say, script } from './say.mjs';

const STAMP = join(ROOT, 'out/app-built.txt');
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'package-lock.json',
  'build/electron.vite.config.ts',
];

/** @param {{ watch?: boolean }} [options] */
export async function buildApp({ watch = false } = {}) {
  const now = fingerprint(SOURCES);
  if (!watch && now === builtFrom()) return;
  say('Building …');
  const config = ['--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'];
  const status = await tool('electron-vite/bin/electron-vite.js', [
    'build',
    ...config,
    ...(watch ? ['--watch'] : []),
  ]);
  if (status !== 0) {
    throw new Refusal(
      'The app could not be built: mend what the lines above name, then run "npm run build".',
    );
  }
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(STAMP, now);
}

function builtFrom() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return '';
  }
}

if (process.argv[1] === import.meta.filename) {
  await script(async () => {
    provideModules();
    await buildApp();
  });
}
