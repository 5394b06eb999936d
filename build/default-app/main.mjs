/**
 * Starts the application named on the command line, as Electron's own default app does. An ES
 * module with top-level await: Electron holds its `ready` event until that has settled.
 */
import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(1);
let folder;
for (let index = 0; index < args.length; index++) {
  const arg = args[index];
  if (arg === '-r' || arg === '--require') {
    createRequire(import.meta.url)(resolve(args[++index]));
  } else if (!arg.startsWith('-')) {
    folder = resolve(arg);
    break;
  }
}
if (folder === undefined) {
  process.stderr.write('Name the folder of an application.\n');
  app.exit(2);
} else {
  let entry = folder;
  if (statSync(folder).isDirectory()) {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    app.name = manifest.productName ?? manifest.name ?? app.name;
    if (manifest.version !== undefined) app.setVersion(manifest.version);
    entry = join(folder, manifest.main ?? 'index.js');
  }
  app.setAppPath(statSync(folder).isDirectory() ? folder : dirname(folder));
  await import(pathToFileURL(entry).href);
}
