import { GridBuilder, type Budget } from '../grid-builder.ts';
import type { Grid, SheetFile } from '../grid.ts';
import { isoDays } from '../iso-date.ts';
import { formatMeaning, isDateSerial, serialToDays } from '../number-format.ts';
import type { Pace } from '../pace.ts';
import { Refused } from '../refusal.ts';
import { Decoder, findEncoding } from '../text/encoding.ts';
import { elementsOf } from '../xml/elements.ts';
import { nameCode, TOKEN, XmlScanner } from '../xml/scanner.ts';
import { textOf } from '../xml/text.ts';
import { Malformed, Unsure } from '../xml/trouble.ts';

const CHUNK = 256 * 1024;

/** The names under which the 2003 format knows its own number formats. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  'General Number': 'General',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  Currency: '"$"#,##0.00',
  'Euro Currency': '[$€-2] #,##0.00',
  'General Date': 'm/d/yy h:mm',
  'Long Date': 'dddd, mmmm d, yyyy',
  'Medium Date': 'd-mmm-yy',
  'Short Date': 'm/d/yy',
};

/** Reads the XML spreadsheets of 2003 ("SpreadsheetML"), often named .xls. Throws `Refused`. */
export async function readSpreadsheetMl(
  file: string,
  bytes: Uint8Array,
  budget: Budget,
  pace: Pace,
): Promise<SheetFile> {
  try {
    const utf8 = await asUtf8(bytes, pace);
    const scan = new SpreadsheetMlScan(budget, formatsOf(utf8));
    for (let at = 0; at < utf8.length; at += CHUNK) {
      scan.feed(utf8.subarray(at, at + CHUNK));
      pace.bytesDone = at;
      pace.rows = scan.rows;
      await pace.step(CHUNK);
    }
    const grids = scan.end();
    if (grids.length === 0) throw new Refused('no-sheets', `${file} holds no sheets.`);
    return { file, format: 'spreadsheetml', grids, notes: [] };
  } catch (thrown) {
    if (!(thrown instanceof Malformed) && !(thrown instanceof Unsure)) throw thrown;
    throw new Refused(
      'damaged',
      `${file} is damaged: it ${thrown.message}. Open it in the spreadsheet program and save it as .xlsx.`,
    );
  }
}

