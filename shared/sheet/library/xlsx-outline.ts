import type { Pace } from '../pace.ts';
import { findEncoding } from '../text/encoding.ts';
import { relationshipsOf } from '../xlsx/package.ts';
import { readRange } from '../xlsx/reference.ts';
import { readWorkbookPart } from '../xlsx/workbook.ts';
import type { Inflater } from '../zip/inflate.ts';
import type { Zip } from '../zip/directory.ts';
import { OutlineCount, type SheetOutline } from './outline.ts';

/**
 * Counts the rows with values of a plain workbook by its tags alone: rougher than the own reader,
 * and so a second opinion on what the library gives back where the own reader was not sure.
 */
export async function outlineOfXlsx(
  zip: Zip,
  inflater: Inflater,
  pace: Pace,
): Promise<SheetOutline[]> {
  const book = zip.find('xl/workbook.xml');
  if (book === undefined) return [];
  const links = await relationshipsOf(zip, inflater, book.name);
  const outlines: SheetOutline[] = [];
  for (const sheet of readWorkbookPart(await inflater.whole(book)).sheets) {
    const link = links.find(({ id }) => id === sheet.relationship);
    const entry = link === undefined ? undefined : zip.find(link.target);
    const isWorksheet = link === undefined || link.type === 'worksheet';
    if (!isWorksheet || entry === undefined) outlines.push({ isWorksheet, rows: 0 });
    else {
      const text = await textOf(await inflater.whole(entry), pace);
      outlines.push({ isWorksheet, rows: countRows(text), linked: countLinked(text) });
    }
  }
  return outlines;
}

async function textOf(part: Uint8Array, pace: Pace): Promise<string> {
  const { encoding, mark } = await findEncoding(part, pace);
  return new TextDecoder(encoding).decode(part.subarray(mark));
}

/** Cells that links cover. */
function countLinked(text: string): number {
  const count = new OutlineCount();
  for (const [, ref = ''] of text.matchAll(/<(?:[\w.-]+:)?hyperlink\s[^>]*?ref="([^"]{1,40})"/g)) {
    const range = readRange(ref);
    if (range !== null) count.addLink(range[2] - range[0] + 1, range[3] - range[1] + 1);
  }
  return count.told().linked;
}

function countRows(text: string): number {
  const row = /<(?:[\w.-]+:)?row[\s>/]/g;
  const value = /<(?:[\w.-]+:)?(?:v|is)[\s>]/;
  let rows = 0;
  let from = -1;
  for (let found = row.exec(text); found !== null; found = row.exec(text)) {
    if (from !== -1 && value.test(text.slice(from, found.index))) rows++;
    from = found.index;
  }
  return from !== -1 && value.test(text.slice(from)) ? rows + 1 : rows;
}
