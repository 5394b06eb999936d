import type { Book } from './book.ts';

/** How many different people own accounts, whatever their role. */
export function ownersIn({ owners }: Book): number {
  const names = new Set<string>();
  for (const { codes, values } of Object.values(owners)) {
    const seen = new Uint8Array(values.length);
    for (const code of codes) seen[code] = 1;
    seen.forEach((isSeen, code) => {
      if (isSeen === 1) names.add(values[code] ?? '');
    });
  }
  names.delete('');
  return names.size;
}
