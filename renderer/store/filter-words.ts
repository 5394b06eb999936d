import { roleTitle } from '../../shared/model/names.ts';
import type { BookFilter } from '../../shared/project/document.ts';

/** Cycle bands by their lower bound in days, in words. */
export const BAND_WORDS: readonly (readonly [number, string])[] = [
  [0, 'Cycle under 30 days'],
  [30, 'Cycle 30–90 days'],
  [90, 'Cycle 90–180 days'],
  [180, 'Cycle 180–365 days'],
  [365, 'Cycle of a year or more'],
];

/** A filter as a phrase: "segment Small or Large; region North"; '' where every account takes part. */
export function filterWords(filter: BookFilter): string {
  const oneOf = (what: string, values: readonly string[]): readonly string[] => {
    const words = values.map((value) => (value === '' ? 'not given' : value));
    return words.length === 0 ? [] : [`${what} ${words.join(' or ')}`.trim()];
  };
  const roles = [...new Set(filter.owners.map(({ role }) => role))];
  const bands = BAND_WORDS.flatMap(([from, words]) =>
    filter.bands.includes(from) ? [words.charAt(0).toLowerCase() + words.slice(1)] : [],
  );
  return [
    ...oneOf('segment', filter.segments),
    ...oneOf('', bands),
    ...oneOf('region', filter.regions),
    ...oneOf('industry', filter.industries),
    ...oneOf(
      '',
      roles.flatMap((role) =>
        oneOf(
          roleTitle(role).toLowerCase(),
          filter.owners.filter((chip) => chip.role === role).map(({ name }) => name),
        ),
      ),
    ),
  ].join('; ');
}
