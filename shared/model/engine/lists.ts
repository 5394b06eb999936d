/** The item at an index that exists by construction. */
export function item<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no item ${String(index)}.`);
  return found;
}
