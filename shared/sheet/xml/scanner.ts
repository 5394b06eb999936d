import { Malformed, Unsure } from './trouble.ts';

/** What `next` found. */
export const TOKEN = { more: 0, open: 1, close: 2, text: 3 } as const;
export type Token = (typeof TOKEN)[keyof typeof TOKEN];

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const AMPERSAND = 0x26;

/** Deeper nesting than any spreadsheet part has. */
const DEEPEST = 256;
/** One tag or text of a spreadsheet part: a cell holds 32,767 characters. */
const LONGEST_TOKEN = 1024 * 1024;

/**
 * An element's or attribute's local name as a number, so that the scanner compares names without
 * making strings: up to four letters packed, longer names hashed (with the sign set, so that the
 * two never meet).
 */
export function nameCode(name: string): number {
  let code = 0;
  for (let at = 0; at < name.length; at++) code = nextCode(code, name.charCodeAt(at), at);
  return code;
}

/** The code of a name, or of a short value compared like one, from its bytes. */
export function codeOf(bytes: Uint8Array, from: number, to: number): number {
  let code = 0;
  for (let at = from; at < to; at++) code = nextCode(code, bytes[at] ?? 0, at - from);
  return code;
}

function nextCode(code: number, byte: number, at: number): number {
  return at < 4 ? (code << 8) | byte : (Math.imul(code, 31) + byte) | 0x8000_0000;
}

/**
 * Reads XML as its bytes come, without building anything: elements, attributes and texts are places
 * in the bytes at hand, valid until the next call. Prefixes are dropped (`x:row` is `row`). Checks
 * what makes XML well-formed as far as a reader depends on it: nesting, closing tags, quotes, one
 * root. A document type is refused, so that no entity can expand. Throws `Malformed` or `Unsure`.
 */
export class XmlScanner {
  bytes = new Uint8Array(64 * 1024);
  /** Nesting: of the element just opened (1 is the root), else of the element around. */
  depth = 0;
  /** Name of the element just opened or closed. */
  code = 0;
  /** The text or the attribute's value lies at [from, to). */
  from = 0;
  to = 0;
  /** The text or value holds entities to be decoded. */
  hasEntities = false;
  /** Name of the attribute that `nextAttribute` found; 0 for one with a prefix: it belongs to others. */
  attribute = 0;
  /** Its name and prefix apart, for formats that give every attribute one. */
  localName = 0;
  prefix = 0;

  private at = 0;
  private length = 0;
  private ended = false;
  private started = false;
  private rootClosed = false;
  private closing = false;
  private attributesAt = 0;
  private attributesEnd = 0;
  private readonly open = new Int32Array(DEEPEST + 1);

