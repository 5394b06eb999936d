import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useAppContext } from '../../commands/context.tsx';
import { exportWorkbook } from '../../commands/export-workbook.ts';
import { filterWords } from '../../store/filter-words.ts';
import { useApp } from '../../store/use-app.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import './export.css';

const SHEETS: readonly (readonly [string, string])[] = [
  ['Summary', 'the answer in a sentence, and what it stands on'],
  ['Compare', 'every model side by side, all figures with their units'],
  ['One sheet a model', 'by segment, sales cycle, upsell type and owner'],
  ['Accounts', 'every account under every model'],
  [
    'Accounts explained',
    'the largest fifty step by step: drivers, losses, yield, worth, hours, pay',
  ],
  ['Assumptions', 'each with its default, range, source and grade'],
  ['Data quality', 'what was estimated, and every remark by cell'],
];

/** Takes the figures out of the window: a workbook of the chosen scenarios. */
export function ExportScreen() {
  const context = useAppContext();
  const scenarios = useApp(({ document }) => document?.scenarios ?? NONE);
  const hasBook = useApp(({ document }) => document !== null && document.book !== null);
  const isBusy = useApp(({ session }) => session.task !== null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = scenarios.filter(({ id }) => !left.includes(id));
  if (!hasBook) {
    return (
      <EmptyState title="Export">
        Here the comparison becomes a workbook. Make the tables a book first: say on the Book screen
        which column is which.
      </EmptyState>
    );
  }
  return (
    <div className="screen export">
      <header className="book__head">
        <div>
          <h1 className="finding">
            {chosen.length === 1
              ? `A workbook of ${chosen[0]?.name ?? ''}`
              : `A workbook of ${String(chosen.length)} scenarios`}
          </h1>
          <p className="muted book__lead">
            Numbers are numbers with their formats, and text from the book is never a formula.
          </p>
        </div>
        <Button
          kind="primary"
          icon={<FileSpreadsheet />}
          disabled={chosen.length === 0 || isBusy}
          onClick={() =>
            void exportWorkbook(
              context,
              chosen.map(({ id }) => id),
            )
          }
        >
          Export workbook…
        </Button>
      </header>
      <div className="export__columns">
        <fieldset className="export__scenarios">
          <legend className="heading">Scenarios</legend>
          {scenarios.map(({ id, name, filter }) => (
            <label key={id} className="export__scenario">
              <input
                type="checkbox"
                checked={!left.includes(id)}
                onChange={() => {
                  setLeft(left.includes(id) ? left.filter((other) => other !== id) : [...left, id]);
                }}
              />
              <span>
                {name}
                <span className="small muted export__filter">
                  {filterWords(filter) === '' ? 'all accounts' : filterWords(filter)}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <section aria-labelledby="sheets">
          <h2 id="sheets" className="heading">
            Sheets
          </h2>
          <dl className="export__sheets">
            {SHEETS.map(([name, what]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="muted">{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </div>
  );
}

const NONE: readonly never[] = [];
