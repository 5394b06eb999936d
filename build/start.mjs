/** `npm start`: opens the app from this checkout. `--dev` builds again at every change. */
import { spawn } from 'node:child_process';
import { bootstrap } from './bootstrap.mjs';
import { buildApp } from './build.mjs';
import { handOver, ROOT } from './run.mjs';
import { script } from './say.mjs';
import { electronCommand } from './window.mjs';

await script(async () => {
  const given = process.argv.slice(2);
  const dev = given.includes('--dev');
  await bootstrap();
  await buildApp();
  const watcher = dev
    ? spawn(process.execPath, [`${import.meta.dirname}/watch.mjs`], { stdio: 'inherit' })
    : null;
  const { command, args } = electronCommand([ROOT, ...given.filter((arg) => arg !== '--dev')]);
  process.exitCode = await handOver(command, args);
  watcher?.kill();
});
