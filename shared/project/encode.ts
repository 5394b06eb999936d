import { packPart, zipParts, type PackedPart } from './archive.ts';
import { bookParts } from './book-parts.ts';
import type { ProjectDocument } from './document.ts';
import { manifestPart } from './manifest.ts';
import { jsonPart, type PartSource } from './parts.ts';
import { sourceParts } from './source-parts.ts';

/** A project file and what is needed to write the next one quickly. */
export interface EncodedProject {
  /** The `.handoff` file. */
  readonly bytes: Uint8Array;
  readonly parts: ReadonlyMap<string, EncodedPart>;
}
export interface EncodedPart {
  readonly source: unknown;
  readonly packed: PackedPart;
}

export interface EncodeOptions {
  /** Version of the program, told to whoever opens the file with an older one. */
  readonly appVersion: string;
  /** The last file written: parts whose slice of state is still the same object are taken from it. */
  readonly previous?: EncodedProject | undefined;
  /** Called between parts; awaiting a turn of the event loop here keeps the caller responsive. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/**
 * The project as a `.handoff` file: a zip of a manifest, columns as binary parts, and everything
 * else as JSON. The same document gives the same bytes. Compresses at some 50 MB/s: meant to run in
 * a worker, on a document whose unchanged slices keep their identity from call to call.
 */
export async function encodeProject(
  document: ProjectDocument,
  { appVersion, previous, pause }: EncodeOptions,
): Promise<EncodedProject> {
  const parts = new Map<string, EncodedPart>();
  for (const { name, source, encode } of partsOf(document)) {
    const known = previous?.parts.get(name);
    if (known !== undefined && Object.is(known.source, source)) {
      parts.set(name, known);
      continue;
    }
    parts.set(name, { source, packed: packPart(name, encode()) });
    await pause?.();
  }
  const packed = [...parts.values()].map((part) => part.packed);
  const manifest = manifestPart(appVersion, packed);
  return { bytes: zipParts([packPart(manifest.name, manifest.encode()), ...packed]), parts };
}

function partsOf(document: ProjectDocument): readonly PartSource[] {
  const { book, sources, mapping, report, scenarios, view, history } = document;
  const { name, asOf, todayAnswered, currencyRate, activeScenario } = document;
  const hasBook = book !== null;
  const head = { name, asOf, todayAnswered, currencyRate, activeScenario, hasBook };
  return [
    jsonPart('document.json', JSON.stringify(head), head),
    jsonPart('mapping.json', mapping),
    jsonPart('report.json', report),
    jsonPart('scenarios.json', scenarios),
    jsonPart('view.json', view),
    jsonPart('history.json', history),
    ...(book ? bookParts(book) : []),
    ...sourceParts(sources),
  ];
}
