import { GridBuilder, type Budget } from '../grid-builder.ts';
import type { Grid, SheetFile, SheetNote } from '../grid.ts';
import type { Pace } from '../pace.ts';
import { Refused } from '../refusal.ts';
import { elementsOf } from '../xml/elements.ts';
import { Malformed } from '../xml/trouble.ts';
import type { Zip, ZipEntry } from '../zip/directory.ts';
import { Inflater } from '../zip/inflate.ts';
import { StyledNumbers } from './cell-styles.ts';
import { partOfType, relationshipsOf, type Relationship } from './package.ts';
import { readRange } from './reference.ts';
import { SharedStrings } from './shared-strings.ts';
import { SheetScan } from './sheet-scan.ts';
import { readStyles } from './styles.ts';
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from './workbook.ts';

/** The own reader of plain workbooks. Throws `Refused`, or `Unsure` where another reader should try. */
export async function readXlsx(zip: Zip, budget: Budget, pace: Pace): Promise<SheetFile> {
  return new XlsxReader(zip, budget, pace).read();
}

class XlsxReader {
  private readonly inflater: Inflater;
  private readonly notes: SheetNote[] = [];
  /** Names of sheets that show a pivot. */
  private readonly pivots = new Set<string>();
  /** Parts that are a sheet already: a small file could name one thousands of times. */
  private readonly sheetParts = new Set<ZipEntry>();

  constructor(
    private readonly zip: Zip,
    private readonly budget: Budget,
    private readonly pace: Pace,
  ) {
    this.inflater = new Inflater(zip, budget.limits, pace);
  }

  async read(): Promise<SheetFile> {
    const { zip } = this;
    const root = await this.relationships('');
    const book = partOfType(zip, root, 'officeDocument') ?? zip.find('xl/workbook.xml');
    if (book === undefined) throw this.damaged('it holds no workbook');
    const { sheets, date1904 } = await this.book(book);
    if (sheets.length === 0) throw new Refused('no-sheets', `${zip.file} holds no sheets.`);
    if (sheets.length > this.budget.limits.sheets) {
      throw new Refused(
        'too-large',
        `${zip.file} names ${sheets.length} sheets: split it into several files.`,
      );
    }
    const links = await this.relationships(book.name);
    const styles = await this.styles(partOfType(zip, links, 'styles'));
    const shared = await this.shared(partOfType(zip, links, 'sharedStrings'));
    const grids: Grid[] = [];
    for (const sheet of sheets) {
      const link = links.find(({ id }) => id === sheet.relationship);
      if (link !== undefined && link.type !== 'worksheet') this.noteNoRows(sheet, link.type);
      else grids.push(await this.sheet(sheet, link, { shared, styles, date1904 }));
    }
    this.noteEmptiness(grids);
    return {
      file: zip.file,
      format: 'xlsx',
      grids,
      notes: this.notes,
      savedOn: await this.savedOn(partOfType(zip, root, 'core-properties')),
    };
  }

  private async sheet(
    sheet: SheetEntry,
    link: Relationship | undefined,
    book: { shared: readonly string[]; styles: readonly string[]; date1904: boolean },
  ): Promise<Grid> {
    const entry = link === undefined ? undefined : this.zip.find(link.target);
    if (entry === undefined) {
      throw this.damaged(`its sheet "${sheet.name}" is missing from it`);
    }
    if (this.sheetParts.has(entry)) {
      throw this.damaged(`its sheet "${sheet.name}" is another one's over again`);
    }
    this.sheetParts.add(entry);
    const builder = new GridBuilder(sheet.name, this.budget);
    const scan = new SheetScan(builder, {
      shared: book.shared,
      numbers: new StyledNumbers(builder, book.styles, book.date1904),
    });
    const before = this.pace.rows;
    try {
      await this.inflater.each(entry, (chunk) => {
        scan.feed(chunk);
        this.pace.rows = before + scan.rows;
      });
      const frame = scan.end();
      const parts = await this.relationships(entry.name);
      const filterRange = frame.filterRange ?? (await this.tableRange(parts));
      if (parts.some(({ type }) => type === 'pivotTable')) {
        this.pivots.add(sheet.name);
        this.notePivot(sheet);
      }
      if (scan.missingTexts > 0) this.noteMissingTexts(sheet, scan.missingTexts);
      return builder.finish({ ...frame, filterRange, visibility: sheet.visibility });
    } catch (thrown) {
      if (!(thrown instanceof Malformed)) throw thrown;
      throw this.damaged(
        `its sheet "${sheet.name}" ${thrown.message} (near row ${Math.max(scan.at, 1)})`,
      );
    }
  }

