import { RowScanner } from './row-scanner.ts';

/** Tried first; the rest only where none of these splits the text. */
const USUAL = [',', ';', '\t', '|'];
const RARE = ['\u001f', '^', '~', ':'];
const ROWS_LOOKED_AT = 200;

/**
 * The character that splits a text into columns, by evidence: the one under which most rows have
 * the same number of fields, more than one; '' where nothing splits it.
 * `sample` starts at a row's start and has line feeds as line ends.
 */
export function findDelimiter(sample: string): string {
  return best(sample, USUAL, 0.4) ?? best(sample, RARE, 0.9) ?? '';
}

function best(sample: string, candidates: readonly string[], least: number): string | null {
  let found: string | null = null;
  let score = 0;
  for (const delimiter of candidates) {
    const { fields, share } = regularity(sample, delimiter);
    if (fields < 2 || share < least) continue;
    // A comma between digits in every amount is as regular as a delimiter: it counts for less.
    const decimal = delimiter === ',' && mostlyBetweenDigits(sample) ? 0.5 : 1;
    const here = share * decimal * (1 + Math.log2(fields) / 10);
    if (here > score) {
      score = here;
      found = delimiter;
    }
  }
  return found;
}

/** The most common number of fields in a row, and the share of rows that have it. */
function regularity(sample: string, delimiter: string): { fields: number; share: number } {
  const scanner = new RowScanner(delimiter);
  const counts = new Map<number, number>();
  let rows = 0;
  scanner.feed(sample, true);
  while (rows < ROWS_LOOKED_AT && scanner.next()) {
    const { count, from, to } = scanner;
    if (count === 1 && sample.slice(from[0], to[0]).trim() === '') continue;
    rows++;
    counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  let fields = 0;
  let most = 0;
  for (const [length, count] of counts) {
    if (length > 1 && count > most) {
      most = count;
      fields = length;
    }
  }
  return { fields, share: rows === 0 ? 0 : most / rows };
}

function mostlyBetweenDigits(sample: string): boolean {
  const all = sample.split(',').length - 1;
  const between = sample.match(/\d,(?=\d)/g)?.length ?? 0;
  return between > all * 0.6;
}
