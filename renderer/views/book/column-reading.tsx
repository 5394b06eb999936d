import { MEANINGS } from '../../../shared/import/fields.ts';
import type { ColumnMapping, TableMapping } from '../../../shared/import/types.ts';
import { correctMapping } from '../../commands/change-mapping.ts';
import { useAppContext } from '../../commands/context.tsx';
import { withColumn } from '../../store/mapping-edits.ts';
import { TransformChoice } from './transform-choice.tsx';
import { NameField } from '../../ui/name-field.tsx';
import { Select } from '../../ui/select.tsx';

/** How a column's values are read, where that is a choice: transforms, day first, words. */
export function ColumnReadingChoices(props: {
  readonly table: TableMapping;
  readonly column: ColumnMapping;
}) {
  const context = useAppContext();
  const { table, column } = props;
  const { reading, values } = column;
  const meanings = MEANINGS[`${table.role}.${column.field ?? ''}`];
  const change = (label: string, next: Parameters<typeof withColumn>[3]): void => {
    void correctMapping(context, `${column.header}: ${label}`, (mapping) =>
      withColumn(mapping, table, column.column, next),
    );
  };
  return (
    <>
      <TransformChoice table={table} column={column} onChange={change} />
      {column.field === 'holding' && column.product !== undefined && (
        <label className="columns__product small">
          <span className="muted">of</span>
          <NameField
            label={`Product of ${column.header}`}
            name={column.product}
            onRename={(product) => {
              change(`product ${product}`, { product });
            }}
          />
        </label>
      )}
      {reading?.dayFirst !== undefined && (
        <label className="columns__reading small" title={reading.evidence}>
          <input
            type="checkbox"
            checked={reading.dayFirst}
            onChange={(event) => {
              const dayFirst = event.target.checked;
              change(dayFirst ? 'day first' : 'month first', {
                reading: { ...reading, dayFirst },
              });
            }}
          />
          Day first (3/4 is 3 April)
        </label>
      )}
      {values !== undefined && meanings !== undefined && (
        <details className="columns__words small">
          <summary>{values.length === 1 ? 'One word' : `${String(values.length)} words`}</summary>
          {values.map((value) => (
            <div key={value.text} className="columns__word">
              <span className="truncate">
                {value.text === '' ? '(empty)' : value.text}{' '}
                <span className="muted">{value.rows} rows</span>
              </span>
              <Select
                label={`Meaning of ${value.text}`}
                quiet
                value={value.meaning}
                groups={[
                  {
                    label: '',
                    options: meanings.map(({ meaning, label }) => ({ value: meaning, label })),
                  },
                ]}
                onChange={(meaning) => {
                  const next = values.map((other) =>
                    other.text === value.text ? { ...other, meaning } : other,
                  );
                  change(`${value.text} means ${meaning}`, { values: next });
                }}
              />
            </div>
          ))}
        </details>
      )}
    </>
  );
}