/** The scanner reads UTF-8 only: another encoding, found or declared, is written anew. */
async function asUtf8(bytes: Uint8Array, pace: Pace): Promise<Uint8Array> {
  const { encoding, mark } = await findEncoding(bytes, pace);
  if (encoding === 'utf-8') return bytes.subarray(mark);
  const text = new Decoder(encoding).decode(bytes.subarray(mark));
  return new TextEncoder().encode(
    text.replace(/^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']/i, '$1'),
  );
}

/** Number formats by style id. They stand before the sheets. */
function formatsOf(bytes: Uint8Array): Map<string, string> {
  const end = new Decoder('windows-1252')
    .decode(bytes.subarray(0, 4 * CHUNK))
    .search(/<\/(\w+:)?Styles>/);
  const formats = new Map<string, string>();
  if (end === -1) return formats;
  let style = '';
  // The part up to the end of the styles is no whole document: its opening tags are closed by hand.
  const head = new TextDecoder().decode(bytes.subarray(0, end));
  const from = head.search(/<(\w+:)?Styles[\s>]/);
  if (from === -1) return formats;
  const prefix = /^<(\w+:)?/.exec(head.slice(from))?.[1] ?? '';
  const part = new TextEncoder().encode(`${head.slice(from)}</${prefix}Styles>`);
  for (const { name, attributes } of elementsOf(
    part,
    ['Style', 'NumberFormat'],
    ['ID', 'Format'],
  )) {
    if (name === 'Style') style = attributes.get('ID') ?? '';
    else {
      const format = attributes.get('Format') ?? 'General';
      formats.set(
        style,
        Object.hasOwn(NAMED_FORMATS, format) ? (NAMED_FORMATS[format] ?? format) : format,
      );
    }
  }
  return formats;
}

const WORKSHEET = nameCode('Worksheet');
const TABLE = nameCode('Table');
const COLUMN = nameCode('Column');
const ROW = nameCode('Row');
const CELL = nameCode('Cell');
const DATA = nameCode('Data');
const VISIBLE = nameCode('Visible');
const FILTER = nameCode('AutoFilter');
const A_NAME = nameCode('Name');
const A_INDEX = nameCode('Index');
const A_SPAN = nameCode('Span');
const A_HIDDEN = nameCode('Hidden');
const A_STYLE = nameCode('StyleID');
const A_TYPE = nameCode('Type');
const A_ACROSS = nameCode('MergeAcross');
const A_DOWN = nameCode('MergeDown');
const A_RANGE = nameCode('Range');

interface OpenSheet {
  readonly builder: GridBuilder;
  readonly merges: Grid['merges'][number][];
  visibility: Grid['visibility'];
  filterRange: Grid['filterRange'];
}

/** Worksheet (2) > Table (3) > Row (4) > Cell (5) > Data (6). */
class SpreadsheetMlScan {
  rows = 0;
  private readonly grids: Grid[] = [];
  private readonly xml = new XmlScanner();
  private sheet: OpenSheet | null = null;
  private row = -1;
  private nextRow = 0;
  private column = -1;
  private nextColumn = 0;
  private nextColumnInfo = 0;
  private style = '';
  private type = '';
  private text: string | null = null;
  private inVisible = false;

  constructor(
    private readonly budget: Budget,
    private readonly formats: ReadonlyMap<string, string>,
  ) {}

  feed(chunk: Uint8Array): void {
    this.xml.feed(chunk);
    this.scan();
  }

  end(): readonly Grid[] {
    this.xml.end();
    this.scan();
    return this.grids;
  }

  private scan(): void {
    const { xml } = this;
    for (let token = xml.next(); token !== TOKEN.more; token = xml.next()) {
      if (token === TOKEN.open) this.open();
      else if (token === TOKEN.close) this.close();
      else if (this.text !== null) this.text += this.value();
      else if (this.inVisible && this.sheet !== null) {
        const state = this.value().trim();
        if (state === 'SheetHidden') this.sheet.visibility = 'hidden';
        if (state === 'SheetVeryHidden') this.sheet.visibility = 'veryHidden';
      }
    }
  }

  private open(): void {
    const { code, depth } = this.xml;
    if (depth === 2 && code === WORKSHEET) this.openSheet();
    else if (this.sheet === null) return;
    else if (depth === 4 && code === ROW) this.openRow(this.sheet);
    else if (depth === 4 && code === COLUMN) this.openColumn(this.sheet);
    else if (depth === 5 && code === CELL) this.openCell(this.sheet);
    else if (depth === 6 && code === DATA) {
      this.type = this.attributes(A_TYPE).get(A_TYPE) ?? 'String';
      this.text = '';
    } else if (depth === 4 && code === VISIBLE) this.inVisible = true;
    else if (depth === 3 && code === FILTER) {
      const range = this.attributes(A_RANGE).get(A_RANGE) ?? '';
      const [top, left, bottom, right] = range.match(/\d+/g)?.map(Number) ?? [];
      if (top && left && bottom && right) {
        this.sheet.filterRange = [top - 1, left - 1, bottom - 1, right - 1];
      }
    }
  }

  private close(): void {
    const { code, depth } = this.xml;
    if (depth === 5 && code === DATA) {
      if (this.sheet !== null && this.text !== null) this.setCell(this.sheet.builder, this.text);
      this.text = null;
    } else if (code === VISIBLE) this.inVisible = false;
    else if (depth === 1 && code === WORKSHEET && this.sheet !== null) {
      const { builder, ...frame } = this.sheet;
      this.grids.push(builder.finish(frame));
      this.sheet = null;
    } else if (code === TABLE) this.nextColumnInfo = 0;
  }

  private openSheet(): void {
    const name = this.attributes(A_NAME).get(A_NAME) ?? '';
    this.sheet = {
      builder: new GridBuilder(name, this.budget),
      visibility: 'visible',
      merges: [],
      filterRange: undefined,
    };
    this.nextRow = 0;
    this.nextColumnInfo = 0;
  }

  private openRow({ builder }: OpenSheet): void {
    const values = this.attributes(A_INDEX, A_SPAN, A_HIDDEN);
    this.row = index(values.get(A_INDEX), this.nextRow);
    const span = count(values.get(A_SPAN));
    this.nextRow = this.row + 1 + span;
    this.nextColumn = 0;
    this.rows++;
    if (values.get(A_HIDDEN) === '1') builder.hideRows(this.row, this.row + span);
  }

  private openColumn({ builder }: OpenSheet): void {
    const values = this.attributes(A_INDEX, A_SPAN, A_HIDDEN);
    const first = index(values.get(A_INDEX), this.nextColumnInfo);
    const last = Math.min(first + count(values.get(A_SPAN)), this.budget.limits.columns - 1);
    this.nextColumnInfo = last + 1;
    if (values.get(A_HIDDEN) === '1') builder.hideColumns(first, last);
  }

  private openCell({ merges }: OpenSheet): void {
    const values = this.attributes(A_INDEX, A_STYLE, A_ACROSS, A_DOWN);
    this.column = index(values.get(A_INDEX), this.nextColumn);
    this.style = values.get(A_STYLE) ?? '';
    const across = count(values.get(A_ACROSS));
    const down = count(values.get(A_DOWN));
    this.nextColumn = this.column + 1 + across;
    if (across + down > 0) {
      merges.push([this.row, this.column, this.row + down, this.column + across]);
    }
  }

  private setCell(builder: GridBuilder, text: string): void {
    const { row, column } = this;
    const number = text.trim() === '' ? NaN : Number(text);
    const days = this.type === 'DateTime' ? isoDays(text) : null;
    if (this.type === 'Number' && Number.isFinite(number)) {
      const format = this.formats.get(this.style) ?? 'General';
      if (formatMeaning(format) === 'date' && isDateSerial(number)) {
        builder.setDate(row, column, serialToDays(number, false));
      } else builder.setNumber(row, column, number, builder.format(format));
    } else if (days !== null) builder.setDate(row, column, days);
    else if (this.type === 'Boolean') builder.setBoolean(row, column, text.trim() === '1');
    else if (this.type === 'Error') builder.setError(row, column, text);
    else builder.setText(row, column, text);
  }

  private attributes(...names: number[]): Map<number, string> {
    const { xml } = this;
    const values = new Map<number, string>();
    while (xml.nextAttribute()) {
      if (names.includes(xml.localName)) values.set(xml.localName, this.value());
    }
    return values;
  }

  private value(): string {
    const { xml } = this;
    return textOf(xml.bytes, xml.from, xml.to, xml.hasEntities);
  }
}

/** A place counted from 1, or the next one. */
function index(text: string | undefined, next: number): number {
  if (text === undefined) return next;
  const place = Number(text);
  if (!Number.isInteger(place) || place < 1)
    throw new Malformed('has a cell whose place cannot be read');
  return place - 1;
}

function count(text: string | undefined): number {
  const value = Number(text ?? 0);
  return Number.isInteger(value) && value > 0 && value <= 1_048_576 ? value : 0;
}
