import { GridBuilder, type Budget } from '../grid-builder.ts';
import type { Grid, SheetFile } from '../grid.ts';
import type { Pace } from '../pace.ts';
import { Refused } from '../refusal.ts';
import { Decoder, findEncoding } from '../text/encoding.ts';
import { decodeHtml } from './entities.ts';

/**
 * Reads the tables of a web page (what many systems call an .xls export), one sheet a table, every
 * cell as text. Tolerant as browsers are: what is not closed closes where the next thing starts.
 * One pass, no patterns that look back. Throws `Refused`.
 */
export async function readHtml(
  file: string,
  bytes: Uint8Array,
  budget: Budget,
  pace: Pace,
): Promise<SheetFile> {
  if (bytes.length > budget.limits.libraryBytes) {
    throw new Refused(
      'too-large',
      `${file} is too large a web page: save it as .xlsx and open that.`,
    );
  }
  const { encoding, mark } = await findEncoding(bytes, pace);
  const text = new Decoder(encoding).decode(bytes.subarray(mark));
  const reader = new TableReader(budget);
  let turnAt = 0;
  for (let at = 0; at < text.length;) {
    at = reader.take(text, at);
    if (at - turnAt > 64 * 1024) {
      pace.bytesDone = at;
      pace.rows = reader.rows;
      await pace.step(at - turnAt);
      turnAt = at;
    }
  }
  const grids = reader.end();
  if (grids.length === 0) {
    throw new Refused(
      'not-a-table',
      `${file} is a web page without a table: export the data as .xlsx or .csv and open that.`,
    );
  }
  return { file, format: 'html', grids, notes: [] };
}

/** Elements whose content is not text. */
const OPAQUE = new Set(['script', 'style', 'template', 'textarea', 'title']);
/** A cell that claims to span more than this spans this. */
const SPAN_AT_MOST = 1000;

interface OpenTable {
  readonly builder: GridBuilder;
  readonly merges: Grid['merges'][number][];
  /** By column: the last row that a cell above reaches down to. */
  readonly reach: number[];
  row: number;
  column: number;
}

class TableReader {
  rows = 0;
  private readonly grids: Grid[] = [];
  private table: OpenTable | null = null;
  /** Tables inside a cell belong to the cell's text. */
  private inner = 0;
  private cell: string | null = null;
  private across = 1;
  private down = 1;

  constructor(private readonly budget: Budget) {}

  /** Reads the text or the tag at `at` and says where the next one starts. */
  take(text: string, at: number): number {
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      const end = next === -1 ? text.length : next;
      if (this.cell !== null) this.cell += text.slice(at, end);
      return end;
    }
    if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
    const letter = text.charAt(at + 1);
    if (!/[a-zA-Z/!?]/.test(letter)) {
      if (this.cell !== null) this.cell += '<';
      return at + 1;
    }
    const end = tagEnd(text, at + 1);
    const tag = text.slice(at + 1, Math.min(end, at + 4096));
    const name = /^\/?[a-zA-Z][\w:-]{0,31}/.exec(tag)?.[0].toLowerCase() ?? '';
    if (OPAQUE.has(name)) return closingTag(text, name, end);
    this.takeTag(name, tag);
    return end + 1;
  }

  end(): readonly Grid[] {
    this.closeTable();
    return this.grids;
  }

  private takeTag(name: string, tag: string): void {
    switch (name) {
      case 'table':
        if (this.cell !== null) this.inner++;
        else this.openTable();
        return;
      case '/table':
        if (this.inner > 0) this.inner--;
        else this.closeTable();
        return;
      case 'tr':
      case '/tr':
        if (this.inner === 0) this.closeRow();
        return;
      case 'td':
      case 'th':
        if (this.inner === 0) this.openCell(tag);
        else if (this.cell !== null) this.cell += ' ';
        return;
      case '/td':
      case '/th':
        if (this.inner === 0) this.closeCell();
        return;
      case 'br':
      case 'br/':
      case 'p':
      case 'div':
      case 'li':
        if (this.cell !== null) this.cell += LINE;
    }
  }

  private openTable(): void {
    this.closeTable();
    if (this.grids.length >= this.budget.limits.sheets) return;
    this.table = {
      builder: new GridBuilder(`Table ${this.grids.length + 1}`, this.budget),
      merges: [],
      reach: [],
      row: -1,
      column: 0,
    };
  }

  private closeTable(): void {
    this.closeRow();
    if (this.table === null) return;
    const { builder, merges, row } = this.table;
    if (row >= 0) {
      const frame = { visibility: 'visible', merges } as const;
      this.grids.push(builder.finish(frame));
    }
    this.table = null;
  }

  /** Ends a row that has cells; the next cell starts another. */
  private closeRow(): void {
    this.closeCell();
    if (this.table !== null && this.table.column > 0) this.table.column = -1;
  }

  private openCell(tag: string): void {
    this.closeCell();
    const { table } = this;
    if (table === null) return;
    if (table.row === -1 || table.column === -1) {
      table.row++;
      table.column = 0;
      this.rows++;
    }
    while ((table.reach[table.column] ?? -1) >= table.row) table.column++;
    this.cell = '';
    this.across = span(tag, 'colspan');
    this.down = span(tag, 'rowspan');
  }

  private closeCell(): void {
    const { table, cell, across, down } = this;
    if (table === null || cell === null) return;
    const { row, column } = table;
    this.cell = null;
    this.inner = 0;
    table.builder.setText(row, column, tidy(cell));
    if (across > 1 || down > 1) {
      table.merges.push([row, column, row + down - 1, column + across - 1]);
      for (let c = column; down > 1 && c < column + across; c++) table.reach[c] = row + down - 1;
    }
    table.column += across;
  }
}

/** Stands for a line break while white space is tidied. */
const LINE = '\u0001';

function tidy(text: string): string {
  const lines = text.replace(/\s+/g, ' ').split(LINE);
  const plain = lines.map((line) => decodeHtml(line).replaceAll('\u00a0', ' ').trim());
  return plain.filter((line) => line !== '').join('\n');
}

function span(tag: string, name: string): number {
  const found = new RegExp(`\\s${name}\\s*=\\s*["']?\\s*(\\d{1,5})`, 'i').exec(tag)?.[1];
  return Math.min(Math.max(Number(found ?? 1), 1), SPAN_AT_MOST);
}

/** Where the tag ends: a `>` inside quotes does not end it, quotes that never close do not hold it open. */
function tagEnd(text: string, from: number): number {
  const plain = text.indexOf('>', from);
  if (plain === -1) return text.length;
  let quote = '';
  for (let at = from; at < Math.min(text.length, from + 4096); at++) {
    const letter = text.charAt(at);
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '>') return at;
    else if ((letter === '"' || letter === "'") && text.charAt(at - 1) === '=') quote = letter;
  }
  return plain;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

/** Where the closing tag of an element starts, in whatever case it is written. */
function closingTag(text: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? text.length;
}
