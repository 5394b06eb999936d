/** `npm run bench [-- NAME… --json]`: ratios against partners measured in the same run. */
import { bootstrap } from './bootstrap.mjs';
import { buildApp } from './build.mjs';
import { handOver, ROOT } from './run.mjs';
import { script } from './say.mjs';
import { onDisplay } from './window.mjs';

await script(async () => {
  await bootstrap();
  await buildApp();
  const { command, args } = onDisplay(process.execPath, [
    '--expose-gc',
    '--import',
    'tsx',
    `${ROOT}/tests/bench/run.ts`,
    ...process.argv.slice(2),
  ]);
  process.exitCode = await handOver(command, args);
});
