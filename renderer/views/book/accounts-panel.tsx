import { useMemo, useState } from 'react';
import type { Book } from '../../../shared/book/book.ts';
import { UPSELLS } from '../../../shared/book/motions.ts';
import type { Format } from '../../../shared/format/format.ts';
import { useJob } from '../../commands/use-job.ts';
import { inputOf } from '../../commands/watch-results.ts';
import type { BookAccounts } from '../../engine/jobs.ts';
import { activeResult, isActiveStale } from '../../store/selectors.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { useBookFormat } from '../../store/use-format.ts';
import { openAccount } from '../../store/view.ts';
import {
  arrColumn,
  cycleColumn,
  isEstimated,
  marked,
  textColumn,
  nameColumns,
  ownerColumns,
  type AccountColumn,
} from '../accounts/account-columns.tsx';
import { AccountsTable } from '../accounts/accounts-table.tsx';
import { unitTitle } from '../compare/subject.ts';

/** A list with the book that it is of. */
interface Shown {
  readonly rows: BookAccounts;
  readonly book: Book;
}

/** Every account of the book as the model takes it: read, or filled in and marked. */
export function AccountsPanel() {
  const store = useAppStore();
  const format = useBookFormat();
  const book = useApp(({ document }) => document?.book ?? null);
  const rate = useApp(({ document }) => document?.currencyRate ?? null);
  const result = useApp(activeResult);
  const stale = useApp(isActiveStale);
  // Asked anew with every result: another book may be under the same scenario.
  const question = useMemo(
    () => (result === null || stale ? null : inputOf(result.of, rate)),
    [result, stale, rate],
  );
  const { answer, isCurrent } = useJob('bookAccounts', question);
  const [shown, setShown] = useState<Shown | null>(null);
  if (book !== null && isCurrent && answer !== null && shown?.rows !== answer) {
    setShown({ rows: answer, book });
  }
  const columns = useMemo(
    () => (shown === null ? [] : columnsOf(shown.rows, shown.book, format)),
    [shown, format],
  );
  if (book === null) {
    return (
      <p className="muted">
        Every account with its owners, revenue and potential, as soon as the tables make a book.
      </p>
    );
  }
  if (result !== null && result.refusal !== null) return <p className="muted">{result.refusal}</p>;
  if (shown === null) {
    return (
      <p className="muted" role="status">
        Looking the accounts up
      </p>
    );
  }
  const isOpenable = result?.comparison != null;
  return (
    <div className="all-accounts" aria-busy={!isCurrent}>
      <AccountsTable
        rows={shown.rows}
        book={shown.book}
        format={format}
        columns={columns}
        sortedBy="arr"
        onOpen={
          isOpenable
            ? (account) => {
                const { id, models } = result.of;
                openAccount(store, { scenario: id, model: models[0] ?? '', account, from: 'Book' });
              }
            : undefined
        }
      />
      <p className="small muted">
        <span className="estimated">Italic</span>: the book does not say it, the assumptions fill it
        in. Click an account, or press Enter, for its figures under each model.
      </p>
    </div>
  );
}

function columnsOf(rows: BookAccounts, book: Book, format: Format): readonly AccountColumn[] {
  const source = { rows, book, format };
  const money = unitTitle(format.currency, 'money', 'a year');
  const figure = (
    id: string,
    header: string,
    values: Float64Array,
    unit: 'money' | 'share',
    estimated: (row: number) => boolean,
  ): AccountColumn => ({
    id,
    header,
    unit: unit === 'money' ? money : '%',
    align: 'right',
    width: unit === 'money' ? 132 : 88,
    sortBy: { kind: 'number', of: (row) => values[row] ?? 0 },
    cell: (row) => marked(format.figure(values[row] ?? null, unit), estimated(row)),
  });
  const potentials = UPSELLS.map((upsell) => `potential.${upsell}` as const);
  return [
    ...nameColumns(source),
    arrColumn(source),
    figure('renewing', 'Up for renewal', rows.renewing, 'money', (row) =>
      isEstimated(rows, row, 'renewalShare', 'arr'),
    ),
    figure('potential', 'Potential', rows.potential, 'money', (row) =>
      isEstimated(rows, row, ...potentials),
    ),
    cycleColumn(source),
    figure('risk', 'Risk', rows.risk, 'share', (row) => isEstimated(rows, row, 'risk')),
    ...ownerColumns(source),
    ...(['region', 'industry'] as const)
      .filter((field) => book[field].codes.some((code) => code !== 0))
      .map((field) =>
        textColumn(field, field === 'region' ? 'Region' : 'Industry', rows, book[field], '–'),
      ),
  ];
}
