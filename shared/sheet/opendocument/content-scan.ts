import { GridBuilder, type Budget } from '../grid-builder.ts';
import type { Grid } from '../grid.ts';
import { isoDays } from '../iso-date.ts';
import { codeOf, nameCode, TOKEN, XmlScanner } from '../xml/scanner.ts';
import { textOf } from '../xml/text.ts';
import { addressRange, durationDays } from './values.ts';

const STYLE = nameCode('style');
const TABLE_PROPERTIES = nameCode('table-properties');
const TABLE = nameCode('table');
const COLUMN = nameCode('table-column');
const ROW = nameCode('table-row');
const CELL = nameCode('table-cell');
const COVERED = nameCode('covered-table-cell');
const PARAGRAPH = nameCode('p');
const SPACES = nameCode('s');
const TAB = nameCode('tab');
const LINE_BREAK = nameCode('line-break');
const ANNOTATION = nameCode('annotation');
const SHAPES = nameCode('shapes');
const TRACKED = nameCode('tracked-changes');
const DATABASE_RANGE = nameCode('database-range');
const FRAME = nameCode('frame');
const A_NAME = nameCode('name');
const A_STYLE_NAME = nameCode('style-name');
const A_DISPLAY = nameCode('display');
const A_VISIBILITY = nameCode('visibility');
const A_COLUMNS_REPEATED = nameCode('number-columns-repeated');
const A_ROWS_REPEATED = nameCode('number-rows-repeated');
const A_COLUMNS_SPANNED = nameCode('number-columns-spanned');
const A_ROWS_SPANNED = nameCode('number-rows-spanned');
const A_VALUE_TYPE = nameCode('value-type');
const A_VALUE = nameCode('value');
const A_DATE = nameCode('date-value');
const A_TIME = nameCode('time-value');
const A_BOOLEAN = nameCode('boolean-value');
const A_STRING = nameCode('string-value');
const A_CURRENCY = nameCode('currency');
const A_COUNT = nameCode('c');
const A_TARGET = nameCode('target-range-address');
const A_BUTTONS = nameCode('display-filter-buttons');
const VISIBLE = nameCode('visible');
const TRUE = nameCode('true');

/** A cell as it is read, before it is repeated to where it belongs. */
interface OpenCell {
  readonly column: number;
  readonly repeat: number;
  readonly type: string;
  readonly value: string;
  readonly currency: string;
  text: string;
  paragraphs: number;
}

interface OpenTable {
  readonly builder: GridBuilder;
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: Grid['merges'][number][];
  columns: number;
  row: number;
}

/**
 * Reads the content of an OpenDocument spreadsheet as its bytes come. Repeated empty cells cost
 * nothing, repeated values count against the limits like any others. Throws `Malformed`.
 */
export class ContentScan {
  rows = 0;
  readonly grids: Grid[] = [];
  private readonly xml = new XmlScanner();
  private readonly hiddenStyles = new Set<string>();
  private readonly filters = new Map<string, NonNullable<Grid['filterRange']>>();
  private styleName = '';
  private table: OpenTable | null = null;
  private tableDepth = 0;
  private rowRepeat = 1;
  private column = 0;
  private cells: OpenCell[] = [];
  private cell: OpenCell | null = null;
  private cellDepth = 0;
  /** Depth of an element whose content is not the cell's: a comment, a drawing. */
  private skipDepth = 0;
  private inParagraph = 0;

  constructor(private readonly budget: Budget) {}

  feed(chunk: Uint8Array): void {
    this.xml.feed(chunk);
    this.scan();
  }

  /** The sheets, once no more bytes come. */
  end(): Grid[] {
    this.xml.end();
    this.scan();
    return this.grids.map((grid) => {
      const filterRange = this.filters.get(grid.name);
      return filterRange === undefined ? grid : { ...grid, filterRange };
    });
  }

