import { decodeProject as decode, openProject } from '../../../shared/project/decode.ts';
import { encodeProject as encode } from '../../../shared/project/encode.ts';
import { applyJournal } from '../../../shared/project/journal.ts';
import { ok } from '../../../shared/units/result.ts';
import type { Job } from '../job.ts';

/** Writes the project file; parts that did not change since the last one are taken from it. */
export const encodeProject: Job<'encodeProject'> = async (input, { desk, breathe }) => {
  desk.heavy = input.heavy ?? desk.heavy;
  if (desk.heavy === null) throw new Error('the columns were never sent');
  const encoded = await encode(
    { ...input.light, ...desk.heavy },
    { appVersion: input.appVersion, previous: desk.encoded ?? undefined, pause: breathe },
  );
  desk.encoded = encoded;
  return encoded.bytes;
};

/** The document of a project's parts, every part checked. */
export const decodeProject: Job<'decodeProject'> = (parts) => Promise.resolve(decode(parts));

/** The base project with the changes of its journal. */
export const recoverProject: Job<'recoverProject'> = ({ base, records }) => {
  const opened = openProject(base);
  if (!opened.ok) return Promise.resolve(opened);
  const { document } = opened.value;
  const recovered = applyJournal(document, records);
  const { mapping, asOf } = recovered.document;
  const readAgain = mapping !== document.mapping || asOf !== document.asOf;
  return Promise.resolve(ok({ ...recovered, readAgain }));
};
