import type { TextColumn } from '../book/book.ts';

/** Codes a column of text: code 0 is '' (absent), the others in the order they first appear. */
export function textColumn(texts: readonly string[]): TextColumn {
  const values = [''];
  const codeOf = new Map<string, number>([['', 0]]);
  const codes = Uint32Array.from(texts, (text) => {
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    codeOf.set(text, values.length);
    return values.push(text) - 1;
  });
  return { codes, values };
}
