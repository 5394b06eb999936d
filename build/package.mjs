/**
 * `npm run dist`: a release for this platform into dist/. `-- --dir` makes the unpacked app only.
 * On the stand-in for Electron it refuses, because that is nothing to ship; `--test-build` says that
 * it is only to be tested.
 */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { buildApp } from './build.mjs';
import { ROOT, toolOrRefuse } from './run.mjs';
import { installedVersion, wantedVersion } from './runtime.mjs';
import { Refusal, script } from './say.mjs';

/** @param {{ testBuild: boolean, dirOnly: boolean }} options */
async function packageApp({ testBuild, dirOnly }) {
  await bootstrap();
  const version = installedVersion();
  if (version !== wantedVersion() && !testBuild) {
    throw new Refusal(
      `This is Electron ${version}, a stand-in for ${wantedVersion()} that is not to be shipped: run "node build/bootstrap.mjs --official" where Electron can be downloaded, or make a test build with "npm run dist -- --dir --test-build".`,
    );
  }
  await buildApp();
  const runtime = realpathSync(join(ROOT, 'node_modules/electron/dist'));
  await toolOrRefuse(
    'electron-builder/cli.js',
    [
      '--publish=never',
      ...(dirOnly ? ['--dir'] : []),
      `-c.electronDist=${runtime}`,
      `-c.electronVersion=${version}`,
      `-c.directories.output=${testBuild ? 'dist/test' : 'dist'}`,
    ],
    'The release could not be made: mend what the lines above name, then run "npm run dist".',
  );
}

await script(() =>
  packageApp({
    testBuild: process.argv.includes('--test-build'),
    dirOnly: process.argv.includes('--dir'),
  }),
);
