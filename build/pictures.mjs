/** `npm run pictures`: screenshots of the main screens into tests/visual/pictures. */
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { buildApp } from './build.mjs';
import { handOver, ROOT } from './run.mjs';
import { script } from './say.mjs';
import { onDisplay } from './window.mjs';

await script(async () => {
  await bootstrap();
  await buildApp();
  const { command, args } = onDisplay(process.execPath, [
    join(ROOT, 'node_modules/@playwright/test/cli.js'),
    'test',
    '--config=tests/visual/playwright.config.ts',
  ]);
  process.exitCode = await handOver(command, args);
});
