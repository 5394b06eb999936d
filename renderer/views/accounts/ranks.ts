/** Ranks by the texts they are of: texts are compared once, however often a list is sorted by them. */
const known = new WeakMap<readonly string[], Uint32Array>();

/** The place of each text in the order of the user's language; the same for those it does not tell apart. */
export function ranksOf(texts: readonly string[]): Uint32Array {
  const ranking = rank(texts);
  for (;;) {
    const step = ranking.next();
    if (step.done === true) return step.value;
  }
}

/** Makes the ranks in short tasks, so that whatever asks for them after has them at once. */
export async function prepareRanks(texts: readonly string[]): Promise<void> {
  const ranking = rank(texts);
  let begun = performance.now();
  while (ranking.next().done !== true) {
    if (performance.now() - begun < TASK) continue;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  }
}

function* rank(texts: readonly string[]): Generator<undefined, Uint32Array> {
  const earlier = known.get(texts);
  if (earlier !== undefined) return earlier;
  // A collator of its own: asked of each text, the locale takes most of the time.
  const collator = new Intl.Collator();
  const compare = (a: number, b: number): number =>
    collator.compare(texts[a] ?? '', texts[b] ?? '');
  const order = yield* sort(
    Array.from(texts, (_, at) => at),
    compare,
  );
  const ranks = new Uint32Array(texts.length);
  let place = 0;
  for (const [index, at] of order.entries()) {
    if (index % STRETCH === 0) yield;
    const before = order[index - 1];
    if (before !== undefined && compare(before, at) !== 0) place += 1;
    ranks[at] = place;
  }
  known.set(texts, ranks);
  return ranks;
}

type Compare = (a: number, b: number) => number;

/** By halves, each sorted and then merged, with a breath after every stretch. */
function* sort(
  places: readonly number[],
  compare: Compare,
): Generator<undefined, readonly number[]> {
  if (places.length <= STRETCH) {
    yield;
    return places.toSorted(compare);
  }
  const half = places.length >>> 1;
  const first = yield* sort(places.slice(0, half), compare);
  const second = yield* sort(places.slice(half), compare);
  return yield* merge(first, second, compare);
}

function* merge(
  first: readonly number[],
  second: readonly number[],
  compare: Compare,
): Generator<undefined, readonly number[]> {
  const merged: number[] = [];
  let [a, b] = [0, 0];
  while (merged.length < first.length + second.length) {
    if (merged.length % STRETCH === 0) yield;
    const [left, right] = [first[a], second[b]];
    if (right === undefined || (left !== undefined && compare(left, right) <= 0)) {
      merged.push(left ?? 0);
      a += 1;
    } else {
      merged.push(right);
      b += 1;
    }
  }
  return merged;
}

/** Texts between two breaths: a millisecond or two. */
const STRETCH = 1024;
/** Milliseconds that a task may take. */
const TASK = 8;
