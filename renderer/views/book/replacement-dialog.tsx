import { ClipboardCopy, Save } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Scenario } from '../../../shared/project/document.ts';
import { createFormat, type Format } from '../../../shared/format/format.ts';
import { columnLetter } from '../../../shared/import/text.ts';
import { saveTable, copyTable } from '../../commands/save-table.ts';
import {
  dropReplacement,
  changeWhatStays,
  openReplacement,
  takeReplacement,
} from '../../commands/replace-book.ts';
import { useAppContext } from '../../commands/context.tsx';
import type { Replacement } from '../../store/state.ts';
import { useApp } from '../../store/use-app.tsx';
import { useBookFormat } from '../../store/use-format.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { changeLists, changeRows, type ChangeList } from './changes.ts';
import { lostFilters } from './lost-filters.ts';
import { placeName } from './field-labels.ts';
import './replacement.css';

/** New data for the open book: what it would change, before it is taken. */
export function ReplacementDialog() {
  const replacement = useApp(({ session }) => session.replacement);
  const name = useApp(({ document }) => document?.name ?? '');
  return replacement === null ? null : <Proposal replacement={replacement} project={name} />;
}

function Proposal(props: { readonly replacement: Replacement; readonly project: string }) {
  const context = useAppContext();
  const { replacement, project } = props;
  const { reading } = replacement;
  const names = replacement.files.map(({ name }) => name).join(', ');
  return (
    <Dialog
      title={`Replace the data of ${project === '' ? 'this project' : project} with ${names}?`}
      lead={<Lead replacement={replacement} />}
      onClose={() => {
        dropReplacement(context);
      }}
      actions={
        <>
          <Button
            kind="quiet"
            className="replacement__apart"
            onClick={() => void openReplacement(context)}
          >
            Open it as a project of its own
          </Button>
          <Button
            onClick={() => {
              dropReplacement(context);
            }}
          >
            Keep what is there
          </Button>
          <Button
            kind="primary"
            disabled={reading.book === undefined}
            onClick={() => {
              takeReplacement(context);
            }}
          >
            Replace
          </Button>
        </>
      }
    >
      <Others replacement={replacement} />
      <Today replacement={replacement} />
      <Lost replacement={replacement} />
      <LostFilters replacement={replacement} />
      <Changes replacement={replacement} />
    </Dialog>
  );
}

function Lead({ replacement }: { readonly replacement: Replacement }) {
  const before = useApp(({ document }) => document?.book ?? null);
  const wasArr = useApp(({ document }) => document?.report?.totals.arr ?? 0);
  const format = useBookFormat();
  const after = useNewFormat(replacement);
  const { book, totals, issues } = replacement.reading;
  if (book === undefined) {
    return issues.find(({ severity }) => severity === 'error')?.message ?? 'It holds no book.';
  }
  const count = (accounts: number): string =>
    `${format.figure(accounts, 'count')} ${accounts === 1 ? 'account' : 'accounts'}`;
  return (
    <>
      {count(book.count)} with {after.figure(totals.arr, 'money')} of recurring revenue a year
      {before === null
        ? ''
        : `, instead of ${count(before.count)} with ${format.figure(wasArr, 'money')}`}
      . Scenarios, assumptions and the meaning of the columns stay.
    </>
  );
}

/** Writes money of the new data, which may be in another currency. */
function useNewFormat({ reading }: Replacement): Format {
  const format = useBookFormat();
  const currency = reading.book?.currency ?? '';
  return currency === '' ? format : createFormat(format.locale, currency);
}

function Others({ replacement }: { readonly replacement: Replacement }) {
  const context = useAppContext();
  const { names, stay } = replacement.others;
  if (names.length === 0) return null;
  return (
    <label className="row">
      <input
        type="checkbox"
        checked={stay}
        onChange={(event) => void changeWhatStays(context, { others: event.target.checked })}
      />
      Keep {names.join(' and ')} as {names.length === 1 ? 'it is' : 'they are'}: the new data has no
      such {names.length === 1 ? 'table' : 'tables'}
    </label>
  );
}

/** A day that was chosen by hand outlives the data it was chosen for: said, and the new data's own offered. */
function Today({ replacement }: { readonly replacement: Replacement }) {
  const context = useAppContext();
  const format = useBookFormat();
  const { today, reading } = replacement;
  if (today === null) return null;
  const { date, origin } = reading.asOf;
  return (
    <label className="row">
      <input
        type="checkbox"
        checked={today.stays}
        onChange={(event) => void changeWhatStays(context, { today: event.target.checked })}
      />
      Keep {format.date(today.chosen)} as today, as you chose it
      {!today.stays && (
        <span className="muted">
          {date === null ? `Otherwise ${origin}` : `Today becomes ${format.date(date)}: ${origin}`}
        </span>
      )}
    </label>
  );
}

