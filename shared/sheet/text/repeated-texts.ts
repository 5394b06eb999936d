/** A power of two: enough for the words, dates and round amounts of a wide table. */
const SLOTS = 2 ** 17;
/** Looked at again after so many cells: does remembering a column's texts pay? */
const LOOKS = 8192;

/**
 * The texts met lately and where they are kept, so that a text that comes again costs no new string.
 * One slot a hash: two texts that share it displace each other, and nobody can make a search long.
 */
export class RepeatedTexts {
  private readonly texts = new Array<string>(SLOTS).fill('');
  private readonly indexes = new Int32Array(SLOTS);
  private readonly columns: { looks: number; hits: number; off: boolean }[] = [];

  /** `keep` gives a new text its index. */
  constructor(private readonly keep: (text: string) => number) {}

  /** Index of the text at [from, to) of `source`, in a column whose texts may repeat. */
  indexOf(column: number, source: string, from: number, to: number): number {
    // Ids and amounts hardly ever repeat, and looking for them would cost more than keeping them.
    const seen = (this.columns[column] ??= { looks: 0, hits: 0, off: false });
    if (seen.off) return this.keep(source.slice(from, to));
    if (++seen.looks === LOOKS) {
      seen.off = seen.hits < LOOKS / 2;
      seen.looks = 0;
      seen.hits = 0;
    }
    const slot = slotOf(source, from, to);
    const known = this.texts[slot];
    if (known?.length === to - from && source.startsWith(known, from)) {
      seen.hits++;
      return this.indexes[slot] ?? 0;
    }
    const text = source.slice(from, to);
    this.texts[slot] = text;
    return (this.indexes[slot] = this.keep(text));
  }
}

function slotOf(source: string, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + source.charCodeAt(at)) | 0;
  return (Math.imul(hash, 0x9e3779b1) >>> 8) % SLOTS;
}