  private scan(): void {
    const { xml } = this;
    for (let token = xml.next(); token !== TOKEN.more; token = xml.next()) {
      if (this.skipDepth > 0) {
        if (token === TOKEN.close && xml.depth < this.skipDepth) this.skipDepth = 0;
      } else if (token === TOKEN.open) this.open();
      else if (token === TOKEN.close) this.close();
      else if (this.cell !== null && this.inParagraph > 0) this.cell.text += this.value();
    }
  }

  private open(): void {
    const { code, depth } = this.xml;
    if (this.cell !== null) this.openInCell();
    else if (code === CELL || code === COVERED) this.openCell();
    else if (code === ROW) this.openRow();
    else if (code === COLUMN) this.openColumn();
    else if (code === TABLE && this.table === null) this.openTable();
    else if (code === STYLE) this.styleName = this.attributeText(A_NAME);
    else if (code === TABLE_PROPERTIES) {
      if (this.attributeText(A_DISPLAY) === 'false') this.hiddenStyles.add(this.styleName);
    } else if (code === DATABASE_RANGE) this.noteFilter();
    else if (code === SHAPES || code === TRACKED) this.skipDepth = depth;
  }

  private close(): void {
    const { code, depth } = this.xml;
    if (this.cell !== null) {
      if (code === PARAGRAPH && this.inParagraph > 0) this.inParagraph--;
      if (depth < this.cellDepth) this.cell = null;
    } else if (code === ROW) this.closeRow();
    else if (code === TABLE && depth < this.tableDepth) this.closeTable();
  }

  private openTable(): void {
    const { xml } = this;
    let name = '';
    let hidden = false;
    while (xml.nextAttribute()) {
      if (xml.localName === A_NAME) name = this.value();
      else if (xml.localName === A_STYLE_NAME) hidden = this.hiddenStyles.has(this.value());
    }
    this.tableDepth = xml.depth;
    this.table = {
      builder: new GridBuilder(name, this.budget),
      name,
      hidden,
      merges: [],
      columns: 0,
      row: 0,
    };
  }

  private closeTable(): void {
    if (this.table === null) return;
    const { builder, hidden, merges } = this.table;
    this.grids.push(
      builder.finish({
        visibility: hidden ? 'hidden' : 'visible',
        merges,
      }),
    );
    this.table = null;
  }

  private openColumn(): void {
    const { xml, table } = this;
    if (table === null) return;
    let repeat = 1;
    let hidden = false;
    while (xml.nextAttribute()) {
      if (xml.localName === A_COLUMNS_REPEATED) repeat = this.count();
      else if (xml.localName === A_VISIBILITY) hidden = !this.is(VISIBLE);
    }
    const { columns } = this.budget.limits;
    const end = Math.min(columns, table.columns + repeat);
    if (hidden) table.builder.hideColumns(table.columns, end - 1);
    table.columns = end;
  }

  private openRow(): void {
    const { xml, table } = this;
    this.rowRepeat = 1;
    this.column = 0;
    this.cells = [];
    let hidden = false;
    while (xml.nextAttribute()) {
      if (xml.localName === A_ROWS_REPEATED) this.rowRepeat = this.count();
      else if (xml.localName === A_VISIBILITY) hidden = !this.is(VISIBLE);
    }
    if (hidden) table?.builder.hideRows(table.row, table.row + this.rowRepeat - 1);
    this.rows++;
  }

  private openCell(): void {
    const { xml, table } = this;
    let repeat = 1;
    let type = '';
    let value = '';
    let currency = '';
    let across = 1;
    let down = 1;
    while (xml.nextAttribute()) {
      switch (xml.localName) {
        case A_COLUMNS_REPEATED:
          repeat = this.count();
          break;
        case A_COLUMNS_SPANNED:
          across = this.count();
          break;
        case A_ROWS_SPANNED:
          down = this.count();
          break;
        case A_VALUE_TYPE: {
          // Written twice by some: an error is a text to the standard and an error to the other.
          const read = this.value();
          if (type !== 'error') type = read;
          break;
        }
        case A_VALUE:
        case A_DATE:
        case A_TIME:
        case A_BOOLEAN:
        case A_STRING:
          value = this.value();
          break;
        case A_CURRENCY:
          currency = this.value();
          break;
      }
    }
    this.cell = { column: this.column, repeat, type, value, currency, text: '', paragraphs: 0 };
    this.cellDepth = xml.depth;
    this.inParagraph = 0;
    this.cells.push(this.cell);
    if (table !== null && (across > 1 || down > 1)) {
      const { row } = table;
      table.merges.push([row, this.column, row + down - 1, this.column + across - 1]);
    }
    this.column += repeat;
  }

