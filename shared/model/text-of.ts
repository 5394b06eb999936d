/**
 * A part of the assumptions as text, written once for each object: a change makes new objects of what
 * it changes and leaves the others, and writing hundreds of figures takes as long as hundreds of accounts.
 */
export function textOf(part: unknown): string {
  if (typeof part !== 'object' || part === null) return JSON.stringify(part) ?? '';
  const text = texts.get(part) ?? JSON.stringify(part);
  texts.set(part, text);
  return text;
}

const texts = new WeakMap<object, string>();
