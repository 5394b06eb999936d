import { FIELDS, type FieldInfo } from '../../../shared/import/fields.ts';
import type { ColumnMapping, TableMapping, TableRole } from '../../../shared/import/types.ts';
import type { withColumn } from '../../store/mapping-edits.ts';
import { useApp } from '../../store/use-app.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { placeName } from './field-labels.ts';

type Change = Parameters<typeof withColumn>[3];

interface Choice extends SelectOption {
  readonly change: Change;
}

const NO_TABLES: readonly TableMapping[] = [];
/** Tables that say what a code stands for. */
const CODED: readonly TableRole[] = ['codes', 'people', 'products'];
/** What a column of a product tells. */
const MEASURES: readonly Choice[] = [
  { value: 'amount', label: 'What it pays for it a year', change: { measure: 'amount' } },
  { value: 'count', label: 'How many it has', change: { measure: 'count' } },
  { value: 'flag', label: 'Whether it has it', change: { measure: 'flag' } },
];
/** Amounts of money that some say a year, some a month or a quarter. */
const BY_PERIOD: readonly string[] = ['arr', 'contractValue', 'quota', 'price'];
const PERIODS: readonly Choice[] = [
  { value: 'none', label: 'As it stands: a year', change: { transform: 'none' } },
  { value: 'times12', label: 'A month: × 12', change: { transform: 'times12' } },
  { value: 'times4', label: 'A quarter: × 4', change: { transform: 'times4' } },
];

/** A risk, or the chance that it does not come. */
const RISKS: readonly Choice[] = [
  { value: 'none', label: 'The risk of losing the renewal', change: { transform: 'none' } },
  { value: 'complement', label: 'The chance of renewing', change: { transform: 'complement' } },
];
const HEALTHS: readonly Choice[] = [
  { value: 'none', label: 'High is healthy', change: { transform: 'none' } },
  { value: 'complement', label: 'High is a high risk', change: { transform: 'complement' } },
];

/** What is done to a column's values before they are its field's, where there is something to choose. */
export function TransformChoice(props: {
  readonly table: TableMapping;
  readonly column: ColumnMapping;
  readonly onChange: (label: string, change: Change) => void;
}) {
  const { table, column } = props;
  const tables = useApp(({ document }) => document?.mapping?.tables ?? NO_TABLES);
  const choices = choicesFor(table, column, tables);
  if (choices.length < 2) return null;
  return (
    <Select
      label={`Values of ${column.header}`}
      className="columns__transform"
      quiet
      value={valueOf(column)}
      groups={[{ label: '', options: choices }]}
      onChange={(value) => {
        const choice = choices.find((one) => one.value === value);
        if (choice !== undefined) props.onChange(choice.label.toLowerCase(), choice.change);
      }}
    />
  );
}

function choicesFor(
  table: TableMapping,
  column: ColumnMapping,
  tables: readonly TableMapping[],
): readonly Choice[] {
  const infos: readonly FieldInfo[] = FIELDS[table.role];
  const info = infos.find(({ field }) => field === column.field);
  switch (info?.kind) {
    case 'money':
      return BY_PERIOD.includes(info.field) ? PERIODS : [];
    case 'holding':
      return MEASURES;
    case 'share':
      return info.field === 'risk' ? RISKS : [];
    case 'health':
      return HEALTHS;
    case 'number':
      return info.field === 'cycleDays' ? daysChoices(table, column) : [];
    case 'words':
    case 'person':
    case 'name':
      return lookupChoices(table, column, tables);
    default:
      return [];
  }
}

/** A number of days as it stands, or counted from an earlier date of the same row. */
function daysChoices({ columns }: TableMapping, column: ColumnMapping): readonly Choice[] {
  return [
    { value: 'none', label: 'A number of days', change: { transform: 'none' } },
    ...columns
      .filter((other) => other.column !== column.column && other.header !== '')
      .map(({ header }): Choice => ({
        value: `days ${header}`,
        label: `Days since ${header}`,
        change: { transform: 'daysBetween', daysFrom: header },
      })),
  ];
}

/** Text as it stands, or codes that another table of the book explains. */
function lookupChoices(
  table: TableMapping,
  column: ColumnMapping,
  tables: readonly TableMapping[],
): readonly Choice[] {
  const coded = tables.filter((other) => CODED.includes(other.role) && other !== table);
  const known = column.lookup;
  return [
    { value: 'none', label: 'As it stands', change: { transform: 'none' } },
    ...coded.map(({ file, sheet, fingerprint }): Choice => ({
      value: `lookup ${fingerprint}`,
      label: `Codes of ${placeName(file, sheet)}`,
      change: { transform: 'lookup', lookup: { file, sheet, fingerprint } },
    })),
    // A table that is not here this month.
    ...(known === undefined || coded.some(({ fingerprint }) => fingerprint === known.fingerprint)
      ? []
      : [
          {
            value: `lookup ${known.fingerprint}`,
            label: `Codes of ${placeName(known.file, known.sheet)} (not here)`,
            change: {},
          },
        ]),
  ];
}

function valueOf({ field, measure, transform, daysFrom, lookup }: ColumnMapping): string {
  if (field === 'holding') return measure ?? 'flag';
  if (transform === 'daysBetween') return `days ${daysFrom ?? ''}`;
  if (transform === 'lookup') return `lookup ${lookup?.fingerprint ?? ''}`;
  return transform ?? 'none';
}