  private openInCell(): void {
    const { xml, cell } = this;
    if (cell === null) return;
    if (xml.code === PARAGRAPH) {
      if (cell.paragraphs > 0) cell.text += '\n';
      cell.paragraphs++;
      this.inParagraph++;
    } else if (xml.code === SPACES && this.inParagraph > 0) {
      const count = Number(this.attributeText(A_COUNT) || 1);
      if (count > 0 && count <= 32_767) cell.text += ' '.repeat(count);
    } else if (xml.code === TAB) cell.text += '\t';
    else if (xml.code === LINE_BREAK) cell.text += '\n';
    else if (xml.code === ANNOTATION || xml.code === FRAME || xml.code === TABLE) {
      this.skipDepth = xml.depth;
    }
  }

  private closeRow(): void {
    const { table, cells, rowRepeat } = this;
    if (table === null) return;
    const filled = cells.filter(({ type, text }) => type !== '' || text !== '');
    if (filled.length > 0) {
      for (let row = table.row; row < table.row + rowRepeat; row++) {
        for (const cell of filled) {
          const end = cell.column + cell.repeat;
          for (let column = cell.column; column < end; column++) {
            setCell(table.builder, row, column, cell);
          }
        }
      }
    }
    table.row += rowRepeat;
    this.cells = [];
  }

  private noteFilter(): void {
    const { xml } = this;
    let target = '';
    let buttons = false;
    while (xml.nextAttribute()) {
      if (xml.localName === A_TARGET) target = this.value();
      else if (xml.localName === A_BUTTONS) buttons = this.is(TRUE);
    }
    const found = buttons ? addressRange(target) : null;
    if (found !== null) this.filters.set(found.sheet, found.range);
  }

  private value(): string {
    const { xml } = this;
    return textOf(xml.bytes, xml.from, xml.to, xml.hasEntities);
  }

  private is(code: number): boolean {
    const { xml } = this;
    return codeOf(xml.bytes, xml.from, xml.to) === code;
  }

  /** A repetition: at least once, whatever stands there. */
  private count(): number {
    const count = Number(this.value());
    return Number.isInteger(count) && count > 0 ? count : 1;
  }

  private attributeText(name: number): string {
    const { xml } = this;
    while (xml.nextAttribute()) if (xml.localName === name) return this.value();
    return '';
  }
}

function setCell(builder: GridBuilder, row: number, column: number, cell: OpenCell): void {
  const { type, value, text } = cell;
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = value.trim() === '' ? NaN : Number(value);
      if (Number.isFinite(number)) builder.setNumber(row, column, number, formatOf(builder, cell));
      else builder.setText(row, column, text);
      return;
    }
    case 'date': {
      const days = isoDays(value);
      if (days !== null) builder.setDate(row, column, days);
      else builder.setText(row, column, text || value);
      return;
    }
    case 'time': {
      const days = durationDays(value);
      if (days !== null) builder.setNumber(row, column, days, builder.format('[h]:mm:ss'));
      else builder.setText(row, column, text || value);
      return;
    }
    case 'boolean':
      builder.setBoolean(row, column, value === 'true');
      return;
    case 'error':
      builder.setError(row, column, text || '#ERROR!');
      return;
    default:
      builder.setText(row, column, value || text);
  }
}

/** The file's own formats are patterns of elements: what matters of them stands in the cell itself. */
function formatOf(builder: GridBuilder, { type, currency }: OpenCell): number {
  if (type === 'percentage') return builder.format('0.00%');
  if (type === 'currency' && currency !== '') return builder.format(`[$${currency}] #,##0.00`);
  return 0;
}
