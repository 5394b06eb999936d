import { Check, TriangleAlert } from 'lucide-react';
import { activeResult, activeScenario, isActiveStale } from '../store/selectors.ts';
import { useApp } from '../store/use-app.tsx';
import { useBookFormat } from '../store/use-format.ts';
import { Tooltip } from '../ui/tooltip.tsx';

/** What the figures on screen stand on. */
export function StatusLine() {
  const format = useBookFormat();
  const result = useApp(activeResult);
  const totals = result?.totals;
  const whole = useApp(({ document }) => document?.book?.count ?? 0);
  const standsIn = useApp(({ document }) => document?.book?.arrEstimated === true);
  const scenario = useApp((state) => activeScenario(state)?.name);
  if (totals === undefined) return <footer className="status small muted">No figures yet</footer>;
  // Totals of a book that could not be brought into the assumptions' currency are no totals.
  if (result !== null && result.refusal !== null && totals.accounts === 0) {
    return (
      <footer className="status small muted truncate">No figures yet: {result.refusal}</footer>
    );
  }
  const isFiltered = totals.accounts < whole;
  const accounts = format.figure(totals.accounts, 'count');
  return (
    <footer className="status small muted" aria-label="What the figures stand on">
      <span>
        {isFiltered ? `${accounts} of ${format.figure(whole, 'count')}` : accounts}{' '}
        {whole === 1 ? 'account' : 'accounts'}
      </span>
      <span>
        <span className={standsIn ? 'estimated' : undefined}>
          {format.figure(totals.arr, 'money')}
        </span>{' '}
        ARR a year
      </span>
      <span>
        {format.figure(totals.owners, 'count')} {totals.owners === 1 ? 'owner' : 'owners'}
      </span>
      <Tooltip text="Inputs that the book does not say and the assumptions fill in, of all that the model reads from the book.">
        <button type="button" className="status__item">
          {format.figure(totals.estimatedShare, 'share')} of inputs estimated
        </button>
      </Tooltip>
      <span className="status__gap" />
      <Computing />
      <span className="truncate">{scenario}</span>
      <Tooltip text="ARR of the book against the sum of ARR by owner and of what nobody owns.">
        {totals.difference === 0 ? (
          <button type="button" className="status__item status__item--good">
            <Check aria-hidden="true" /> Everything adds up
          </button>
        ) : (
          <button type="button" className="status__item status__item--bad">
            <TriangleAlert aria-hidden="true" /> Off by {format.figure(totals.difference, 'money')}
          </button>
        )}
      </Tooltip>
    </footer>
  );
}

/** The figures on screen are of an earlier state. */
function Computing() {
  return useApp(isActiveStale) && <span role="status">Computing…</span>;
}
