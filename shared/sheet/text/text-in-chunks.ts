import { Decoder, type EncodingFound } from './encoding.ts';

/** Decodes bytes piece by piece, line ends as line feeds, whatever they were. */
export class TextInChunks {
  bytesDone: number;
  private readonly decoder: Decoder;
  /** Two bytes a character: a byte alone says nothing. */
  private readonly wide: boolean;
  private ahead = '';
  private ended = false;

  constructor(
    private readonly bytes: Uint8Array,
    { encoding, mark }: EncodingFound,
  ) {
    this.decoder = new Decoder(encoding);
    this.wide = encoding.startsWith('utf-16');
    this.bytesDone = mark;
  }

  /** The first characters, without consuming them. */
  peek(characters: number): string {
    while (this.ahead.length < characters && !this.ended) this.ahead += this.decode(characters * 2);
    return this.ahead;
  }

  /** Drops characters that `peek` has shown. */
  skip(characters: number): void {
    this.ahead = this.ahead.slice(characters);
  }

  /** The next piece of text, from about so many bytes; null at the end. */
  next(bytes: number): string | null {
    if (this.ahead !== '') {
      const text = this.ahead;
      this.ahead = '';
      return text;
    }
    return this.ended ? null : this.decode(bytes);
  }

  private carriageReturn = false;

  private decode(length: number): string {
    const chunk = this.wholeLines(this.bytes.subarray(this.bytesDone, this.bytesDone + length));
    this.bytesDone += chunk.length;
    this.ended = this.bytesDone >= this.bytes.length;
    let text = this.decoder.decode(chunk, !this.ended);
    if (this.carriageReturn) text = `\r${text}`;
    // A carriage return at the end may be half of a line end.
    this.carriageReturn = !this.ended && text.endsWith('\r');
    if (this.carriageReturn) text = text.slice(0, -1);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  /** Up to the last line's end where there is one: text that is put together is slower to walk through. */
  private wholeLines(chunk: Uint8Array): Uint8Array {
    const end = this.wide ? -1 : chunk.lastIndexOf(LINE_FEED);
    return end === -1 ? chunk : chunk.subarray(0, end + 1);
  }
}

const LINE_FEED = 0x0a;
