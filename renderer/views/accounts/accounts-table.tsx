import { useMemo, useRef, useState } from 'react';
import type { Book } from '../../../shared/book/book.ts';
import type { Format } from '../../../shared/format/format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Select } from '../../ui/select.tsx';
import type { AccountColumn } from './account-columns.tsx';
import { matchingRows, segmentsIn, sortedRows, type Listed, type Sort } from './listed.ts';
import { prepareRanks } from './ranks.ts';
import './accounts-table.css';

const EVERY = 'Every segment';

/** Accounts to search, narrow to a segment and sort; Enter or a click opens one. */
export function AccountsTable(props: {
  readonly rows: Listed;
  readonly book: Book;
  readonly format: Format;
  readonly columns: readonly AccountColumn[];
  /** The column that is sorted by first, the highest on top. */
  readonly sortedBy: string;
  /** Called with the place of the account in the book. */
  readonly onOpen?: ((account: number) => void) | undefined;
}) {
  const { rows, book, format, columns, onOpen } = props;
  const asked = useRef('');
  const [search, setSearch] = useState('');
  const [segment, setSegment] = useState(EVERY);
  const [sort, setSort] = useState<Sort>({ column: props.sortedBy, descending: true });
  const segments = useMemo(() => segmentsIn(rows), [rows]);
  const key = columns.find(({ id }) => id === sort.column)?.sortBy;
  const sorted = useMemo(
    () =>
      sortedRows(
        rows.accounts.length,
        key ?? { kind: 'number', of: (row) => row },
        key !== undefined && sort.descending,
      ),
    [rows, key, sort.descending],
  );
  const shown = useMemo(() => {
    const wanted = segment === EVERY || !segments.includes(segment) ? null : segment;
    return matchingRows(sorted, rows, book, search, wanted);
  }, [sorted, rows, book, search, segment, segments]);
  const sortBy = async (column: string): Promise<void> => {
    asked.current = column;
    const by = columns.find(({ id }) => id === column)?.sortBy;
    if (by?.kind === 'text') await prepareRanks(by.texts);
    // Another column may have been asked for meanwhile.
    if (asked.current !== column) return;
    setSort((last) => ({
      column,
      descending: last.column === column ? !last.descending : by?.kind !== 'text',
    }));
  };
  return (
    <>
      <div className="accounts-table__find">
        <input
          type="search"
          className="text-input"
          placeholder="Name, owner or id"
          aria-label="Find accounts by name, owner or id"
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
          }}
        />
        {segments.length > 1 && (
          <Select
            label="Segment"
            value={segments.includes(segment) ? segment : EVERY}
            onChange={setSegment}
            groups={[
              {
                label: '',
                options: [EVERY, ...segments.toSorted()].map((name) => ({
                  value: name,
                  label: name,
                })),
              },
            ]}
          />
        )}
        <span className="muted small" role="status">
          {format.figure(shown.length, 'count')} of {format.figure(rows.accounts.length, 'count')}{' '}
          accounts
        </span>
      </div>
      <DataTable
        className="accounts-table"
        label="Accounts"
        columns={columns.map((column) => ({
          ...column,
          sortable: column.sortBy !== undefined,
          cell: (at) => {
            const row = shown[at];
            return row === undefined ? null : column.cell(row);
          },
        }))}
        rowCount={shown.length}
        headHeight={44}
        sort={sort}
        onOpen={
          onOpen &&
          ((at) => {
            const account = rows.accounts[shown[at] ?? -1];
            if (account !== undefined) onOpen(account);
          })
        }
        onSort={(column) => void sortBy(column)}
      />
    </>
  );
}
