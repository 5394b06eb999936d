import { useMemo } from 'react';
import { rawTotals } from '../../../shared/import/raw-totals.ts';
import type { StatedTotal } from '../../../shared/import/types.ts';
import { useApp } from '../../store/use-app.tsx';
import { useBookFormat } from '../../store/use-format.ts';
import { placeName, ROLE_LABELS } from './field-labels.ts';

/** Remarks that say that a sum of the sheet is in no one currency. */
const CURRENCIES: readonly string[] = ['mixed-currencies', 'converted'];

const NO_TOTALS: readonly StatedTotal[] = [];

/** What the sheets themselves come to, beside what was read: rows, sums as they stand, people named. */
export function SheetCheck() {
  const format = useBookFormat();
  const sources = useApp(({ document }) => document?.sources ?? null);
  const mapping = useApp(({ document }) => document?.mapping ?? null);
  const isMixed = useApp(
    ({ document }) =>
      document?.report?.issues.some(({ code }) => CURRENCIES.includes(code)) ?? false,
  );
  const stated = useApp(({ document }) => document?.report?.statedTotals ?? NO_TOTALS);
  const totals = useMemo(
    () => (sources === null || mapping === null ? [] : rawTotals(sources, mapping, stated)),
    [sources, mapping, stated],
  );
  if (totals.length === 0) return null;
  return (
    <section>
      <h2 className="heading">What the sheets add up to</h2>
      {totals.map(({ file, sheet, role, rows, sums, people }) => (
        <dl key={`${file} ${sheet} ${role}`} className="facts facts--sheet">
          <dt className="truncate" title={placeName(file, sheet)}>
            {placeName(file, sheet)}
          </dt>
          <dd>
            {format.figure(rows, 'count')} {rows === 1 ? 'row' : 'rows'}
            <span className="visually-hidden"> of {ROLE_LABELS[role].toLowerCase()}</span>
          </dd>
          {sums.map(({ header, sum, times }) => (
            <Line
              key={`sum ${header}`}
              term={times === 1 ? header : `${header} × ${String(times)}`}
            >
              {isMixed ? 'in several currencies' : format.figure(sum * times, 'money')}
            </Line>
          ))}
          {people.map(({ header, people: count }) => (
            <Line key={`people ${header}`} term={header}>
              {format.figure(count, 'count')} {count === 1 ? 'person' : 'people'}
            </Line>
          ))}
        </dl>
      ))}
    </section>
  );
}

function Line(props: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt className="small truncate facts__inner" title={props.term}>
        {props.term}
      </dt>
      <dd className="small">{props.children}</dd>
    </>
  );
}
