import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * electron-builder's hook: the runtime's own default app has no place in a release.
 * @param {{ appOutDir: string, packager: { getResourcesDir(folder: string): string } }} context
 */
export default async function afterPack({ appOutDir, packager }) {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}
