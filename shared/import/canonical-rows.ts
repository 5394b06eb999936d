import type { Book, TextColumn } from '../book/book.ts';
import { UPSELLS } from '../book/motions.ts';

/**
 * A book as rows of the canonical columns, headers first: what `import --csv` writes. An absent value
 * is ''. Reading the rows again gives the same book. Three things that the canonical columns don't
 * hold stand behind them where the book has them: the white space, open deals by type, the currency.
 */
export function toCanonicalRows(book: Book): readonly (readonly (string | number)[])[] {
  const columns = columnsOf(book);
  const rows = Array.from({ length: book.count }, (_, account) =>
    columns.map(({ value }) => value(account)),
  );
  return [columns.map(({ header }) => header), ...rows];
}

interface Column {
  readonly header: string;
  readonly value: (account: number) => string | number;
}

function columnsOf(book: Book): readonly Column[] {
  const words = (header: string, values: readonly string[]): Column => ({
    header,
    value: (account) => values[account] ?? '',
  });
  const texts = (header: string, column: TextColumn | undefined): Column => ({
    header,
    value: (account) => column?.values[column.codes[account] ?? 0] ?? '',
  });
  const numbers = (header: string, values: Float64Array): Column => ({
    header,
    value: (account) => {
      const value = values[account] ?? NaN;
      return Number.isFinite(value) ? value : '';
    },
  });
  const { openDeals, whiteSpace } = book;
  return [
    words('accountId', book.accountId),
    words('name', book.name),
    texts('segment', book.segment),
    texts('region', book.region),
    texts('industry', book.industry),
    texts('ae', book.owners['ae']),
    texts('am', book.owners['am']),
    texts('csm', book.owners['csm']),
    numbers('arr', book.arr),
    numbers('contractValue', book.contractValue),
    numbers('cycleDays', book.cycleDays),
    numbers('cac', book.cac),
    numbers('renewalShare', book.renewalShare),
    numbers('risk', book.risk),
    numbers('health', book.health),
    numbers('complexity', book.complexity),
    ...UPSELLS.map((upsell) => numbers(`potential.${upsell}`, book.potential[upsell])),
    ...(whiteSpace === undefined ? [] : [numbers('whiteSpace', whiteSpace)]),
    ...(openDeals === undefined
      ? []
      : [
          ...UPSELLS.map((upsell) => numbers(`openDeals.${upsell}`, openDeals.byUpsell[upsell])),
          numbers('openDeals.unstated', openDeals.unstated),
        ]),
    ...(book.currency === '' ? [] : [{ header: 'currency', value: () => book.currency }]),
  ];
}
