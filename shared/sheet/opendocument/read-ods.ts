import type { Budget } from '../grid-builder.ts';
import type { SheetFile } from '../grid.ts';
import type { Pace } from '../pace.ts';
import { Refused } from '../refusal.ts';
import { elementsOf } from '../xml/elements.ts';
import { Malformed } from '../xml/trouble.ts';
import type { Zip } from '../zip/directory.ts';
import { Inflater } from '../zip/inflate.ts';
import { ContentScan } from './content-scan.ts';

/** Reads an OpenDocument spreadsheet. Throws `Refused`. */
export async function readOds(zip: Zip, budget: Budget, pace: Pace): Promise<SheetFile> {
  const { file } = zip;
  const inflater = new Inflater(zip, budget.limits, pace);
  const manifest = await small(zip, inflater, 'META-INF/manifest.xml');
  if (manifest !== null && elementsOf(manifest, ['encryption-data'], []).length > 0) {
    throw new Refused(
      'password-protected',
      `${file} is password-protected: save it without a password.`,
    );
  }
  const content = zip.find('content.xml');
  if (content === undefined) throw damaged(file, 'it holds no content');
  const scan = new ContentScan(budget);
  try {
    await inflater.each(content, (chunk) => {
      scan.feed(chunk);
      pace.rows = scan.rows;
    });
    const grids = scan.end();
    if (grids.length === 0) {
      throw new Refused('no-sheets', `${file} holds no sheets: open a spreadsheet instead.`);
    }
    const meta = await small(zip, inflater, 'meta.xml');
    const saved = meta === null ? undefined : elementsOf(meta, ['date'], [])[0]?.text;
    return {
      file,
      format: 'ods',
      grids,
      notes: [],
      savedOn: /^\d{4}-\d\d-\d\d/.exec(saved ?? '')?.[0],
    };
  } catch (thrown) {
    if (!(thrown instanceof Malformed)) throw thrown;
    throw damaged(file, `its content ${thrown.message}`);
  }
}

async function small(zip: Zip, inflater: Inflater, path: string): Promise<Uint8Array | null> {
  const entry = zip.find(path);
  return entry === undefined ? null : inflater.whole(entry);
}

function damaged(file: string, how: string): Refused {
  return new Refused(
    'damaged',
    `${file} is damaged: ${how}. Open it in the spreadsheet program and save it again.`,
  );
}
