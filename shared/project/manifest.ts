import { z } from '../units/schema.ts';
import { crc32 } from './archive.ts';
import {
  DamagedProject,
  jsonPart,
  readBytes,
  readJson,
  type Parts,
  type PartSource,
} from './parts.ts';

/** The version of the file format this program writes. A change of any part's shape raises it. */
export const FORMAT = 1;

/** Enough to tell whose file it is and whether this program is too old for it. */
const headSchema = z.looseObject({
  app: z.literal('Handoff'),
  format: z.int().min(1),
  version: z.string().max(100),
});
const manifestSchema = z.strictObject({
  ...headSchema.shape,
  /** Every other part with its size and CRC-32: nothing may be missing, cut or changed. */
  parts: z.record(z.string(), z.strictObject({ bytes: z.int().min(0), crc: z.int().min(0) })),
});

const NAME = 'manifest.json';

/** The manifest of parts about to be written. */
export function manifestPart(
  appVersion: string,
  parts: readonly { readonly name: string; readonly bytes: number; readonly crc: number }[],
): PartSource {
  const list = Object.fromEntries(parts.map(({ name, bytes, crc }) => [name, { bytes, crc }]));
  return jsonPart(NAME, list, {
    app: 'Handoff',
    format: FORMAT,
    version: appVersion,
    parts: list,
  } satisfies z.input<typeof manifestSchema>);
}

/**
 * Checks that the parts are a project's, whole and unchanged. Returns the format version they were
 * written in; throws DamagedProject on foreign, newer and damaged files.
 */
export function checkManifest(parts: Parts): number {
  const json = Object.hasOwn(parts, NAME) ? readJson(parts, NAME) : null;
  const head = headSchema.safeParse(json);
  if (!head.success) throw new DamagedProject('it is not a Handoff project');
  const { format, version } = head.data;
  if (format > FORMAT)
    throw new DamagedProject(
      `it was saved by a newer Handoff (${version}): update Handoff to open it`,
    );
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) throw new DamagedProject(`its part "${NAME}" is damaged`);
  for (const [name, { bytes, crc }] of Object.entries(manifest.data.parts)) {
    const part = readBytes(parts, name);
    if (part.length !== bytes || crc32(part) !== crc)
      throw new DamagedProject(`its part "${name}" is damaged`);
  }
  return format;
}
