import { builtInFormat } from '../number-format.ts';
import { nameCode, TOKEN, XmlScanner } from '../xml/scanner.ts';
import { textOf } from '../xml/text.ts';

const NUM_FMT = nameCode('numFmt');
const NUM_FMTS = nameCode('numFmts');
const CELL_XFS = nameCode('cellXfs');
const XF = nameCode('xf');
const NUM_FMT_ID = nameCode('numFmtId');
const FORMAT_CODE = nameCode('formatCode');

/** The number format of each cell style, by the style's index. */
export function readStyles(part: Uint8Array): string[] {
  const xml = new XmlScanner();
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inside = 0;
  xml.feed(part);
  xml.end();
  for (let token = xml.next(); token !== TOKEN.more; token = xml.next()) {
    if (token === TOKEN.close && xml.depth === 1) inside = 0;
    if (token !== TOKEN.open) continue;
    if (xml.depth === 2) inside = xml.code;
    if (xml.depth !== 3) continue;
    if (xml.code === NUM_FMT && inside === NUM_FMTS) {
      const { id, code } = formatOf(xml);
      own.set(id, code);
    } else if (xml.code === XF && inside === CELL_XFS) {
      ids.push(formatOf(xml).id);
    }
  }
  return ids.map((id) => own.get(id) ?? builtInFormat(id));
}

function formatOf(xml: XmlScanner): { id: number; code: string } {
  let id = 0;
  let code = 'General';
  while (xml.nextAttribute()) {
    const value = textOf(xml.bytes, xml.from, xml.to, xml.hasEntities);
    if (xml.attribute === NUM_FMT_ID) id = Number(value);
    else if (xml.attribute === FORMAT_CODE) code = value;
  }
  return { id, code };
}
