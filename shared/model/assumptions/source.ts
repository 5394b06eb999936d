/**
 * How well a figure is founded: A a survey or official statistic, B a named practitioner or vendor,
 * C a secondary page, X no public source found.
 */
export type Grade = 'A' | 'B' | 'C' | 'X';

/** Where a default comes from and how far it may lie from it. `source` is a title or an address. */
export interface Source {
  readonly low: number;
  readonly high: number;
  readonly grade: Grade;
  readonly year: number | null;
  readonly source: string | null;
  readonly note: string;
}

/** What stands where nobody has published a figure. */
export const NO_SOURCE =
  'no public source found: the first thing to overwrite with your own figure';

export function cited(
  low: number,
  high: number,
  grade: 'A' | 'B' | 'C',
  year: number,
  source: string,
  note = '',
): Source {
  return { low, high, grade, year, source, note };
}

export function reasoned(low: number, high: number, note = NO_SOURCE): Source {
  return { low, high, grade: 'X', year: null, source: null, note };
}

export function unsourced(note: string): string {
  return `${note}: ${NO_SOURCE}`;
}
