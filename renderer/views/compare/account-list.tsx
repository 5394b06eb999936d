import { X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useJob } from '../../commands/use-job.ts';
import { inputOf } from '../../commands/watch-results.ts';
import type { AccountRows } from '../../engine/jobs.ts';
import type { Focus } from '../../store/state.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { listAccounts, openAccount } from '../../store/view.ts';
import { IconButton } from '../../ui/button.tsx';
import { AccountsTable } from '../accounts/accounts-table.tsx';
import { accountColumns } from './account-columns.tsx';
import { listTitle } from './list-title.ts';
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

function Rows(props: { subject: Subject; rows: AccountRows; listing: Focus }) {
  const { subject, rows, listing } = props;
  const store = useAppStore();
  const book = useApp(({ document }) => document?.book ?? null);
  const columns = useMemo(
    () => (book === null ? [] : accountColumns(subject, rows, book)),
    [subject, rows, book],
  );
  if (book === null) return null;
  return (
    <AccountsTable
      {...{ rows, book, columns }}
      format={subject.format}
      sortedBy="figure"
      onOpen={(account) => {
        const { scenario, model } = listing;
        openAccount(store, { scenario, model, account, from: listTitle(subject, listing) });
      }}
    />
  );
}