  /** Takes the next bytes in. What was found before is no longer valid. */
  feed(chunk: Uint8Array): void {
    const rest = this.length - this.at;
    if (rest + chunk.length > this.bytes.length) {
      if (rest > LONGEST_TOKEN) throw new Malformed('holds a text longer than any cell');
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, rest + chunk.length));
      larger.set(this.bytes.subarray(this.at, this.length));
      this.bytes = larger;
    } else if (rest > 0) {
      this.bytes.copyWithin(0, this.at, this.length);
    }
    this.bytes.set(chunk, rest);
    this.at = 0;
    this.length = rest + chunk.length;
  }

  /** No more bytes will come: what `next` finds incomplete from now on is malformed. */
  end(): void {
    this.ended = true;
  }

  /** The next token, or `more` where the bytes at hand end. After `end`, `more` is the end. */
  next(): Token {
    if (this.closing) {
      this.closing = false;
      return this.closed(this.code);
    }
    if (!this.started && !this.start()) return this.starve();
    for (;;) {
      const { bytes, length } = this;
      let at = this.at;
      if (at >= length) {
        if (this.ended && !this.rootClosed) throw new Malformed('ends before it is complete');
        return TOKEN.more;
      }
      if (bytes[at] !== LT) {
        let entities = false;
        for (; at < length; at++) {
          const byte = bytes[at];
          if (byte === LT) break;
          if (byte === AMPERSAND) entities = true;
        }
        if (at >= length && !(this.ended && this.rootClosed)) return this.starve();
        this.from = this.at;
        this.to = at;
        this.at = at;
        this.hasEntities = entities;
        if (this.depth > 0) return TOKEN.text;
        if (!isBlank(bytes, this.from, at)) throw new Malformed('has text outside its root');
        continue;
      }
      const mark = bytes[at + 1];
      if (mark === BANG || mark === QUESTION) {
        const token = this.aside(mark);
        if (token === null) continue;
        return token;
      }
      return mark === SLASH ? this.closeTag() : this.openTag();
    }
  }

  /** Moves to the next attribute of the element just opened. */
  nextAttribute(): boolean {
    const { bytes, attributesEnd: end } = this;
    let at = this.attributesAt;
    while (at < end && isSpace(bytes[at] ?? 0)) at++;
    if (at >= end) return false;
    let code = 0;
    let letters = 0;
    let prefix = 0;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === EQUALS || isSpace(byte)) break;
      if (byte === COLON) {
        prefix = code;
        code = 0;
        letters = 0;
      } else code = nextCode(code, byte, letters++);
    }
    while (at < end && isSpace(bytes[at] ?? 0)) at++;
    if (bytes[at++] !== EQUALS) throw new Malformed('has an attribute without a value');
    while (at < end && isSpace(bytes[at] ?? 0)) at++;
    const quote = bytes[at++];
    if (quote !== QUOTE && quote !== APOSTROPHE) throw new Malformed('has a value without quotes');
    this.from = at;
    this.hasEntities = false;
    for (; at < end && bytes[at] !== quote; at++) {
      if (bytes[at] === AMPERSAND) this.hasEntities = true;
    }
    if (at >= end) throw new Malformed('has a value whose quotes do not close');
    this.to = at;
    this.attributesAt = at + 1;
    this.attribute = prefix === 0 ? code : 0;
    this.localName = code;
    this.prefix = prefix;
    return true;
  }

  /** A byte order mark is skipped; parts in UTF-16 are for another reader. False: too few bytes yet. */
  private start(): boolean {
    if (this.length < 4 && !this.ended) return false;
    const [a, b, c] = this.bytes.subarray(0, this.length);
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0) {
      throw new Unsure('a part of it is not written in UTF-8');
    }
    if (a === 0xef && b === 0xbb && c === 0xbf) this.at = 3;
    this.started = true;
    return true;
  }

  private starve(): Token {
    if (this.ended) throw new Malformed('ends before it is complete');
    if (this.length - this.at > LONGEST_TOKEN)
      throw new Malformed('holds a text longer than any cell');
    return TOKEN.more;
  }

  private openTag(): Token {
    const { bytes, length } = this;
    let at = this.at + 1;
    let code = 0;
    let letters = 0;
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte <= 0x20 || byte === GT || byte === SLASH) break;
      if (byte === COLON) {
        code = 0;
        letters = 0;
      } else code = nextCode(code, byte, letters++);
    }
    const attributesAt = at;
    let quote = 0;
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GT) break;
      else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
      else if (byte === LT) throw new Malformed('has a tag inside a tag');
    }
    if (at >= length) return this.starve();
    if (letters === 0) throw new Malformed('has a tag without a name');
    this.closing = bytes[at - 1] === SLASH && at > attributesAt;
    this.attributesAt = attributesAt;
    this.attributesEnd = this.closing ? at - 1 : at;
    this.at = at + 1;
    this.code = code;
    if (this.rootClosed) throw new Malformed('has more than one root');
    if (this.depth >= DEEPEST) throw new Malformed('is nested deeper than any workbook');
    this.depth++;
    this.open[this.depth] = code;
    return TOKEN.open;
  }

  private closeTag(): Token {
    const { bytes, length } = this;
    let at = this.at + 2;
    let code = 0;
    let letters = 0;
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === GT) break;
      if (byte === COLON) {
        code = 0;
        letters = 0;
      } else if (byte > 0x20) code = nextCode(code, byte, letters++);
    }
    if (at >= length) return this.starve();
    this.at = at + 1;
    return this.closed(code);
  }

  private closed(code: number): Token {
    if (this.depth === 0 || this.open[this.depth] !== code) {
      throw new Malformed('closes what it did not open');
    }
    this.code = code;
    this.depth--;
    if (this.depth === 0) this.rootClosed = true;
    return TOKEN.close;
  }

  /** Comments and instructions are passed over; CDATA is text. Null: passed over. */
  private aside(mark: number): Token | null {
    const { bytes, at, length } = this;
    if (mark === QUESTION) return this.passOver(at + 2, '?>', true);
    if (length - at < 9 && !this.ended) return TOKEN.more;
    if (startsWith(bytes, at, '<!--')) return this.passOver(at + 4, '-->', false);
    if (startsWith(bytes, at, '<![CDATA[')) {
      const end = find(bytes, at + 9, length, ']]>');
      if (end === -1) return this.starve();
      this.from = at + 9;
      this.to = end;
      this.hasEntities = false;
      this.at = end + 3;
      if (this.depth === 0) throw new Malformed('has text outside its root');
      return TOKEN.text;
    }
    throw new Malformed('declares a document type, as no workbook does');
  }

  private passOver(from: number, mark: string, declaration: boolean): Token | null {
    const end = find(this.bytes, from, this.length, mark);
    if (end === -1) return this.starve();
    if (declaration) checkEncoding(this.bytes.subarray(from, end));
    this.at = end + mark.length;
    return null;
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(bytes[at] ?? 0)) return false;
  return true;
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let k = 0; k < text.length; k++) if (bytes[at + k] !== text.charCodeAt(k)) return false;
  return true;
}

function find(bytes: Uint8Array, from: number, length: number, text: string): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1 && at + text.length <= length;) {
    if (startsWith(bytes, at, text)) return at;
    at = bytes.indexOf(first, at + 1);
  }
  return -1;
}

/** Parts in another encoding than UTF-8 are for another reader. */
function checkEncoding(declaration: Uint8Array): void {
  const encoding = /encoding\s*=\s*["']([^"']*)/i.exec(new TextDecoder().decode(declaration))?.[1];
  if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
    throw new Unsure('a part of it is not written in UTF-8');
  }
}
