/**
 * `npm run -s handoff -- …`: the command line on Node, from sources as they stand. Standard output
 * is the command's own; what is said here goes to standard error.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { provideModules } from './bootstrap.mjs';
import { fingerprint } from './fresh.mjs';
import { ROOT } from './run.mjs';
import { Refusal, say, script } from './say.mjs';

const FOLDER = join(ROOT, 'out/cli');
const SOURCES = ['electron/cli', 'electron/reader', 'shared', 'package.json', 'package-lock.json'];
const KEEP_OLD_MS = 24 * 60 * 60_000;

/** The bundled command line, made anew when its sources changed. */
export async function commandLine() {
  const bundle = join(FOLDER, fingerprint(SOURCES));
  if (!existsSync(bundle)) await make(bundle);
  return join(bundle, 'handoff.js');
}

/**
 * Each state of the sources has a folder of its own and appears whole, by a rename: commands that
 * run side by side do not take each other's program away.
 * @param {string} bundle
 */
async function make(bundle) {
  say('Building the command line …');
  const work = `${bundle}.${process.pid}`;
  const { build } = await import('vite');
  try {
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(ROOT, 'electron/cli/main.ts'),
        target: 'node20.18',
        outDir: work,
        rollupOptions: {
          // As constants the engine's columns are known to the compiler: twice as quick as variables.
          output: { entryFileNames: 'handoff.js', codeSplitting: false, topLevelVar: false },
        },
      },
    });
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    say(String(error));
    throw new Refusal('The command line could not be built: mend what the lines above name.');
  }
  removeOld();
  if (existsSync(bundle)) rmSync(work, { recursive: true });
  else renameSync(work, bundle);
}

function removeOld() {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) {
    const folder = join(FOLDER, name);
    const age = Date.now() - statSync(folder).mtimeMs;
    if (age > KEEP_OLD_MS) rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  await script(async () => {
    provideModules();
    await import(pathToFileURL(await commandLine()).href);
  });
}
