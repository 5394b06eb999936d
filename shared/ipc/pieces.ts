/**
 * Large messages in pieces. A book of 100,000 accounts as one message holds the receiving thread for
 * as long as half a million texts take to make; in pieces every one is a task of its own, and a
 * user's keystroke comes in between. Long lists of texts go as blocks of one text each, which costs
 * what copying its bytes costs; columns of numbers go into memory that threads share, where they can.
 */

/** Columns and lists below this stay in the message: bytes, texts. */
const LARGE_COLUMN = 65_536;
const LONG_LIST = 2_048;
/** Bounds of a block: texts, and UTF-16 units. */
const BLOCK_TEXTS = 4_096;
const BLOCK_LENGTH = 1_048_576;

/** Kinds of numbers that threads share. Bytes are none of them: what takes files takes no shared memory. */
type Numbers = Float64Array | Uint32Array | Uint16Array | Int8Array;
const NUMBERS: readonly (new (memory: SharedArrayBuffer) => Numbers)[] = [
  Float64Array,
  Uint32Array,
  Uint16Array,
  Int8Array,
];
type Column = Numbers | Uint8Array;

/** A stretch of a list of texts: one after the other, and where each ends. */
export interface TextBlock {
  readonly text: string;
  readonly ends: Uint32Array;
}

/** Where something large belongs in its message, and how many of the pieces before make it up. */
interface Place {
  readonly path: readonly string[];
  readonly pieces: number;
}

/** What travels: the pieces of a message, then the rest of it. */
export type Wire =
  | { readonly type: 'column'; readonly column: Column }
  | { readonly type: 'texts'; readonly block: TextBlock }
  | { readonly type: 'rest'; readonly rest: unknown; readonly places: readonly Place[] };

/** Lists of texts that came in blocks: sent on, they cost nothing to pack. No list is changed once it was sent. */
const blocksOf = new WeakMap<readonly string[], readonly TextBlock[]>();

/**
 * Sends a message of plain data in pieces: `post` is called with each, in order, at once. With
 * `share` columns of numbers go as memory that both threads use: neither may write to them after.
 */
export function sendInPieces(message: unknown, post: (wire: Wire) => void, share: boolean): void {
  const places: Place[] = [];
  const path: string[] = [];
  const takeOut = (pieces: readonly Exclude<Wire, { type: 'rest' }>[]): null => {
    for (const piece of pieces) post(piece);
    places.push({ path: [...path], pieces: pieces.length });
    return null;
  };
  const within = (key: string, value: unknown): unknown => {
    path.push(key);
    const rest = restOf(value);
    path.pop();
    return rest;
  };
  const restOf = (value: unknown): unknown => {
    if (isColumn(value)) {
      if (value.byteLength < LARGE_COLUMN) return value;
      return takeOut([{ type: 'column', column: share ? shared(value) : value }]);
    }
    if (Array.isArray(value)) {
      const blocks = blocksOf.get(value) ?? (isLongList(value) ? inBlocks(value) : null);
      if (blocks !== null) return takeOut(blocks.map((block) => ({ type: 'texts', block })));
      const rest = value.map((item: unknown, index) => within(String(index), item));
      return rest.some((item, index) => item !== value[index]) ? rest : value;
    }
    if (!isRecord(value)) return value;
    const entries = Object.entries(value);
    const rest = entries.map(([key, item]): [string, unknown] => [key, within(key, item)]);
    return rest.some(([, item], index) => item !== entries[index]?.[1])
      ? Object.fromEntries(rest)
      : value;
  };
  const rest = restOf(message);
  post({ type: 'rest', rest, places });
}

/**
 * The receiving side: takes what travels and hands on whole messages. With `share` columns that
 * come from another process are put where this one's threads share them. Throws where a piece has no
 * place: another process is not to be believed.
 */
export function receiveInPieces<Message>(
  listener: (message: Message) => void,
  share: boolean,
): (wire: Wire) => void {
  let pieces: (Column | { readonly block: TextBlock; readonly texts: readonly string[] })[] = [];

  const whole = (parts: typeof pieces): Column | readonly string[] => {
    const [first] = parts;
    if (first !== undefined && isColumn(first)) return first;
    const lists = parts.flatMap((part) => (isColumn(part) ? [] : [part]));
    const texts: readonly string[] = ([] as string[]).concat(...lists.map((list) => list.texts));
    blocksOf.set(
      texts,
      lists.map(({ block }) => block),
    );
    return texts;
  };

  return (wire) => {
    switch (wire.type) {
      case 'column':
        pieces.push(share ? shared(wire.column) : wire.column);
        return;
      case 'texts':
        pieces.push({ block: wire.block, texts: textsOf(wire.block) });
        return;
      case 'rest': {
        const box = { message: wire.rest };
        let at = 0;
        for (const place of wire.places) {
          put(box, ['message', ...place.path], whole(pieces.slice(at, at + place.pieces)));
          at += place.pieces;
        }
        pieces = [];
        // Both sides are built from the same types of messages.
        listener(box.message as Message);
      }
    }
  };
}

function inBlocks(list: readonly string[]): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  for (let from = 0; from < list.length;) {
    const ends: number[] = [];
    let length = 0;
    let to = from;
    while (to < list.length && ends.length < BLOCK_TEXTS && length < BLOCK_LENGTH) {
      length += list[to]?.length ?? 0;
      ends.push(length);
      to += 1;
    }
    blocks.push({ text: list.slice(from, to).join(''), ends: Uint32Array.from(ends) });
    from = to;
  }
  return blocks;
}

function textsOf({ text, ends }: TextBlock): readonly string[] {
  let start = 0;
  return Array.from(ends, (end) => {
    const own = text.slice(start, end);
    start = end;
    return own;
  });
}

/** The column in memory that threads share. */
function shared(column: Column): Column {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  for (const Kind of NUMBERS) {
    if (!(column instanceof Kind)) continue;
    const copy = new Kind(new SharedArrayBuffer(column.byteLength));
    copy.set(column);
    return copy;
  }
  return column;
}

/** Puts a value where a path leads through the message's own keys. */
function put(box: object, path: readonly string[], value: unknown): void {
  let at: unknown = box;
  for (const key of path.slice(0, -1)) at = ownValue(at, key);
  const last = path.at(-1) ?? '';
  if (ownValue(at, last) !== null) throw new Error('A piece of a message has no place in it.');
  Object.defineProperty(at, last, { value });
}

function ownValue(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key))
    throw new Error('A piece of a message has no place in it.');
  const value: unknown = Reflect.get(holder, key);
  return value;
}

function isColumn(value: unknown): value is Column {
  return value instanceof Uint8Array || NUMBERS.some((Kind) => value instanceof Kind);
}

function isLongList(list: readonly unknown[]): list is readonly string[] {
  return list.length >= LONG_LIST && list.every((item) => typeof item === 'string');
}

/** Plain objects only: anything else goes as it is. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
