/** The smallest round number that holds all values: 1, 2, 2.5 or 5 times a power of ten in steps of a quarter. */
export function axisMaximum(values: readonly number[]): number {
  const largest = Math.max(0, ...values);
  if (largest === 0) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(largest));
  const step = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5].find(
    (candidate) => Math.ceil(largest / (candidate * magnitude)) <= 4,
  );
  const width = (step ?? 5) * magnitude;
  return Math.ceil(largest / width) * width;
}

/** A range around zero for values of either sign: the zero baseline is always in it. */
export function axisRange(values: readonly number[]): readonly [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (low === 0) return [0, axisMaximum(values)];
  if (high === 0) return [-axisMaximum([-low]), 0];
  const step = axisMaximum([high, -low]) / 4;
  return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
}
