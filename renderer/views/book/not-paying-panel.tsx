import { correctMapping } from '../../commands/change-mapping.ts';
import { useAppContext } from '../../commands/context.tsx';
import { useApp } from '../../store/use-app.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';

/** Accounts without current revenue: listed, and left out with one click. */
export function NotPayingPanel() {
  const context = useAppContext();
  const ids = useApp(({ document }) => document?.report?.notPaying ?? NONE);
  const leftOut = useApp(({ document }) => document?.mapping?.leaveOutNotPaying ?? false);
  const book = useApp(({ document }) => document?.book ?? null);
  const change = (leaveOut: boolean): void => {
    const label = leaveOut ? 'Leave out accounts that do not pay' : 'Keep accounts that do not pay';
    void correctMapping(context, label, (mapping) => ({ ...mapping, leaveOutNotPaying: leaveOut }));
  };
  if (ids.length === 0) return <p className="muted">Every account pays today.</p>;
  const rowOf = new Map(book?.accountId.map((id, row) => [id, row]));
  const name = (id: string | undefined): string => {
    const row = id === undefined ? undefined : rowOf.get(id);
    return (row === undefined ? undefined : book?.name[row]) ?? '';
  };
  return (
    <div className="issues">
      <div className="row">
        <p>
          {ids.length === 1 ? 'One account pays' : `${String(ids.length)} accounts pay`} nothing
          today: prospects, trials or customers who left. {leftOut ? 'They are left out.' : ''}
        </p>
        <Button
          onClick={() => {
            change(!leftOut);
          }}
        >
          {leftOut ? 'Take them in again' : 'Leave them out'}
        </Button>
      </div>
      <DataTable
        label="Accounts that pay nothing today"
        className="issues__table"
        rowCount={ids.length}
        columns={[
          { id: 'id', header: 'Account id', width: 160, cell: (row) => ids[row] },
          { id: 'name', header: 'Name', width: 240, grow: true, cell: (row) => name(ids[row]) },
        ]}
      />
    </div>
  );
}

const NONE: readonly string[] = [];