  /** The range of the largest table of a sheet. */
  private async tableRange(links: readonly Relationship[]): Promise<Grid['filterRange']> {
    let largest: Grid['filterRange'];
    for (const { type, target } of links) {
      const entry = type === 'table' ? this.zip.find(target) : undefined;
      if (entry === undefined) continue;
      const [table] = elementsOf(await this.part(entry), ['table'], ['ref']);
      const range = readRange(table?.attributes.get('ref') ?? '');
      if (range !== null && area(range) > (largest === undefined ? 0 : area(largest)))
        largest = range;
    }
    return largest;
  }

  private async relationships(path: string): Promise<Relationship[]> {
    try {
      return await relationshipsOf(this.zip, this.inflater, path);
    } catch (thrown) {
      throw this.explained(thrown, 'its list of parts');
    }
  }

  private async part(entry: ZipEntry): Promise<Uint8Array> {
    return this.inflater.whole(entry);
  }

  private async book(entry: ZipEntry): Promise<WorkbookPart> {
    const part = await this.part(entry);
    try {
      return readWorkbookPart(part);
    } catch (thrown) {
      throw this.explained(thrown, 'its list of sheets');
    }
  }

  private async styles(entry: ZipEntry | undefined): Promise<string[]> {
    if (entry === undefined) return [];
    const part = await this.part(entry);
    try {
      return readStyles(part);
    } catch (thrown) {
      throw this.explained(thrown, 'its list of styles');
    }
  }

  private async shared(entry: ZipEntry | undefined): Promise<readonly string[]> {
    if (entry === undefined) return [];
    const strings = new SharedStrings(this.budget);
    try {
      await this.inflater.each(entry, (chunk) => strings.feed(chunk));
      strings.end();
    } catch (thrown) {
      throw this.explained(thrown, 'its list of texts');
    }
    return strings.texts;
  }

  private async savedOn(entry: ZipEntry | undefined): Promise<string | undefined> {
    if (entry === undefined) return undefined;
    try {
      const [modified] = elementsOf(await this.part(entry), ['modified'], []);
      return /^\d{4}-\d\d-\d\d/.exec(modified?.text ?? '')?.[0];
    } catch (thrown) {
      // When it was saved is worth knowing, not worth refusing the book for.
      if (thrown instanceof Malformed) return undefined;
      throw thrown;
    }
  }

  private explained(thrown: unknown, where: string): unknown {
    return thrown instanceof Malformed ? this.damaged(`${where} ${thrown.message}`) : thrown;
  }

  private damaged(how: string): Refused {
    return new Refused(
      'damaged',
      `${this.zip.file} is damaged: ${how}. Open it in the spreadsheet program and save it again.`,
    );
  }

  private noteNoRows({ name }: SheetEntry, type: string): void {
    const what = type === 'chartsheet' ? 'a chart' : type === 'dialogsheet' ? 'a dialog' : 'macros';
    this.notes.push({
      code: 'no-rows',
      sheet: name,
      message: `Sheet "${name}" holds ${what} and no rows.`,
    });
  }

  private notePivot({ name }: SheetEntry): void {
    this.notes.push({
      code: 'pivot',
      sheet: name,
      message: `Sheet "${name}" shows a pivot: its rows are a summary, not the table behind it.`,
    });
  }

  private noteEmptiness(grids: readonly Grid[]): void {
    const filled = grids.filter(({ rows }) => rows > 0);
    const model = this.zip.entries.some(({ name }) => /^xl\/model\//i.test(name));
    const pivots = filled.length > 0 && filled.every(({ name }) => this.pivots.has(name));
    if (pivots || (filled.length === 0 && (model || this.pivots.size > 0))) {
      const what = model ? 'a pivot of a data model' : 'pivots of data kept elsewhere';
      const message = `This workbook holds no rows, only ${what}: export the table behind it and open that.`;
      this.notes.push({ code: 'only-pivot', message });
    } else if (filled.length === 0) {
      this.notes.push({ code: 'no-rows', message: 'This workbook holds no rows on any sheet.' });
    }
  }

  private noteMissingTexts({ name }: SheetEntry, count: number): void {
    this.notes.push({
      code: 'missing-text',
      sheet: name,
      message: `${count} cells of sheet "${name}" point to texts that the file does not hold: they are read as empty.`,
    });
  }
}

function area([top, left, bottom, right]: readonly [number, number, number, number]): number {
  return (bottom - top + 1) * (right - left + 1);
}
