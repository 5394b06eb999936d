import { unzipSync, zipSync } from 'fflate';

/** Numbers from 0 to 1, the same for the same seed. */
export type Chance = () => number;

function pick<T>(chance: Chance, from: readonly [T, ...T[]]): T {
  return from[Math.floor(chance() * from.length)] ?? from[0];
}

/** One place or a stretch of the bytes, changed as accidents and malice change them. */
function mutateStretch(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = Math.floor(chance() * bytes.length);
  const length = 1 + Math.floor(chance() * chance() * 60);
  const [before, there, after] = [
    bytes.slice(0, at),
    bytes.slice(at, at + length),
    bytes.slice(at + length),
  ];
  const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
  const flipped = there.slice();
  flipped[0] = (flipped[0] ?? 0) ^ (1 << Math.floor(chance() * 8));
  return pick(chance, [
    () => join(before, flipped, after),
    () => join(before, flipped, after),
    () =>
      join(
        before,
        there.map(() => Math.floor(chance() * 256)),
        after,
      ),
    () => join(before, after),
    () => join(before, there, there, after),
    () => before,
  ])();
}

/**
 * Bytes changed anywhere. Of an archive mostly those that its parts unpack to, packed again so that
 * their checksums hold: a change of the packed bytes is found by the checksum before anyone parses it.
 */
export function mutateBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  return isArchive(bytes) && chance() < 0.7
    ? withPartChanged(bytes, chance, (_, part) => mutateStretch(part, chance))
    : mutateStretch(bytes, chance);
}

const ODD = [
  '',
  '0',
  '-1',
  '1',
  '2',
  '7',
  '99',
  '65536',
  '1048577',
  '4294967296',
  '1e9',
  '1e999',
  'NaN',
  'true',
  'A1',
  'XFE1',
  'rId1',
  '../../x',
  '__proto__',
  '&amp;',
  '&#x0;',
  'é',
  ' ',
] as const;

/** A change of one attribute, tag, text or number of a text: still XML, mostly, but not what was meant. */
function mutateMarkup(xml: string, chance: Chance): string {
  const matches = (pattern: RegExp): RegExpMatchArray | undefined => {
    const all = [...xml.matchAll(pattern)];
    return all[Math.floor(chance() * all.length)];
  };
  const replace = (found: RegExpMatchArray | undefined, by: (text: string) => string): string => {
    if (found === undefined) return xml;
    return (
      xml.slice(0, found.index) + by(found[0]) + xml.slice((found.index ?? 0) + found[0].length)
    );
  };
  const odd = pick(chance, ODD);
  return pick(chance, [
    // Attributes: another value, gone, twice, under another name.
    () => replace(matches(/="[^"]*"/g), () => `="${odd}"`),
    () => replace(matches(/ [\w:]+="[^"]*"/g), () => ''),
    () => replace(matches(/ [\w:]+="[^"]*"/g), (text) => text + text),
    () => replace(matches(/ [\w:]+=/g), () => ' r='),
    // Counts and references.
    () => replace(matches(/"\d+"/g), () => `"${Math.floor(chance() * 3000)}"`),
    () =>
      replace(
        matches(/"[A-Z]+\d+"/g),
        () => `"${pick(chance, ['A1', 'B9', 'ZZ3', 'XFD9', '1A', 'A0'])}"`,
      ),
    // Numbers and texts.
    () => replace(matches(/>[^<>]+</g), () => `>${odd}<`),
    () =>
      replace(
        matches(/>[\d.]+</g),
        () => `>${pick(chance, ['1e308', '-0', '00012', '1,5', '0x10', '3.0', '99999999'])}<`,
      ),
    () => replace(matches(/>[^<>]+</g), (text) => text.slice(0, -1).repeat(20) + '<'),
    // Nesting: wrapped, unwrapped, repeated, emptied.
    () => replace(matches(/<(\w+)[^<>]*>[^<>]*<\/\1>/g), (text) => `<extra>${text}</extra>`),
    () => replace(matches(/<(\w+)[^<>]*>[^<>]*<\/\1>/g), (text) => text + text),
    () => replace(matches(/<(\w+)[^<>]*>[^<>]*<\/\1>/g), () => ''),
    () => replace(matches(/<\/\w+>/g), () => ''),
    () => replace(matches(/<[\w:]+ ?/g), () => '<row '),
    // Things beside.
    () => replace(matches(/></g), () => '><!-- a remark --><'),
    () => replace(matches(/></g), () => '>\r\n  <'),
    () => replace(matches(/>[^<>]+</g), (text) => `><![CDATA[${text.slice(1, -1)}]]><`),
  ])();
}

/** A change of what is written between the bytes: attributes, counts, references, nesting, numbers. */
export function mutateText(bytes: Uint8Array, chance: Chance): Uint8Array {
  return new TextEncoder().encode(mutateMarkup(new TextDecoder().decode(bytes), chance));
}

/** The same inside one part of an archive, packed again; now and then the part is gone. */
export function mutateArchive(bytes: Uint8Array, chance: Chance): Uint8Array {
  return withPartChanged(bytes, chance, (name, part) => {
    if (chance() < 0.03) return null;
    return /\.(bin|iwa)$/.test(name) ? mutateStretch(part, chance) : mutateText(part, chance);
  });
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Changes one part, mostly one that holds cells; it is packed again, deflated or stored. */
function withPartChanged(
  bytes: Uint8Array,
  chance: Chance,
  change: (name: string, part: Uint8Array) => Uint8Array | null,
): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels|bin|iwa)$/.test(name));
  const cells = names.filter((name) =>
    /sheet\d|content|sharedStrings|workbook|Index\/Tables|Document/.test(name),
  );
  const [first = '', ...rest] = chance() < 0.7 && cells.length > 0 ? cells : names;
  const name = pick(chance, [first, ...rest]);
  const part = parts[name];
  if (part === undefined) return bytes;
  const changed = change(name, part);
  if (changed === null) delete parts[name];
  else parts[name] = changed;
  const mtime = new Date('2026-01-01T00:00:00');
  const level = chance() < 0.5 ? 0 : 1;
  return zipSync(parts, { mtime, level });
}
