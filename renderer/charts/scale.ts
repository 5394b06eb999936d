/**
 * The ends of an axis, which the longest bar reaches but for a fiftieth, and its round marks; zero is
 * always on it. The ends lie on fine steps, so that an axis stands still while its bars move.
 */
export interface Scale {
  readonly domain: [number, number];
  readonly ticks: number[];
}

/** A scale that holds all values and the zero baseline, with a mark at about every fifth. */
export function scaleFor(values: readonly number[]): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  // What rounding left is drawn as nothing, not as a bar across the whole chart.
  if (high - low < 1e-9) return { domain: [0, 1], ticks: [0] };
  const step = roundStep((high - low) / STEPS);
  const [from, last] = [Math.ceil(low / step - SLACK), Math.floor(high / step + SLACK)];
  // Adding 0 turns −0 into 0.
  const ticks = Array.from({ length: last - from + 1 }, (_, index) => (from + index) * step + 0);
  const fine = step / FINE;
  // Adding 0 turns −0 into 0.
  const end = (value: number, round: (steps: number) => number) =>
    round(value / fine - Math.sign(value) * SLACK) * fine + 0;
  return { domain: [end(low, Math.floor), end(high, Math.ceil)], ticks };
}

/** The next of 1, 2, 2.5 and 5 times a power of ten. */
function roundStep(width: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(width));
  const factor = [1, 2, 2.5, 5].find((candidate) => width <= candidate * magnitude * (1 + 1e-9));
  return (factor ?? 10) * magnitude;
}

const STEPS = 5;
/** Fine steps within one between marks. */
const FINE = 10;
const SLACK = 1e-9;
