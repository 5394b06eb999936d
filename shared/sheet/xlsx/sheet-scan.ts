import type { GridBuilder, GridFrame } from '../grid-builder.ts';
import type { Grid } from '../grid.ts';
import { isoDays, isoTime } from '../iso-date.ts';
import { numberOf } from '../xml/number.ts';
import { codeOf, nameCode, TOKEN, XmlScanner } from '../xml/scanner.ts';
import { textOf } from '../xml/text.ts';
import { Malformed, Unsure } from '../xml/trouble.ts';
import type { StyledNumbers } from './cell-styles.ts';
import { unescapeText } from './escapes.ts';
import { readRange, readReference } from './reference.ts';

const SHEET_DATA = nameCode('sheetData');
const ROW = nameCode('row');
const CELL = nameCode('c');
const VALUE = nameCode('v');
const INLINE = nameCode('is');
const TEXT = nameCode('t');
const PHONETIC = nameCode('rPh');
const FORMULA = nameCode('f');
const EXTENSIONS = nameCode('extLst');
const COLUMN = nameCode('col');
const MERGE = nameCode('mergeCell');
const FILTER = nameCode('autoFilter');
const A_REFERENCE = nameCode('r');
const A_STYLE = nameCode('s');
const A_TYPE = nameCode('t');
const A_HIDDEN = nameCode('hidden');
const A_MIN = nameCode('min');
const A_MAX = nameCode('max');
const A_REF = nameCode('ref');

/** A cell's type: the `t` attribute as a number. */
const NUMBER = nameCode('n');
const SHARED = nameCode('s');
const FORMULA_TEXT = nameCode('str');
const INLINE_TEXT = nameCode('inlineStr');
const BOOLEAN = nameCode('b');
const ERROR = nameCode('e');
const DATE = nameCode('d');

/** Where in the sheet's data the scanner is: depth of the element. */
const ROW_DEPTH = 3;
const CELL_DEPTH = 4;
const PART_DEPTH = 5;

/** What the cells of a sheet refer to in the rest of the workbook. */
export interface SheetContext {
  readonly shared: readonly string[];
  readonly numbers: StyledNumbers;
}

/**
 * Reads a worksheet's XML as its bytes come, straight into a grid's columns. Only what stands in a
 * cell counts: formulas are read by their last value. Throws `Malformed` for XML that is broken and
 * `Unsure` for what it does not know inside the data.
 */
export class SheetScan {
  /** Rows seen. */
  rows = 0;
  /** Cells that point to a shared text that is not there. */
  missingTexts = 0;
  /** Row being read, from 1 as the user sees it. */
  get at(): number {
    return this.row + 1;
  }

  private readonly xml = new XmlScanner();
  private readonly place = { row: -1, column: -1 };
  /** Index of a shared text in the grid, -1 until a cell uses it. */
  private readonly textIndex: Int32Array;
  private readonly merges: Grid['merges'][number][] = [];
  private filterRange: Grid['filterRange'];

  private inData = false;
  private row = -1;
  private rowNamed = false;
  private column = -1;
  private type = NUMBER;
  private style = 0;
  private inValue = false;
  private inText = false;
  private phonetic = false;
  private number = NaN;
  private text = '';
  private pieces = 0;

  constructor(
    private readonly builder: GridBuilder,
    private readonly context: SheetContext,
  ) {
    this.textIndex = new Int32Array(context.shared.length).fill(-1);
  }

  feed(chunk: Uint8Array): void {
    this.xml.feed(chunk);
    this.scan();
  }

  /** Ends the reading and gives what the sheet has beside its cells. */
  end(): Omit<GridFrame, 'visibility'> {
    this.xml.end();
    this.scan();
    const { merges, filterRange } = this;
    return { merges, filterRange };
  }

  private scan(): void {
    const { xml } = this;
    for (let token = xml.next(); token !== TOKEN.more; token = xml.next()) {
      if (token === TOKEN.text) {
        if (this.inValue) this.takeValue();
        else if (this.inText) this.text += this.piece();
      } else if (token === TOKEN.open) {
        if (this.inData) this.openInData();
        else this.openBeside();
      } else if (this.inData) this.closeInData();
    }
  }

  private openInData(): void {
    const { depth, code } = this.xml;
    if (depth === CELL_DEPTH && code === CELL) this.openCell();
    else if (depth === PART_DEPTH && code === VALUE) this.inValue = true;
    else if (depth === ROW_DEPTH && code === ROW) this.openRow();
    else if (depth > PART_DEPTH) {
      if (code === TEXT) this.inText = !this.phonetic;
      else if (code === PHONETIC) this.phonetic = true;
    } else if (
      (depth === PART_DEPTH && code !== FORMULA && code !== INLINE && code !== EXTENSIONS) ||
      (depth < PART_DEPTH && code !== EXTENSIONS)
    ) {
      throw new Unsure('its rows hold something other than cells');
    }
  }

  private closeInData(): void {
    const { depth, code } = this.xml;
    if (depth === CELL_DEPTH - 1 && code === CELL) this.closeCell();
    else if (depth === CELL_DEPTH && code === VALUE) this.inValue = false;
    else if (depth >= PART_DEPTH && code === TEXT) this.inText = false;
    else if (depth >= PART_DEPTH && code === PHONETIC) this.phonetic = false;
    else if (depth === 1 && code === SHEET_DATA) this.inData = false;
  }

