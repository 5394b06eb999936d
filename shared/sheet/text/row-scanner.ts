const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const SPACE = 0x20;

/**
 * Splits delimited text into rows and fields without making strings: a field is a place in the text
 * at hand. Quoting is that of spreadsheet programs: a field that starts with a quote ends at the
 * quote before a delimiter or a line's end, and two quotes inside stand for one.
 */
export class RowScanner {
  /** Where the next row starts. */
  at = 0;
  /** Fields of the row that `next` found: field n lies at [from[n], to[n]). */
  count = 0;
  from = new Int32Array(64);
  to = new Int32Array(64);
  /** 1 where quotes inside field n are still doubled. */
  doubled = new Uint8Array(64);
  /** A quote in the row was neither doubled nor the end of its field: it stands for itself. */
  stray = false;
  /** The row at `at` has a quote that the text at hand does not close. */
  open = false;

  private text = '';
  private last = false;
  private lineEnd = 0;
  private readonly delimiter: number;

  /** `delimiter` is one character, or '' where every line is one field. */
  constructor(
    delimiter: string,
    private readonly quotes = true,
  ) {
    this.delimiter = delimiter === '' ? -1 : delimiter.charCodeAt(0);
  }

  /** Text that starts with a row and has line feeds as line ends; `last` where no more follows. */
  feed(text: string, last: boolean): void {
    this.text = text;
    this.last = last;
    this.at = 0;
    this.lineEnd = 0;
  }

  /** Moves to the next row. False where the text at hand holds no further complete one. */
  next(): boolean {
    const { text, delimiter, quotes } = this;
    const { length } = text;
    this.count = 0;
    this.stray = false;
    this.open = false;
    if (this.at >= length) return false;
    for (let at = this.at; ; at++) {
      const from = at;
      if (quotes && text.charCodeAt(at) === QUOTE) {
        at = this.takeQuoted(at);
        if (at === -1) return false;
      } else {
        for (; at < length; at++) {
          const code = text.charCodeAt(at);
          if (code === delimiter || code === LINE_FEED) break;
        }
        this.add(from, at, 0);
      }
      if (at >= length && !this.last) return false;
      if (at >= length || text.charCodeAt(at) === LINE_FEED) {
        this.at = at + 1;
        return true;
      }
    }
  }

  /** Takes the field whose quote opens at `start` and says where it ends; -1 where that cannot be told yet. */
  private takeQuoted(start: number): number {
    const { text } = this;
    for (let at = start + 1; ;) {
      const quote = text.indexOf('"', at);
      if (quote === -1) {
        this.open = true;
        return -1;
      }
      if (text.charCodeAt(quote + 1) === QUOTE) {
        at = quote + 2;
        continue;
      }
      const end = this.endAfter(quote);
      if (end === -1) return this.takeStray(start, quote);
      this.add(start + 1, quote, at > start + 1 ? 1 : 0);
      return end;
    }
  }

  /** Where the field ends if this quote closes it: only spaces may follow; -1 where something else does. */
  private endAfter(quote: number): number {
    const { text, delimiter } = this;
    let at = quote + 1;
    while (text.charCodeAt(at) === SPACE && delimiter !== SPACE) at++;
    const code = text.charCodeAt(at);
    return at >= text.length || code === delimiter || code === LINE_FEED ? at : -1;
  }

  /**
   * The first quote inside closes nothing (`"the "old" one",`). Where a quote further on in the line
   * does, before another field opens one, the field goes on to there; else all its quotes are plain
   * characters. It never goes on to another line: rows would be lost in it.
   */
  private takeStray(start: number, quote: number): number {
    const { text, delimiter } = this;
    if (this.lineEnd <= quote) {
      const found = text.indexOf('\n', quote);
      if (found === -1 && !this.last) return -1;
      this.lineEnd = found === -1 ? text.length : found;
    }
    this.stray = true;
    for (let at = text.indexOf('"', quote + 1); at !== -1 && at < this.lineEnd;) {
      if (text.charCodeAt(at - 1) === delimiter) break;
      const end = this.endAfter(at);
      if (end !== -1) {
        this.add(start + 1, at, 1);
        return end;
      }
      at = text.indexOf('"', at + 1);
    }
    let end = quote;
    while (end < this.lineEnd && text.charCodeAt(end) !== delimiter) end++;
    this.add(start, end, 0);
    return end;
  }

  private add(from: number, to: number, doubled: 0 | 1): void {
    const n = this.count++;
    if (n === this.from.length) this.grow();
    this.from[n] = from;
    this.to[n] = to;
    this.doubled[n] = doubled;
  }

  private grow(): void {
    const { from, to, doubled } = this;
    this.from = new Int32Array(from.length * 2);
    this.to = new Int32Array(from.length * 2);
    this.doubled = new Uint8Array(from.length * 2);
    this.from.set(from);
    this.to.set(to);
    this.doubled.set(doubled);
  }
}
