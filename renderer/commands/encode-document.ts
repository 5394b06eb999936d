import type { ProjectDocument } from '../../shared/project/document.ts';
import type { Engine, HeavySlices } from '../engine/jobs.ts';
import type { AppContext } from './context.tsx';

/** The heavy slices each worker already has: they are sent once, not with every save. */
const sent = new WeakMap<Engine, HeavySlices>();

/** The project as a `.handoff` file, encoded in the worker. */
export async function encodeDocument(
  { files, bridge }: AppContext,
  document: ProjectDocument,
): Promise<Uint8Array> {
  const { book, sources, report, ...light } = document;
  const last = sent.get(files);
  const known = last?.book === book && last.sources === sources && last.report === report;
  sent.set(files, { book, sources, report });
  return files.run('encodeProject', {
    light,
    heavy: known ? null : { book, sources, report },
    appVersion: bridge.version,
  });
}