  private openRow(): void {
    const { xml } = this;
    let row = this.row + 1;
    let hidden = false;
    this.rowNamed = false;
    while (xml.nextAttribute()) {
      if (xml.attribute === A_REFERENCE) {
        row = numberOf(xml.bytes, xml.from, xml.to) - 1;
        this.rowNamed = true;
      } else if (xml.attribute === A_HIDDEN) hidden = this.isTrue();
    }
    if (!Number.isInteger(row) || row < 0) throw new Malformed('has a row without a number');
    this.row = row;
    this.column = -1;
    this.rows++;
    if (hidden) this.builder.hideRows(row);
  }

  private openCell(): void {
    const { xml, place } = this;
    let column = this.column + 1;
    this.type = NUMBER;
    this.style = 0;
    this.number = NaN;
    this.text = '';
    this.pieces = 0;
    while (xml.nextAttribute()) {
      switch (xml.attribute) {
        case A_REFERENCE:
          if (!readReference(xml.bytes, xml.from, xml.to, place)) {
            throw new Malformed('has a cell whose place cannot be read');
          }
          column = place.column;
          if (place.row !== this.row) this.moveTo(place.row);
          break;
        case A_STYLE:
          // An empty or wrong style is no style.
          this.style = numberOf(xml.bytes, xml.from, xml.to) || 0;
          break;
        case A_TYPE:
          this.type = typeOf(xml);
          break;
      }
    }
    this.column = column;
  }

  /** A row without a number takes the one its first cell gives; any other disagreement is damage. */
  private moveTo(row: number): void {
    if (this.rowNamed) throw new Malformed('has a cell that says it is in another row');
    this.row = row;
    this.rowNamed = true;
  }

  private takeValue(): void {
    const { xml, type } = this;
    this.pieces++;
    if (type === NUMBER || type === SHARED || type === BOOLEAN) {
      this.number = numberOf(xml.bytes, xml.from, xml.to);
      if (Number.isFinite(this.number) && this.pieces === 1) return;
    }
    this.text += this.piece();
  }

  private piece(): string {
    const { xml } = this;
    return textOf(xml.bytes, xml.from, xml.to, xml.hasEntities);
  }

  private closeCell(): void {
    if (this.pieces > 1 && this.type !== FORMULA_TEXT) {
      throw new Unsure('a value in it is written in several pieces');
    }
    const { builder, row, column, number } = this;
    switch (this.type) {
      case NUMBER:
        if (Number.isFinite(number)) this.context.numbers.set(row, column, number, this.style);
        else this.setText();
        return;
      case SHARED:
        if (this.pieces > 0) this.setShared();
        return;
      case BOOLEAN:
        if (number === 1 || this.text === 'true') builder.setBoolean(row, column, true);
        else if (number === 0 || this.text === 'false') builder.setBoolean(row, column, false);
        else this.setText();
        return;
      case ERROR:
        if (this.text !== '') builder.setError(row, column, this.text);
        return;
      case DATE:
        this.setIsoDate();
        return;
      default:
        this.setText();
    }
  }

  private setIsoDate(): void {
    const { builder, row, column } = this;
    const days = isoDays(this.text);
    const time = days === null ? isoTime(this.text) : null;
    if (days !== null) builder.setDate(row, column, days);
    else if (time !== null) builder.setNumber(row, column, time, builder.format('h:mm:ss'));
    else this.setText();
  }

  /** What is not what its type says stays as the text that stood there. */
  private setText(): void {
    this.builder.setText(this.row, this.column, unescapeText(this.text));
  }

  private setShared(): void {
    const { builder, number, textIndex } = this;
    const text = this.context.shared[number];
    if (text === undefined) {
      this.missingTexts++;
      return;
    }
    if (text === '') return;
    let index = textIndex[number] ?? -1;
    if (index === -1) {
      index = builder.addText(text);
      textIndex[number] = index;
    }
    builder.setTextIndex(this.row, this.column, index);
  }

  private openBeside(): void {
    const { xml } = this;
    if (xml.depth === 2 && xml.code === SHEET_DATA) this.inData = true;
    else if (xml.depth === 2 && xml.code === FILTER) {
      const range = readRange(this.attributeText(A_REF));
      if (range !== null) this.filterRange = range;
    } else if (xml.depth === 3 && xml.code === COLUMN) this.hideColumns();
    else if (xml.depth === 3 && xml.code === MERGE) {
      const range = readRange(this.attributeText(A_REF));
      if (range !== null) this.merges.push(range);
    }
  }

  private hideColumns(): void {
    const { xml } = this;
    let min = 0;
    let max = 0;
    let hidden = false;
    while (xml.nextAttribute()) {
      if (xml.attribute === A_MIN) min = numberOf(xml.bytes, xml.from, xml.to);
      else if (xml.attribute === A_MAX) max = numberOf(xml.bytes, xml.from, xml.to);
      else if (xml.attribute === A_HIDDEN) hidden = this.isTrue();
    }
    if (!hidden || !Number.isInteger(min) || min < 1) return;
    this.builder.hideColumns(min - 1, max - 1);
  }

  private attributeText(attribute: number): string {
    const { xml } = this;
    while (xml.nextAttribute()) if (xml.attribute === attribute) return this.piece();
    return '';
  }

  private isTrue(): boolean {
    const { bytes, from, to } = this.xml;
    return to > from && (bytes[from] === 0x31 || bytes[from] === 0x74);
  }
}

const TYPES: ReadonlySet<number> = new Set([
  NUMBER,
  SHARED,
  FORMULA_TEXT,
  INLINE_TEXT,
  BOOLEAN,
  ERROR,
  DATE,
]);

function typeOf({ bytes, from, to }: XmlScanner): number {
  const type = from === to ? NUMBER : codeOf(bytes, from, to);
  if (!TYPES.has(type)) throw new Unsure('a cell in it is of an unknown kind');
  return type;
}
