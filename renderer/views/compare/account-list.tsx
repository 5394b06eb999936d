import { X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useJob } from '../../commands/use-job.ts';
import { inputOf } from '../../commands/watch-results.ts';
import type { AccountRows } from '../../engine/jobs.ts';
import type { Focus } from '../../store/state.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { listAccounts, openAccount } from '../../store/view.ts';
import { IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Select } from '../../ui/select.tsx';
import { accountColumns } from './account-columns.tsx';
import { listTitle, matchingRows, sortedRows, type Sort } from './account-rows.ts';
import type { Subject } from './subject.ts';

/** The accounts behind a bar or a figure, beside the charts: found, sorted, read by keyboard. Escape closes. */
export function AccountList({ subject, listing }: { subject: Subject; listing: Focus }) {
  const store = useAppStore();
  // Of the state whose figures are on screen.
  const scenario = useApp(({ session }) => session.results[listing.scenario]?.of);
  const rate = useApp(({ document }) => document?.currencyRate ?? null);
  const question = useMemo(() => {
    if (scenario === undefined) return null;
    const { model, metric, part } = listing;
    return { ...inputOf(scenario, rate), model, metric, part };
  }, [scenario, rate, listing]);
  const { answer } = useJob('accounts', question);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    // Back to the bar or figure that was opened.
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, [listing]);
  const close = () => {
    listAccounts(store, null);
  };
  return (
    <section
      ref={panel}
      className="accounts"
      aria-label="Accounts behind the figure"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header className="accounts__head">
        <h2 className="heading">{listTitle(subject, listing)}</h2>
        <IconButton label="Close the list" icon={<X />} onClick={close} />
      </header>
      {answer === null ? (
        <p className="accounts__none muted" role="status">
          Looking the accounts up
        </p>
      ) : answer.accounts.length === 0 ? (
        <p className="accounts__none muted">No account is behind this figure.</p>
      ) : (
        <Rows subject={subject} rows={answer} listing={listing} />
      )}
    </section>
  );
}

const EVERY = 'every segment';

function Rows(props: { subject: Subject; rows: AccountRows; listing: Focus }) {
  const { subject, rows, listing } = props;
  const store = useAppStore();
  const book = useApp(({ document }) => document?.book ?? null);
  const [search, setSearch] = useState('');
  const [segment, setSegment] = useState(EVERY);
  const [sort, setSort] = useState<Sort>({ column: 'figure', descending: true });
  const segments = useMemo(
    () => Array.from(new Set(rows.segment.codes), (code) => rows.segment.values[code] ?? ''),
    [rows],
  );
  const sorted = useMemo(
    () => (book === null ? [] : sortedRows(rows, book, sort)),
    [rows, book, sort],
  );
  const shown = useMemo(() => {
    if (book === null) return [];
    const wanted = segment === EVERY || !segments.includes(segment) ? null : segment;
    return matchingRows(sorted, rows, book, search, wanted);
  }, [sorted, rows, book, search, segment, segments]);
  const columns = useMemo(
    () => (book === null ? [] : accountColumns(subject, rows, book, shown)),
    [subject, rows, book, shown],
  );
  const { format } = subject;
  return (
    <>
      <div className="accounts__filters">
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
        className="accounts__table"
        label="Accounts"
        columns={columns}
        rowCount={shown.length}
        sort={sort}
        onOpen={(row) => {
          const account = rows.accounts[shown[row] ?? -1];
          if (account === undefined) return;
          const { scenario, model } = listing;
          openAccount(store, { scenario, model, account, from: listTitle(subject, listing) });
        }}
        onSort={(column) => {
          setSort((last) => ({
            column,
            descending: last.column === column ? !last.descending : column !== 'name',
          }));
        }}
      />
    </>
  );
}
