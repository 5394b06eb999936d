import { headerWords } from './text.ts';

/**
 * What the headers of a table come down to, whatever their order: 16 hex digits. Two files with the
 * same columns have the same fingerprint.
 */
export function fingerprint(headers: readonly string[]): string {
  const text = headers
    .map(headerKey)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .join('\n');
  return hash(text, 0x811c9dc5) + hash(text, 0x01000193);
}

/** By this a column is found again in next month's file. */
export function headerKey(header: string): string {
  return headerWords(header).join(' ');
}

/** FNV-1a, 32 bits, as 8 hex digits. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
