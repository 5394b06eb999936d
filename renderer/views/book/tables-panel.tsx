import { FIELDS } from '../../../shared/import/fields.ts';
import { columnLetter } from '../../../shared/import/text.ts';
import type { ColumnMapping, TableMapping, TableRole } from '../../../shared/import/types.ts';
import { correctMapping } from '../../commands/change-mapping.ts';
import { useAppContext } from '../../commands/context.tsx';
import { isTable, withField, withRole } from '../../store/mapping-edits.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { useBookFormat } from '../../store/use-format.ts';
import { setChoice } from '../../store/view.ts';
import { Chip } from '../../ui/chip.tsx';
import { Select, type SelectGroup } from '../../ui/select.tsx';
import { asSentence, fieldLabel, placeName, ROLE_LABELS } from './field-labels.ts';
import { ColumnReadingChoices } from './column-reading.tsx';

const NOT_USED = 'not-used';
const ROLES: readonly TableRole[] = [
  'accounts',
  'subscriptions',
  'opportunities',
  'renewals',
  'health',
  'people',
  'products',
  'ignored',
];

/** Which sheets take part and what each of their columns means. */
export function TablesPanel() {
  const store = useAppStore();
  const tables = useApp(({ document }) => document?.mapping?.tables ?? NONE);
  const chosen = useApp(({ document }) => document?.view.choices['book.table']);
  const at = tableShown(tables, chosen);
  const table = tables[at];
  return (
    <div className="tables">
      <ul className="tables__list" aria-label="Tables found">
        {tables.map((candidate, index) => (
          <TableItem
            key={`${candidate.file} ${candidate.sheet} ${String(candidate.headerRow)}`}
            table={candidate}
            isChosen={index === at}
            onChoose={() => {
              setChoice(store, 'book.table', index);
            }}
          />
        ))}
      </ul>
      {table !== undefined && <ColumnsTable table={table} />}
    </div>
  );
}

const NONE: readonly TableMapping[] = [];

/** Index of the table looked at: the user's choice, else the accounts. */
export function tableShown(tables: readonly TableMapping[], chosen: unknown): number {
  if (typeof chosen === 'number' && chosen < tables.length) return chosen;
  return Math.max(
    0,
    tables.findIndex(({ role }) => role === 'accounts'),
  );
}

function TableItem(props: {
  readonly table: TableMapping;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const context = useAppContext();
  const format = useBookFormat();
  const { table } = props;
  const place = placeName(table.file, table.sheet);
  return (
    <li className={props.isChosen ? 'tables__item tables__item--chosen' : 'tables__item'}>
      <button
        type="button"
        className="tables__name"
        aria-pressed={props.isChosen}
        onClick={props.onChoose}
      >
        <span className="heading truncate">{place}</span>
        <span className="small muted">
          {format.figure(table.dataRows, 'count')} rows
          {table.visibility === 'visible' ? '' : ', hidden sheet'}. {asSentence(table.reason)}
        </span>
      </button>
      <Select
        label={`What ${place} holds`}
        value={table.role}
        groups={[
          { label: '', options: ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] })) },
        ]}
        onChange={(value) => {
          const role = ROLES.find((known) => known === value);
          if (role === undefined) return;
          void correctMapping(
            context,
            `${place} holds ${ROLE_LABELS[role].toLowerCase()}`,
            (mapping) => withRole(mapping, table, role),
          );
        }}
      />
    </li>
  );
}

function ColumnsTable({ table }: { readonly table: TableMapping }) {
  const columns = [...table.columns].sort((a, b) => Number(isUnused(a)) - Number(isUnused(b)));
  const unused = columns.filter(isUnused).length;
  if (columns.length === 0) return null;
  return (
    <div className="columns">
      <table className="plain-table">
        <caption className="visually-hidden">Columns of {table.sheet || table.file}</caption>
        <thead>
          <tr className="small">
            <th scope="col">Column</th>
            <th scope="col">Meaning</th>
            <th scope="col">Sure</th>
            <th scope="col">Values</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <ColumnRow key={column.column} table={table} column={column} />
          ))}
        </tbody>
      </table>
      {unused > 0 && (
        <p className="small muted">
          {unused === 1
            ? 'One column is not used. Give it a meaning to use it.'
            : `${String(unused)} columns are not used. Give them a meaning to use them.`}
        </p>
      )}
    </div>
  );
}

function isUnused({ field }: ColumnMapping): boolean {
  return field === null;
}

function ColumnRow(props: { readonly table: TableMapping; readonly column: ColumnMapping }) {
  const context = useAppContext();
  const { table, column } = props;
  const header = column.header === '' ? `Column ${columnLetter(column.column)}` : column.header;
  return (
    <tr className={isUnused(column) ? 'columns__unused' : undefined}>
      <th scope="row">
        <span className="columns__header">
          <span className="columns__letter small muted">{columnLetter(column.column)}</span>
          <span className="truncate" title={header}>
            {header}
          </span>
        </span>
      </th>
      <td>
        <Select
          label={`Meaning of ${header}`}
          className="columns__field"
          value={column.field ?? NOT_USED}
          groups={choicesFor(table, column)}
          onChange={(value) => {
            const field = value === NOT_USED ? null : value;
            const words = field === null ? 'not used' : fieldLabel(table.role, field).toLowerCase();
            void correctMapping(context, `${header}: ${words}`, (mapping) => {
              const current = mapping.tables.find((candidate) => isTable(candidate, table));
              return current === undefined
                ? mapping
                : withField(mapping, table, column.column, field);
            });
          }}
        />
        <ColumnReadingChoices table={table} column={column} />
      </td>
      <td>
        <Sureness column={column} />
      </td>
      <td className="small muted">
        <span className="columns__samples">{column.samples.join(' · ')}</span>
      </td>
    </tr>
  );
}

function Sureness({ column }: { readonly column: ColumnMapping }) {
  if (column.chosenBy === 'user') return <Chip tone="accent">You</Chip>;
  if (column.field === null) return null;
  const percent = `${String(Math.round(column.confidence * 100))}%`;
  return <Chip tone={column.confidence >= 0.8 ? 'good' : 'warning'}>{percent}</Chip>;
}

/** The candidates best first, then every other field of the role; fields in use say so. */
function choicesFor(table: TableMapping, column: ColumnMapping): readonly SelectGroup[] {
  const takenBy = (field: string): string | undefined =>
    table.columns.find((other) => other.field === field && other.column !== column.column)?.header;
  const option = (field: string, note?: string) => {
    const taken = takenBy(field);
    return {
      value: field,
      label: fieldLabel(table.role, field),
      note: taken === undefined ? note : `now ${taken}`,
    };
  };
  const likely = column.candidates.map(({ field, confidence }) =>
    option(field, `${String(Math.round(confidence * 100))}%`),
  );
  const own = column.field;
  const first =
    own === null || likely.some(({ value }) => value === own) ? likely : [option(own), ...likely];
  const others = FIELDS[table.role]
    .filter(({ field }) => first.every(({ value }) => value !== field))
    .map(({ field }) => option(field));
  return [
    { label: 'Fits best', options: first },
    { label: 'All meanings', options: others },
    { label: ' ', options: [{ value: NOT_USED, label: 'Not used' }] },
  ];
}
