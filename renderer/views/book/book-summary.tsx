import { useMemo } from 'react';
import { ownersIn } from '../../../shared/book/people.ts';
import { useAppContext } from '../../commands/context.tsx';
import { chooseAsOf, correctMapping } from '../../commands/change-mapping.ts';
import { setCurrencyRate } from '../../store/book.ts';
import { activeResult } from '../../store/selectors.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { assumptionsCurrency, decimalMark, useBookFormat } from '../../store/use-format.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { ESTIMATED_LABELS } from './field-labels.ts';
import { SheetCheck } from './sheet-check.tsx';
import { SegmentCycles } from './segment-cycles.tsx';

const CURRENCIES = [
  'USD',
  'EUR',
  'GBP',
  'CHF',
  'CAD',
  'AUD',
  'JPY',
  'SEK',
  'NOK',
  'DKK',
  'INR',
  'BRL',
];

/** Totals, dates and currency as read, and what will be estimated. */
export function BookSummary() {
  return (
    <>
      <Totals />
      <SheetCheck />
      <Estimated />
    </>
  );
}

function Totals() {
  const context = useAppContext();
  const format = useBookFormat();
  const report = useApp(({ document }) => document?.report ?? null);
  const book = useApp(({ document }) => document?.book ?? null);
  const asOf = useApp(({ document }) => document?.asOf ?? null);
  const owners = useMemo(() => (book === null ? null : ownersIn(book)), [book]);
  if (report === null) return null;
  const totals = book === null ? null : report.totals;
  const date = asOf ?? report.asOf.date;
  // Won deals that stand in for recurring revenue are no revenue that was read.
  const standIn = book?.arrEstimated === true ? 'estimated' : undefined;
  return (
    <section>
      <h2 className="heading">What was read</h2>
      <dl className="facts">
        <dt>Accounts</dt>
        <dd>{format.figure(book?.count ?? null, 'count')}</dd>
        <dt>ARR a year</dt>
        <dd className={standIn}>{format.figure(totals?.arr ?? null, 'money')}</dd>
        <dt>Up for renewal</dt>
        <dd className={standIn}>{format.figure(totals?.renewing ?? null, 'money')}</dd>
        <dt>Stated upsell potential</dt>
        <dd>{format.figure(totals?.potential ?? null, 'money')}</dd>
        <dt>Owners</dt>
        <dd>{format.figure(owners, 'count')}</dd>
        <dt>Today is</dt>
        <dd>
          <input
            type="date"
            className="text-input facts__date"
            aria-label="The day that counts as today"
            value={date ?? ''}
            onChange={(event) => {
              const next = event.target.value;
              void chooseAsOf(context, next === '' ? null : next);
            }}
          />
        </dd>
        <dt>Currency</dt>
        <dd>
          <CurrencyChoice />
        </dd>
      </dl>
      {date !== null && asOf === null && (
        <p className="small muted facts__note">The date comes from {report.asOf.origin}.</p>
      )}
      <Rate />
      {report.statedTotals.length > 0 && (
        <>
          <h3 className="small muted facts__sub">Totals that the sheets state</h3>
          <dl className="facts">
            {report.statedTotals.map((total) => (
              <StatedTotal
                key={`${total.file} ${total.sheet} ${String(total.row)} ${total.column}`}
                where={`${total.header} (${total.sheet === '' ? total.file : total.sheet}, row ${String(total.row)})`}
                stated={total.stated}
                computed={total.computed}
              />
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function StatedTotal(props: {
  readonly where: string;
  readonly stated: number;
  readonly computed: number;
}) {
  const format = useBookFormat();
  const agrees = Math.abs(props.stated - props.computed) <= 0.01;
  return (
    <>
      <dt>{props.where}</dt>
      <dd>
        {format.figure(props.stated, 'money')}
        <br />
        <span className={agrees ? 'small facts__good' : 'small facts__bad'}>
          {agrees ? 'its rows agree' : `its rows give ${format.figure(props.computed, 'money')}`}
        </span>
      </dd>
    </>
  );
}

function CurrencyChoice() {
  const context = useAppContext();
  const currency = useApp(({ document }) => document?.mapping?.currency ?? '');
  const known =
    currency === '' || CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES];
  return (
    <Select
      label="Currency of the book"
      className="facts__currency"
      value={currency === '' ? null : currency}
      placeholder="Not said"
      groups={[{ label: '', options: known.map((code) => ({ value: code, label: code })) }]}
      onChange={(code) => {
        void correctMapping(context, `Currency of the book: ${code}`, (mapping) => ({
          ...mapping,
          currency: code,
        }));
      }}
    />
  );
}

/** Needed only where book and assumptions are in two currencies. */
function Rate() {
  const store = useAppStore();
  const format = useBookFormat();
  const from = useApp(assumptionsCurrency);
  const hasBook = useApp(({ document }) => document?.book !== null);
  const to = useApp(({ document }) => document?.book?.currency ?? '');
  const rate = useApp(({ document }) => document?.currencyRate ?? null);
  if (!hasBook) return null;
  if (to === '') {
    return <p className="small muted facts__note">The book names no currency: {from} is taken.</p>;
  }
  if (to === from) return null;
  return (
    <div className="facts__rate">
      <span className="small muted">
        The assumptions are in {from}. What is 1 {from} worth in {to}?
      </span>
      <NumberField
        label={`Value of 1 ${from}`}
        value={rate}
        unit={to}
        min={0}
        minExclusive
        step={0.01}
        decimal={decimalMark(format.locale)}
        format={(value) => value.toLocaleString(format.locale, { maximumFractionDigits: 6 })}
        onChange={(next) => {
          setCurrencyRate(store, next, `1 ${from} is ${String(next)} ${to}`);
        }}
      />
    </div>
  );
}

function Estimated() {
  const format = useBookFormat();
  const estimated = useApp(activeResult)?.totals.estimated;
  const count = useApp(({ document }) => document?.book?.count ?? 0);
  if (estimated === undefined) return null;
  const rows = Object.entries(estimated).filter(([, accounts]) => accounts > 0);
  return (
    <section>
      <h2 className="heading">What will be estimated</h2>
      {rows.length === 0 ? (
        <p className="small muted">Nothing: the book says it all.</p>
      ) : (
        <dl className="facts">
          {rows.map(([field, accounts]) => (
            <Fragmented key={field} term={ESTIMATED_LABELS[field] ?? field}>
              <span className="estimated">
                {accounts === count ? 'all accounts' : format.figure(accounts, 'count')}
              </span>
            </Fragmented>
          ))}
        </dl>
      )}
      <SegmentCycles />
    </section>
  );
}

function Fragmented(props: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
