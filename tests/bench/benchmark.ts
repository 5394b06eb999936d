/** One figure of `npm run bench`: a file `tests/bench/<name>.bench.ts` exports it as `benchmark`. */
export interface Benchmark {
  readonly name: string;
  /** What is measured against what, for a reader: 'full evaluation in C, -O3'. */
  readonly against: string;
  /** Measures both in this one run; null with a reason where the partner is not on this machine. */
  run(): Promise<Measured | NotMeasured>;
}
export interface Measured {
  /** The product over its partner, of the medians. */
  readonly ratio: number;
  /** The product's own median. */
  readonly value: number;
  readonly unit: string;
  readonly runs: number;
  /** What else was seen on the way, by name: medians of the product alone. */
  readonly beside?: Readonly<Record<string, { readonly value: number; readonly unit: string }>>;
}
export interface NotMeasured {
  readonly notMeasured: string;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('the median of nothing');
  return (upper + lower) / 2;
}

/**
 * Measures product and partner in turn, so that a slow moment of the machine falls on both, after
 * one turn of each that does not count. At least five turns.
 */
export async function interleaved(
  product: () => Promise<number> | number,
  partner: () => Promise<number> | number,
  options: { readonly unit: string; readonly turns?: number },
): Promise<Measured> {
  const turns = Math.max(5, options.turns ?? 5);
  const ours: number[] = [];
  const theirs: number[] = [];
  await partner();
  await product();
  for (let turn = 0; turn < turns; turn++) {
    theirs.push(await partner());
    ours.push(await product());
  }
  const value = median(ours);
  return { ratio: value / median(theirs), value, unit: options.unit, runs: turns };
}

/** Milliseconds that a piece of work takes. */
export async function milliseconds(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
