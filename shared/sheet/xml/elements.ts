import { nameCode, TOKEN, XmlScanner } from './scanner.ts';
import { textOf } from './text.ts';

/** One element of a small part: its attributes by local name, its text, where it stands. */
export interface Element {
  readonly name: string;
  readonly depth: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

/**
 * The elements of a small part that have one of these names, in order. Only for parts of which
 * everything wanted stands in attributes or in an element's own text.
 */
export function elementsOf(
  part: Uint8Array,
  names: readonly string[],
  attributes: readonly string[],
): Element[] {
  const wanted = new Map(names.map((name) => [nameCode(name), name]));
  const attributeNames = new Map(attributes.map((name) => [nameCode(name), name]));
  const found: { name: string; depth: number; attributes: Map<string, string>; text: string }[] =
    [];
  const xml = new XmlScanner();
  xml.feed(part);
  xml.end();
  for (let token = xml.next(); token !== TOKEN.more; token = xml.next()) {
    const last = found.at(-1);
    if (token === TOKEN.text) {
      if (last !== undefined && xml.depth === last.depth) {
        last.text += textOf(xml.bytes, xml.from, xml.to, xml.hasEntities);
      }
      continue;
    }
    const name = token === TOKEN.open ? wanted.get(xml.code) : undefined;
    if (name === undefined) continue;
    const values = new Map<string, string>();
    while (xml.nextAttribute()) {
      const attribute = attributeNames.get(xml.localName);
      if (attribute !== undefined) {
        values.set(attribute, textOf(xml.bytes, xml.from, xml.to, xml.hasEntities));
      }
    }
    found.push({ name, depth: xml.depth, attributes: values, text: '' });
  }
  return found;
}