function Lost({ replacement: { lost } }: { readonly replacement: Replacement }) {
  if (lost.length === 0) return null;
  return (
    <Banner tone="warning">
      {lost.length === 1 ? 'One correction has' : `${String(lost.length)} corrections have`} no
      place in the new data:
      <ul className="replacement__lost">
        {lost.slice(0, LISTED).map(({ correction, original, now }) => {
          const { file, sheet, row, column, text } = correction;
          return (
            <li key={`${file} ${sheet} ${String(row)} ${String(column)}`}>
              {columnLetter(column)}
              {row + 1} of {placeName(file, sheet)}, {said(original)} corrected to {said(text)}:{' '}
              {now === null ? 'its row is not there any more' : `now ${said(now)}`}
            </li>
          );
        })}
      </ul>
      {lost.length > LISTED && `and ${String(lost.length - LISTED)} more.`}
    </Banner>
  );
}

function LostFilters({ replacement }: { readonly replacement: Replacement }) {
  const scenarios = useApp(({ document }) => document?.scenarios ?? NO_SCENARIOS);
  const { book } = replacement.reading;
  return book === undefined
    ? null
    : lostFilters(scenarios, book).map((sentence) => (
        <Banner key={sentence} tone="warning">
          {sentence}
        </Banner>
      ));
}

const NO_SCENARIOS: readonly Scenario[] = [];
const LISTED = 5;

function said(text: string): string {
  return text === '' ? 'empty' : `“${text}”`;
}

function Changes({ replacement }: { readonly replacement: Replacement }) {
  const context = useAppContext();
  const { changes, reading } = replacement;
  const format = useNewFormat(replacement);
  const currency = useApp(({ document }) => document?.book?.currency ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const lists = useMemo(() => (changes === null ? [] : changeLists(changes)), [changes]);
  const first = lists.find(({ rows }) => rows.length > 0);
  if (changes === null) return null;
  if (first === undefined) {
    return <p>The accounts, their ARR and their owners are the same as before.</p>;
  }
  const own = reading.book?.currency ?? '';
  return (
    <>
      {own !== '' && currency !== '' && own !== currency && (
        <Banner tone="warning">
          The new data is in {own}, the book in {currency}: amounts before and after are each in
          their own currency.
        </Banner>
      )}
      <Tabs
        label="What changes"
        value={chosen ?? first.id}
        onChange={setChosen}
        tabs={lists.map((list) => ({
          value: list.id,
          label: list.label,
          count: list.rows.length,
          content: <ChangeTable list={list} format={format} />,
        }))}
      />
      <div className="row">
        <Button
          icon={<ClipboardCopy />}
          onClick={() => void copyTable(context, changeRows(lists, own))}
        >
          Copy every change
        </Button>
        <Button
          icon={<Save />}
          onClick={() => void saveTable(context, 'changes.csv', changeRows(lists, own))}
        >
          Save as CSV…
        </Button>
      </div>
    </>
  );
}

function ChangeTable({ list, format }: { readonly list: ChangeList; readonly format: Format }) {
  const { headers, rows, sum, label } = list;
  if (rows.length === 0) return <p className="muted">{NONE[list.id]}</p>;
  const columns = headers.map((header, at): TableColumn => {
    const isMoney = rows.some((row) => typeof row[at] === 'number');
    return {
      id: header,
      header,
      width: header === 'Account' || header === 'Role' ? 200 : 132,
      grow: header === 'Account',
      align: isMoney ? 'right' : 'left',
      cell: (row) => {
        const value = rows[row]?.[at] ?? '';
        if (typeof value === 'string') return value === '' && at > 1 ? '–' : value;
        return header === 'Change'
          ? format.delta(value, 'money', 'exact')
          : format.figure(value, 'money');
      },
    };
  });
  return (
    <>
      {sum !== null && (
        <p className="small muted replacement__sum">
          {format.delta(sum, 'money', 'exact')} of ARR a year
        </p>
      )}
      <DataTable
        label={label}
        className="replacement__table"
        rowHeight={28}
        rowCount={rows.length}
        columns={columns}
      />
    </>
  );
}

const NONE: Readonly<Record<ChangeList['id'], string>> = {
  gone: 'Every account of the book is in the new data.',
  added: 'No account is new.',
  arrMoved: 'Every account pays what it paid.',
  ownersChanged: 'Every account has the owners it had.',
};
