import { plural } from '../amount.ts';
import type { IssueList } from '../issues.ts';
import { foldName, letters, quote } from '../text.ts';
import type { TableView } from './view.ts';

/** Names the rows whose product is not in the table of products, with the product that was probably meant. */
export function checkProducts(
  products: readonly TableView[],
  others: readonly TableView[],
  issues: IssueList,
): void {
  if (products.length === 0) return;
  const known = new Set<string>();
  const loose = new Map<string, string>();
  for (const view of products)
    for (const field of ['product', 'productId'])
      for (const text of view.texts(field)) {
        if (text === '') continue;
        known.add(foldName(text));
        loose.set(letters(text), text);
      }
  for (const view of others) {
    if (!view.has('product')) continue;
    const missing = new Map<string, number>();
    for (const text of view.texts('product'))
      if (text !== '' && !known.has(foldName(text)))
        missing.set(text, (missing.get(text) ?? 0) + 1);
    for (const [text, rows] of missing) {
      const meant = loose.get(letters(text));
      issues.add(
        'warning',
        'no-such-product',
        view.place(null, 'product'),
        text,
        () =>
          `${plural(rows, 'row')} of ${view.mapping.file} name the product ${quote(text)}, which is not in the table of products${
            meant === undefined ? '' : ` (${quote(meant)} is)`
          }: the deals count, the product doesn't join.`,
      );
    }
  }
}
