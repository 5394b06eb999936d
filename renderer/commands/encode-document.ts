import type { ProjectDocument } from '../../shared/project/document.ts';
import type { Engine, HeavySlices } from '../engine/jobs.ts';
import { withinReach } from '../store/history.ts';
import type { AppContext } from './context.tsx';

/** The heavy slices each worker already has: they are sent once, not with every save. */
const sent = new WeakMap<Engine, HeavySlices>();

/** The project as a `.handoff` file, encoded in the worker. */
export function encodeDocument(
  { files, bridge }: AppContext,
  document: ProjectDocument,
): Promise<Uint8Array> {
  const { book, sources, report, ...light } = withinReach(document);
  return withHeavy(files, { book, sources, report }, (heavy) =>
    files.run('encodeProject', { light, heavy, appVersion: bridge.version }),
  );
}

/** Runs a job with the heavy slices where the worker does not have these yet, else with null. */
export async function withHeavy<Outcome>(
  worker: Engine,
  slices: HeavySlices,
  run: (heavy: HeavySlices | null) => Promise<Outcome>,
): Promise<Outcome> {
  const { book, sources, report } = slices;
  const last = sent.get(worker);
  const known = last?.book === book && last.sources === sources && last.report === report;
  sent.set(worker, slices);
  try {
    return await run(known ? null : slices);
  } catch (cause) {
    // A job that was given up may never have begun: nothing counts as sent.
    sent.delete(worker);
    throw cause;
  }
}
