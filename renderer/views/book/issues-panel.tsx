import { useState } from 'react';
import type { ImportIssue } from '../../../shared/import/types.ts';
import { useApp } from '../../store/use-app.tsx';
import { ToneIcon } from '../../ui/banner.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { CorrectionsList } from './corrections-list.tsx';
import { TONES } from './issue-tones.ts';
import { placeName } from './field-labels.ts';
import { Select } from '../../ui/select.tsx';

type Severity = ImportIssue['severity'];
const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
};
const ALL = 'all';

/** Everything the reading remarked, by cell. Opening a line shows its cell in the preview. */
export function IssuesPanel(props: { readonly onShow: (issue: ImportIssue) => void }) {
  const report = useApp(({ document }) => document?.report ?? null);
  const [severity, setSeverity] = useState<Severity | typeof ALL>(ALL);
  const [code, setCode] = useState<string>(ALL);
  if (report === null) return null;
  const { issues, issueCounts } = report;
  const found = Object.values(issueCounts).reduce((sum, count) => sum + count, 0);
  if (issues.length === 0) {
    return (
      <div className="issues">
        <p className="muted">Nothing to remark: every cell was read as it stands.</p>
        <CorrectionsList />
      </div>
    );
  }
  const ofSeverity = issues.filter((issue) => severity === ALL || issue.severity === severity);
  const kinds = [...new Set(ofSeverity.map((issue) => issue.code))];
  const kind = kinds.includes(code) ? code : ALL;
  const shown = ofSeverity.filter((issue) => kind === ALL || issue.code === kind);
  const count = (wanted: Severity): number =>
    issues.filter((issue) => issue.severity === wanted).length;
  const at = (row: number): ImportIssue | undefined => shown[row];
  return (
    <div className="issues">
      <div className="row">
        <SegmentedControl
          label="Severity"
          value={severity}
          onChange={setSeverity}
          options={[
            { value: ALL, label: 'All' },
            { value: 'error', label: `Errors ${String(count('error'))}` },
            { value: 'warning', label: `Warnings ${String(count('warning'))}` },
            { value: 'info', label: `Notes ${String(count('info'))}` },
          ]}
        />
        <Select
          label="Kind of remark"
          value={kind}
          onChange={setCode}
          groups={[
            { label: '', options: [{ value: ALL, label: 'Every kind' }] },
            {
              label: 'Kinds',
              options: kinds.map((kind) => ({
                value: kind,
                label: kind.replaceAll('-', ' '),
                note: String(issueCounts[kind] ?? 0),
              })),
            },
          ]}
        />
      </div>
      <DataTable
        label="Remarks on the data"
        className="issues__table"
        rowCount={shown.length}
        rowHeight={48}
        headHeight={32}
        onOpen={(row) => {
          const issue = at(row);
          if (issue !== undefined) props.onShow(issue);
        }}
        columns={[
          {
            id: 'severity',
            header: <span className="visually-hidden">Severity</span>,
            width: 40,
            cell: (row) => {
              const issue = at(row);
              return (
                issue !== undefined && (
                  <>
                    <ToneIcon tone={TONES[issue.severity]} />
                    <span className="visually-hidden">{SEVERITY_WORDS[issue.severity]}</span>
                  </>
                )
              );
            },
          },
          {
            id: 'message',
            header: 'What happened',
            width: 240,
            grow: true,
            cell: (row) => (
              <span className="issues__message" title={at(row)?.message}>
                {at(row)?.message}
              </span>
            ),
          },
          { id: 'text', header: 'Found', width: 104, cell: (row) => at(row)?.text },
          { id: 'place', header: 'Where', width: 160, cell: (row) => placeOf(at(row)) },
        ]}
      />
      {found > issues.length && (
        <p className="small muted">
          The first {issues.length} of {found} are listed; the counts beside the kinds are complete.
        </p>
      )}
      <CorrectionsList />
    </div>
  );
}

function placeOf(issue: ImportIssue | undefined): string {
  if (issue === undefined) return '';
  const { file, sheet, row, column } = issue;
  const place = placeName(file, sheet);
  if (row === null) return column === null ? place : `${place}, column ${column}`;
  return column === null ? `${place}, row ${String(row)}` : `${place}, ${column}${String(row)}`;
}
