import { ArrowRight, ChevronDown, RefreshCw } from 'lucide-react';
import type { CommandId } from '../../../shared/ipc/commands.ts';
import { readAnew } from '../../commands/mapping-memory.ts';
import { Banner } from '../../ui/banner.tsx';
import { Menu } from '../../ui/menu.tsx';
import { runCommand } from '../../commands/commands.ts';
import { useAppContext } from '../../commands/context.tsx';
import { useApp } from '../../store/use-app.tsx';
import { useBookFormat } from '../../store/use-format.ts';
import { setChoice } from '../../store/view.ts';
import type { ImportIssue } from '../../../shared/import/types.ts';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AccountsPanel } from './accounts-panel.tsx';
import { BookSummary } from './book-summary.tsx';
import { IssuesPanel } from './issues-panel.tsx';
import { NotPayingPanel } from './not-paying-panel.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { SourcePreview } from './source-preview.tsx';
import { TablesPanel } from './tables-panel.tsx';
import { TodayQuestion } from './today-question.tsx';
import { useState } from 'react';
import './book.css';

/** Confirms the reading: what was understood, what will be estimated, and what to put right. */
export function BookScreen() {
  const context = useAppContext();
  const { store } = context;
  const report = useApp(({ document }) => document?.report ?? null);
  const count = useApp(({ document }) => document?.book?.count ?? null);
  const tab = useApp(({ document }) => document?.view.choices['book.tab']);
  const format = useBookFormat();
  const [place, setPlace] = useState<ImportIssue | null>(null);
  if (report === null) return null;
  const issueCount = Object.values(report.issueCounts).reduce((sum, count) => sum + count, 0);
  return (
    <div className="screen book">
      <header className="book__head">
        <Finding />
        <div className="book__actions">
          <MappingMenu />
          <Button
            icon={<RefreshCw />}
            onClick={() => {
              runCommand(context, 'file.replaceBook');
            }}
          >
            Replace the data…
          </Button>
          <Button
            kind="primary"
            disabled={count === null}
            onClick={() => {
              runCommand(context, 'go.compare');
            }}
          >
            Compare the models
            <ArrowRight />
          </Button>
        </div>
      </header>
      <Recalled />
      <div className="book__columns">
        <div className="book__main">
          <OpenQuestions />
          <Tabs
            label="Parts of the reading"
            value={typeof tab === 'string' ? tab : 'columns'}
            onChange={(next) => {
              setChoice(store, 'book.tab', next);
            }}
            tabs={[
              { value: 'columns', label: 'Tables and columns', content: <TablesPanel /> },
              {
                value: 'accounts',
                label: 'Accounts',
                count: format.figure(count ?? 0, 'count'),
                content: <AccountsPanel />,
              },
              {
                value: 'rules',
                label: 'Rules',
                count: report.rules.length,
                content: <RulesPanel />,
              },
              {
                value: 'issues',
                label: 'Data quality',
                count: issueCount,
                content: (
                  <IssuesPanel
                    onShow={(issue) => {
                      // Another object each time: asked again, the cell is brought into sight again.
                      setPlace({ ...issue });
                    }}
                  />
                ),
              },
              {
                value: 'notPaying',
                label: 'Not paying today',
                count: report.notPaying.length,
                content: <NotPayingPanel />,
              },
            ]}
          />
          {tab !== 'accounts' && <SourcePreview place={place} />}
        </div>
        <aside className="book__side" aria-label="What was read">
          <TodayQuestion />
          <BookSummary />
        </aside>
      </div>
    </div>
  );
}

/** How the book is read, kept as a file or taken from one. */
function MappingMenu() {
  const context = useAppContext();
  const item = (label: string, id: CommandId) => ({
    label,
    onSelect: () => {
      runCommand(context, id);
    },
  });
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="quiet">
          Mapping
          <ChevronDown />
        </Button>
      }
      items={[
        item('Load mapping…', 'file.openMapping'),
        item('Save mapping…', 'file.saveMapping'),
        'line',
        item('Read the book anew', 'file.readAnew'),
      ]}
    />
  );
}

/** Says that the columns mean what they meant in an earlier file with the same headers. */
function Recalled() {
  const context = useAppContext();
  const { locale } = useBookFormat();
  const from = useApp(({ session }) => session.recalledFrom);
  if (from === null) return null;
  const when = new Date(from).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Banner tone="info" actions={<Button onClick={() => void readAnew(context)}>Read anew</Button>}>
      Read as last time, on {when}: a file with these headers was corrected then.
    </Banner>
  );
}

/** What the book comes to, or what is missing for one. */
function Finding() {
  const format = useBookFormat();
  const report = useApp(({ document }) => document?.report ?? null);
  const count = useApp(({ document }) => document?.book?.count ?? null);
  const standsIn = useApp(({ document }) => document?.book?.arrEstimated === true);
  const tables = useApp(
    ({ document }) =>
      document?.mapping?.tables.filter(({ role }) => role !== 'ignored').length ?? 0,
  );
  if (report === null) return null;
  if (count === null) {
    const first = report.issues.find(({ severity }) => severity === 'error');
    return (
      <div>
        <h1 className="finding">This is not a book yet</h1>
        <p className="muted book__lead">
          {first?.message ?? 'Say below which column is the account name and which the revenue.'}
        </p>
      </div>
    );
  }
  if (standsIn) {
    return (
      <div>
        <h1 className="finding">
          {format.figure(count, 'count')} {count === 1 ? 'account' : 'accounts'}, with{' '}
          <span className="estimated">{format.figure(report.totals.arr, 'money')}</span> of won
          deals in place of recurring revenue
        </h1>
        <p className="muted book__lead">
          No column says what an account pays a year: the deals won in the twelve months before{' '}
          {format.date(report.asOf.date ?? '')} stand in for it. Give a column that meaning below to
          change that.
        </p>
      </div>
    );
  }
  return (
    <div>
      <h1 className="finding">
        {format.figure(count, 'count')} {count === 1 ? 'account' : 'accounts'} with{' '}
        {format.figure(report.totals.arr, 'money')} of recurring revenue a year
      </h1>
      <p className="muted book__lead">
        Read from {tables === 1 ? 'one table' : `${String(tables)} tables`}. Check what was
        understood, then compare.
      </p>
    </div>
  );
}
