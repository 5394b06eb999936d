import { amountText, plural } from '../amount.ts';
import { FIELDS, type FieldInfo } from '../fields.ts';
import type { IssueList } from '../issues.ts';
import type { Mapping } from '../types.ts';
import type { TableView } from './view.ts';

/**
 * One book, one currency: the user's, else the one most amounts say. Amounts in another currency are
 * converted in place with a rate of the mapping; without one the book is refused. Returns the ISO
 * code, '' where nothing says one.
 */
export function oneCurrency(
  views: readonly TableView[],
  mapping: Mapping | undefined,
  issues: IssueList,
): string {
  const counts = new Map<string, number>();
  const columns = views.flatMap((view) => moneyFields(view).map((field) => ({ view, field })));
  for (const { view, field } of columns) {
    const { values, currencies } = view.figures(field);
    currencies?.forEach((code, index) => {
      if (code !== '' && !Number.isNaN(values[index] ?? NaN))
        counts.set(code, (counts.get(code) ?? 0) + 1);
    });
  }
  const ranked = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const stated = mapping?.currency ?? '';
  const currency = stated === '' ? (ranked[0]?.[0] ?? '') : stated;
  // A single sign under another name is the user's to name: '$' may be Canadian.
  const others = ranked.filter(([code]) => code !== currency);
  if (others.length === 0 || (ranked.length === 1 && stated !== '')) return currency;
  const rates = mapping?.rates ?? {};
  const missing = others.filter(([code]) => !((Object.hasOwn(rates, code) ? rates[code] : 0) ?? 0));
  if (missing.length > 0) {
    const [first] = columns;
    const found = ranked.map(([code, count]) => `${code} (${plural(count, 'amount')})`).join(', ');
    issues.add(
      'error',
      'mixed-currencies',
      { file: first?.view.mapping.file ?? '', sheet: first?.view.mapping.sheet ?? '' },
      ranked.map(([code]) => code).join(', '),
      () =>
        `The book has amounts in several currencies: ${found}. A book has one currency: give the value of 1 ${missing.map(([code]) => code).join(', 1 ')} in ${currency}, or leave those rows out.`,
    );
    return currency;
  }
  for (const [code, count] of others) {
    const rate = (Object.hasOwn(rates, code) ? rates[code] : 0) ?? 0;
    const [first] = columns;
    issues.add(
      'info',
      'converted',
      { file: first?.view.mapping.file ?? '', sheet: first?.view.mapping.sheet ?? '' },
      code,
      () =>
        `${plural(count, 'amount')} in ${code} converted at ${amountText(1, code)} = ${String(rate)} ${currency}.`,
    );
  }
  for (const { view, field } of columns) convert(view, field, currency, rates);
  return currency;
}

/** Amounts are converted where they stand: each column of a view is read once and shared. */
function convert(
  view: TableView,
  field: string,
  currency: string,
  rates: Readonly<Record<string, number>>,
): void {
  const { values, currencies } = view.figures(field);
  currencies?.forEach((code, index) => {
    if (code !== '' && code !== currency)
      values[index] = (values[index] ?? NaN) * (rates[code] ?? NaN);
  });
}

function moneyFields(view: TableView): string[] {
  const infos: readonly FieldInfo[] = FIELDS[view.mapping.role];
  const money = infos.filter(({ field, kind }) => kind === 'money' && view.has(field));
  const amounts = view
    .fields('holding:')
    .filter((field) => view.column(field)?.measure === 'amount');
  return [...money.map(({ field }) => field), ...amounts];
}
