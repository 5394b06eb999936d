import type { ImportResult } from '../../../shared/import/types.ts';
import { correctMapping } from '../../commands/change-mapping.ts';
import { useAppContext } from '../../commands/context.tsx';
import { useApp } from '../../store/use-app.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';

/** Accounts without current revenue: listed, and left out with one click. */
export function NotPayingPanel() {
  const context = useAppContext();
  const accounts = useApp(({ document }) => document?.report?.notPaying ?? NONE);
  const leftOut = useApp(({ document }) => document?.mapping?.leaveOutNotPaying ?? false);
  const change = (leaveOut: boolean): void => {
    const label = leaveOut ? 'Leave out accounts that do not pay' : 'Keep accounts that do not pay';
    void correctMapping(context, label, (mapping) => ({ ...mapping, leaveOutNotPaying: leaveOut }));
  };
  if (accounts.length === 0) return <p className="muted">Every account pays today.</p>;
  return (
    <div className="issues">
      <div className="row">
        <p>
          {accounts.length === 1 ? 'One account pays' : `${String(accounts.length)} accounts pay`}{' '}
          nothing today: prospects, trials or customers who left.{' '}
          {leftOut ? 'They are left out.' : ''}
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
        rowCount={accounts.length}
        columns={[
          { id: 'id', header: 'Account id', width: 160, cell: (row) => accounts[row]?.id },
          {
            id: 'name',
            header: 'Name',
            width: 240,
            grow: true,
            cell: (row) => accounts[row]?.name,
          },
        ]}
      />
    </div>
  );
}

const NONE: ImportResult['notPaying'] = [];
