/** A cell's place, both from 0; -1 where the reference does not say. */
export interface Place {
  row: number;
  column: number;
}

/**
 * Reads a reference such as `B7` or `$B$7` from its bytes into `place`. False for one that is none.
 */
export function readReference(bytes: Uint8Array, from: number, to: number, place: Place): boolean {
  let at = from;
  let column = 0;
  let row = 0;
  if (bytes[at] === DOLLAR) at++;
  const letters = at;
  for (; at < to; at++) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  if (at === letters || at > letters + 3) return false;
  if (bytes[at] === DOLLAR) at++;
  const digits = at;
  for (; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return false;
    row = row * 10 + digit;
  }
  if (at === digits || at > digits + 7) return false;
  place.row = row - 1;
  place.column = column - 1;
  return row > 0;
}

const DOLLAR = 0x24;

/** `A1:C9` as [first row, first column, last row, last column], or null. */
export function readRange(text: string): readonly [number, number, number, number] | null {
  const [first = '', last = first] = text.split(':');
  const a = place(first);
  const b = place(last);
  if (a === null || b === null || b.row < a.row || b.column < a.column) return null;
  return [a.row, a.column, b.row, b.column];
}

function place(text: string): Place | null {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const found = { row: -1, column: -1 };
  return readReference(bytes, 0, bytes.length, found) ? found : null;
}
