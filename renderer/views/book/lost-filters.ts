import { roleTitle } from '../../../shared/model/names.ts';
import type { Book, TextColumn } from '../../../shared/book/book.ts';
import type { Scenario } from '../../../shared/project/document.ts';
import { own } from '../../../shared/units/records.ts';

/** What the filters of scenarios name that a book does not have, a sentence each. */
export function lostFilters(
  scenarios: readonly Pick<Scenario, 'name' | 'filter'>[],
  book: Book,
): readonly string[] {
  const has = (column: TextColumn | undefined, text: string): boolean =>
    text === '' || column?.values.includes(text) === true;
  return scenarios.flatMap(({ name, filter }) => {
    const lost = [
      ...filter.regions.filter((text) => !has(book.region, text)).map((text) => `region ${text}`),
      ...filter.industries
        .filter((text) => !has(book.industry, text))
        .map((text) => `industry ${text}`),
      ...filter.owners
        .filter((owner) => !has(own(book.owners, owner.role), owner.name))
        .map((owner) => `${roleTitle(owner.role).toLowerCase()} ${owner.name}`),
    ];
    return lost.length === 0
      ? []
      : [`The filter of ${name} names what the new data does not have: ${lost.join(', ')}.`];
  });
}
