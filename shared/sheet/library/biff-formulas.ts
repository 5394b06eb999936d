import { Malformed } from '../xml/trouble.ts';

const END = 0x0a;
/** How a stream begins from version 5 on. */
const BEGIN = 0x0809;
const FORMULAS = new Set([0x0006, 0x0206, 0x0406]);
const SHARED_FORMULA = 0x04bc;
const ARRAYS = new Set([0x0021, 0x0221]);
const NAMES = new Set([0x0018, 0x0218]);
/** A name that the program itself gives, such as that of a filter. */
const BUILT_IN = 0x20;

/** From which byte of a record the formula stands, its length first, be it of one byte or two; null where none stands. */
function formulaAt(type: number, flags: number, isOld: boolean): number | null {
  if (FORMULAS.has(type)) return isOld ? 16 : 20;
  if (type === SHARED_FORMULA) return 8;
  if (ARRAYS.has(type)) return 6;
  return NAMES.has(type) && (flags & BUILT_IN) === 0 ? 4 : null;
}

/**
 * The stream of an .xls with the formulas emptied; what they came to stays. Nobody here reads them,
 * and the library parses them all the same: forever, where one is not as long as it says, and not at
 * all, where it knows no such function. The same stream where there are none. Throws `Malformed`
 * where a record is too short for its formula.
 */
export function withoutFormulas(stream: Uint8Array): Uint8Array {
  let copy: Uint8Array | null = null;
  let before = -1;
  let isOld = true;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length;) {
    const type = view.getUint16(at, true);
    if (type === 0 && before === END) break;
    const data = at + 4;
    const end = Math.min(data + view.getUint16(at + 2, true), stream.length);
    [at, before] = [end, type];
    if (type === BEGIN) isOld = false;
    const from = formulaAt(type, end - data < 2 ? 0 : view.getUint16(data, true), isOld);
    if (from === null) continue;
    if (data + from + 2 > end) throw new Malformed('has formulas that are cut short');
    copy ??= stream.slice();
    copy.fill(0, data + from, NAMES.has(type) ? data + from + 2 : end);
  }
  return copy ?? stream;
}
