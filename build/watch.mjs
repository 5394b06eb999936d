/** Bundles again at every change; the running window shows it after View → Reload. */
import { buildApp } from './build.mjs';
import { script } from './say.mjs';

await script(() => buildApp({ watch: true }));
