import { HiddenLines } from './hidden-lines.ts';
import { KIND, type Grid, type GridColumn, type Kind } from './grid.ts';
import type { Limits } from './limits.ts';
import { Refused } from './refusal.ts';

/** What all sheets of one file share: a file is refused when all together grow too large. */
export class Budget {
  private slots = 0;
  private characters = 0;

  constructor(
    readonly file: string,
    readonly limits: Limits,
  ) {}

  takeSlots(count: number): void {
    this.slots += count;
    if (this.slots > this.limits.slots) {
      throw new Refused(
        'too-large',
        `${this.file} spreads over more cells than can be held at once: leave out the columns and sheets that are not needed and save it again.`,
      );
    }
  }

  takeText(characters: number): void {
    this.characters += characters;
    if (this.characters > this.limits.textCharacters) {
      throw new Refused(
        'too-large',
        `${this.file} holds more text than can be held at once: leave out the columns with long texts and save it again.`,
      );
    }
  }
}

interface OpenColumn {
  kinds: Uint8Array;
  values: Float64Array;
  formats: Uint16Array | undefined;
  length: number;
}

/** What a grid has beside its cells. */
export interface GridFrame {
  readonly visibility: Grid['visibility'];
  readonly merges: Grid['merges'];
  readonly filterRange?: Grid['filterRange'];
}

export const PLAIN_FRAME: GridFrame = {
  visibility: 'visible',
  merges: [],
};

/** A Map holds at most 2^24 keys; past this many texts a repeated one is kept twice. */
const TEXTS_REMEMBERED = 8_000_000;

/**
 * Collects the cells of one sheet in any order. Texts and formats are kept once. Throws `Refused`
 * when a limit is passed.
 */
export class GridBuilder {
  private readonly columns: (OpenColumn | undefined)[] = [];
  private readonly strings: string[] = [];
  private readonly textIndex = new Map<string, number>();
  private readonly formats: string[] = ['General'];
  private readonly hiddenRows = new HiddenLines();
  private readonly hiddenColumns = new HiddenLines();
  private readonly formatIndex = new Map<string, number>([['General', 0]]);

  constructor(
    readonly name: string,
    private readonly budget: Budget,
  ) {}

  /** `format` is an index from `format()`. An infinite or undefined number is no number: nothing is set. */
  setNumber(row: number, column: number, value: number, format = 0): void {
    if (Number.isFinite(value)) this.put(row, column, KIND.number, value, format);
  }

  /** Days since 1970-01-01. */
  setDate(row: number, column: number, days: number, format = 0): void {
    if (Number.isFinite(days)) this.put(row, column, KIND.date, days, format);
  }

  setBoolean(row: number, column: number, value: boolean): void {
    this.put(row, column, KIND.boolean, value ? 1 : 0, 0);
  }

  /** An empty text is an empty cell. */
  setText(row: number, column: number, text: string): void {
    if (text !== '') this.put(row, column, KIND.text, this.text(text), 0);
  }

  setError(row: number, column: number, text: string): void {
    this.put(row, column, KIND.error, this.text(text), 0);
  }

  /** `index` is from `text()` or `addText()`. */
  setTextIndex(row: number, column: number, index: number): void {
    this.put(row, column, KIND.text, index, 0);
  }

  /** Index of a text, the same for the same text. */
  text(text: string): number {
    const known = this.textIndex.get(text);
    if (known !== undefined) return known;
    const index = this.addText(text);
    if (this.textIndex.size < TEXTS_REMEMBERED) this.textIndex.set(text, index);
    return index;
  }

  /** Index of a text that the caller knows to be new. */
  addText(text: string): number {
    this.budget.takeText(text.length);
    return this.strings.push(text) - 1;
  }

  /** Index of a number format, 0 for General and for what no longer fits an index. */
  format(format: string): number {
    const known = this.formatIndex.get(format);
    if (known !== undefined) return known;
    if (this.formats.length > 0xffff) return 0;
    const index = this.formats.push(format) - 1;
    this.formatIndex.set(format, index);
    return index;
  }

  /** Rows from 0, both inclusive. */
  hideRows(first: number, last = first): void {
    this.hiddenRows.add(first, last);
  }

  /** Columns from 0, both inclusive. */
  hideColumns(first: number, last = first): void {
    this.hiddenColumns.add(first, last);
  }

  finish(frame: GridFrame = PLAIN_FRAME): Grid {
    let rows = 0;
    const columns: GridColumn[] = [];
    for (let c = 0; c < this.columns.length; c++) {
      const column = this.columns[c];
      columns.push(column === undefined ? NO_CELLS : closed(column));
      rows = Math.max(rows, column?.length ?? 0);
    }
    return {
      name: this.name,
      ...frame,
      hiddenRows: this.hiddenRows.before(rows),
      hiddenColumns: this.hiddenColumns.before(columns.length),
      rows,
      columns,
      strings: this.strings,
      formats: this.formats,
    };
  }

  private put(row: number, column: number, kind: Kind, value: number, format: number): void {
    const open = this.columns[column] ?? this.open(column);
    if (row >= open.kinds.length) this.grow(open, row);
    open.kinds[row] = kind;
    open.values[row] = value;
    if (format !== 0 || open.formats !== undefined) {
      open.formats ??= new Uint16Array(open.kinds.length);
      open.formats[row] = format;
    }
    if (row >= open.length) open.length = row + 1;
  }

  private open(column: number): OpenColumn {
    if (!(column >= 0 && column < this.budget.limits.columns)) {
      throw new Refused(
        'too-large',
        `${this.where()} has more than ${this.budget.limits.columns} columns: leave out those that are not needed.`,
      );
    }
    while (this.columns.length < column) this.columns.push(undefined);
    const open: OpenColumn = {
      kinds: new Uint8Array(0),
      values: new Float64Array(0),
      formats: undefined,
      length: 0,
    };
    this.columns[column] = open;
    return open;
  }

  private grow(open: OpenColumn, row: number): void {
    const { rows } = this.budget.limits;
    if (!(row < rows)) {
      throw new Refused(
        'too-large',
        `${this.where()} has more than ${rows} rows: split it into several files.`,
      );
    }
    const had = open.kinds.length;
    const size = Math.min(rows, Math.max(row + 1, had * 2, 32));
    this.budget.takeSlots(size - had);
    open.kinds = resized(open.kinds, new Uint8Array(size));
    open.values = resized(open.values, new Float64Array(size));
    if (open.formats !== undefined) open.formats = resized(open.formats, new Uint16Array(size));
  }

  private where(): string {
    return `Sheet "${this.name}" of ${this.budget.file}`;
  }
}

const NO_CELLS: GridColumn = { kinds: new Uint8Array(0), values: new Float64Array(0) };

function resized<T extends { set(array: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}

function closed({ kinds, values, formats, length }: OpenColumn): GridColumn {
  return {
    kinds: kinds.slice(0, length),
    values: values.slice(0, length),
    ...(formats === undefined ? {} : { formats: formats.slice(0, length) }),
  };
}
