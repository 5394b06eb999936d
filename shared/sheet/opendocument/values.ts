import { readRange } from '../xlsx/reference.ts';
import type { Grid } from '../grid.ts';

/** Days of an ISO duration such as `PT12H30M15.5S`, null for anything else. */
export function durationDays(text: string): number | null {
  const found =
    /^(-?)P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,12})?)S)?)?$/.exec(
      text,
    );
  if (found === null || text.length < 3) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = found;
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const value = (Number(days) * 86_400 + time) / 86_400;
  return sign === '-' ? -value : value;
}

/** `'My sheet'.A1:'My sheet'.C9` as sheet and range, or null. */
export function addressRange(
  address: string,
): { sheet: string; range: NonNullable<Grid['filterRange']> } | null {
  const found =
    /^\$?(?:'((?:[^']|'')*)'|([^.']+))\.(\$?[A-Z]{1,3}\$?\d{1,7}):(?:.*\.)?(\$?[A-Z]{1,3}\$?\d{1,7})$/.exec(
      address,
    );
  if (found === null) return null;
  const [, quoted, plain, first, last] = found;
  const range = readRange(`${first}:${last}`);
  if (range === null) return null;
  return { sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', range };
}
