import type { Zip, ZipEntry } from '../zip/directory.ts';
import type { Inflater } from '../zip/inflate.ts';
import { elementsOf } from '../xml/elements.ts';

/** A reference from one part of a workbook to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: 'worksheet', 'styles', 'sharedStrings', … */
  readonly type: string;
  /** Path of the part inside the archive. */
  readonly target: string;
}

/** What the part at `path` (or '' for the package itself) refers to inside the archive. */
export async function relationshipsOf(
  zip: Zip,
  inflater: Inflater,
  path: string,
): Promise<Relationship[]> {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const entry = zip.find(`${folder}_rels/${path.slice(slash)}.rels`);
  if (entry === undefined) return [];
  return elementsOf(
    await inflater.whole(entry),
    ['Relationship'],
    ['Id', 'Type', 'Target', 'TargetMode'],
  )
    .filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
    .map(({ attributes }) => ({
      id: attributes.get('Id') ?? '',
      type: attributes.get('Type')?.split('/').at(-1) ?? '',
      target: resolved(folder, attributes.get('Target') ?? ''),
    }));
}

/** The one part of a type that `relationships` name and the archive holds. */
export function partOfType(
  zip: Zip,
  relationships: readonly Relationship[],
  type: string,
): ZipEntry | undefined {
  const target = relationships.find((one) => one.type === type)?.target;
  return target === undefined ? undefined : zip.find(target);
}

/** A target is relative to the folder of the part that names it; a leading slash means the archive. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target;
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
