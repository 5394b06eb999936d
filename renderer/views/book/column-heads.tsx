import { GripVertical } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { FIELDS } from '../../../shared/import/fields.ts';
import { columnLetter } from '../../../shared/import/text.ts';
import type { TableMapping } from '../../../shared/import/types.ts';
import { correctMapping } from '../../commands/change-mapping.ts';
import { useAppContext } from '../../commands/context.tsx';
import { withField } from '../../store/mapping-edits.ts';
import { Button } from '../../ui/button.tsx';
import { fieldLabel } from './field-labels.ts';
import { neededFields } from './needed-fields.ts';

/** A meaning on its way: from a column, or from the tray. */
interface Carried {
  readonly field: string;
  readonly from: number | null;
}

/** Meanings as chips that can be dragged onto the columns of a table and back. */
export interface FieldDrag {
  readonly carried: Carried | null;
  readonly carry: (carried: Carried | null) => void;
  /** Gives the carried meaning to a column; null puts it back into the tray. */
  readonly drop: (column: number | null) => void;
}

/** Dragging meanings over one table. The menus of the columns do the same by keyboard. */
export function useFieldDrag(table: TableMapping | undefined): FieldDrag {
  const context = useAppContext();
  const [carried, carry] = useState<Carried | null>(null);
  const drop = (column: number | null): void => {
    carry(null);
    if (carried === null || table === undefined || carried.from === column) return;
    const { field, from } = carried;
    const words = fieldLabel(table.role, field).toLowerCase();
    const header = (at: number): string =>
      table.columns.find((one) => one.column === at)?.header ?? columnLetter(at);
    if (column === null) {
      if (from === null) return;
      void correctMapping(context, `${header(from)}: not used`, (mapping) =>
        withField(mapping, table, from, null),
      );
      return;
    }
    void correctMapping(context, `${header(column)}: ${words}`, (mapping) => {
      const freed = from === null ? mapping : withField(mapping, table, from, null);
      return withField(freed, table, column, field);
    });
  };
  return { carried, carry, drop };
}

function FieldChip(props: {
  readonly table: TableMapping;
  readonly field: string;
  readonly from: number | null;
  readonly drag: FieldDrag;
  readonly isNeeded?: boolean;
}) {
  const label = fieldLabel(props.table.role, props.field);
  return (
    <span
      className={
        props.isNeeded === true ? 'field-chip field-chip--needed small' : 'field-chip small'
      }
      draggable
      title={`Drag “${label}” onto the column that holds it`}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', label);
        props.drag.carry({ field: props.field, from: props.from });
      }}
      onDragEnd={() => {
        props.drag.carry(null);
      }}
    >
      <GripVertical aria-hidden="true" />
      <span className="truncate">{label}</span>
    </span>
  );
}

/** What a place does while a meaning is dragged over it. */
function useTarget(drag: FieldDrag, column: number | null) {
  const [isOver, setOver] = useState(false);
  const takes = drag.carried !== null && drag.carried.from !== column;
  return {
    isOver: isOver && takes,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => {
        setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (!takes) return;
        event.preventDefault();
        drag.drop(column);
      },
    },
  };
}

/** The head of a column: its letter, and the chip of what it means. */
export function ColumnHead(props: {
  readonly table: TableMapping | undefined;
  readonly column: number;
  readonly drag: FieldDrag;
}) {
  const { table, column, drag } = props;
  const { isOver, handlers } = useTarget(drag, column);
  const mapped = table?.columns.find((one) => one.column === column);
  if (table === undefined || table.role === 'ignored' || mapped === undefined) {
    return <span>{columnLetter(column)}</span>;
  }
  return (
    <span
      className={isOver ? 'column-head column-head--over' : 'column-head'}
      data-column-head={columnLetter(column)}
      {...handlers}
    >
      <span>{columnLetter(column)}</span>
      {mapped.field === null ? (
        <span className="column-head__none small">not used</span>
      ) : (
        <FieldChip table={table} field={mapped.field} from={column} drag={drag} />
      )}
    </span>
  );
}

/** How many meanings the tray shows before the rest is asked for. */
const FEW = 8;

/** Meanings without a column, those that are needed first. A chip dragged back here is not used. */
export function FieldTray(props: {
  readonly table: TableMapping;
  readonly tables: readonly TableMapping[];
  readonly drag: FieldDrag;
}) {
  const { table, tables, drag } = props;
  const [isOpen, setOpen] = useState(false);
  const { isOver, handlers } = useTarget(drag, null);
  const needed = neededFields(table, tables);
  const used = new Set(table.columns.map(({ field }) => field));
  const free = FIELDS[table.role]
    .map(({ field }) => field)
    .filter((field) => !used.has(field))
    .toSorted((a, b) => Number(needed.includes(b)) - Number(needed.includes(a)));
  const shown = isOpen ? free : free.slice(0, Math.max(FEW, needed.length));
  if (table.role === 'ignored') return null;
  return (
    <div
      className={isOver ? 'field-tray field-tray--over' : 'field-tray'}
      data-field-tray
      {...handlers}
    >
      <span className="small muted">Drag onto a column:</span>
      {shown.map((field) => (
        <FieldChip
          key={field}
          table={table}
          field={field}
          from={null}
          drag={drag}
          isNeeded={needed.includes(field)}
        />
      ))}
      {free.length > shown.length && (
        <Button
          kind="quiet"
          onClick={() => {
            setOpen(true);
          }}
        >
          {free.length - shown.length} more
        </Button>
      )}
    </div>
  );
}
