import clsx from 'clsx';
import { useState } from 'react';
import { isValueEstimated, leadInWords } from '../../../shared/analysis/explain-account.ts';
import type { Motion } from '../../../shared/book/motions.ts';
import type { Format } from '../../../shared/format/format.ts';
import type { Explanation } from '../../../shared/model/account-results-types.ts';
import { MOTION_MEANINGS, MOTION_NAMES } from '../../../shared/model/names.ts';
import type { MotionExplanation } from '../../engine/jobs.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { TermRow } from './explained-figure.tsx';
import { inValues } from './in-values.ts';

interface AccountMotionsProps {
  readonly motions: readonly MotionExplanation[];
  /** What the model is called. */
  readonly model: string;
  readonly format: Format;
  readonly onAssumption: (path: string) => void;
}

/** The account's renewal and upsell under a model; below the motion that is chosen, step by step. */
export function AccountMotions(props: AccountMotionsProps) {
  const { motions, model, format } = props;
  const [chosen, setChosen] = useState<Motion>('renewal');
  const at = Math.max(
    0,
    motions.findIndex(({ explanation }) => explanation.motion === chosen),
  );
  const shown = motions[at];
  return (
    <>
      <DataTable
        className="account__motions"
        label={`Renewal and upsell under ${model}`}
        rowCount={motions.length}
        columns={columnsOf(
          motions.map(({ explanation }) => explanation),
          format,
        )}
        selected={at}
        onOpen={(row) => {
          const motion = motions[row]?.explanation.motion;
          if (motion !== undefined) setChosen(motion);
        }}
      />
      <p className="small muted">
        Money in {format.currency}. A year’s bookings, hours of the lead and commission; worth is
        the margin of working it, less its cost.
      </p>
      {shown !== undefined && <Steps {...props} shown={shown} />}
    </>
  );
}

function columnsOf(rows: readonly Explanation[], format: Format): readonly TableColumn[] {
  const figure = (
    id: string,
    header: string,
    width: number,
    read: (of: Explanation) => string,
    isEstimated: (of: Explanation) => boolean = () => false,
  ): TableColumn => ({
    id,
    header,
    align: 'right',
    width,
    cell: (row) => {
      const of = rows[row];
      if (of === undefined) return null;
      return <span className={clsx(isEstimated(of) && 'estimated')}>{read(of)}</span>;
    },
  });
  const money = (value: number | null) => format.figure(value, 'money');
  const paid = ({ pay }: Explanation) =>
    Object.values(pay.commissionAssist).reduce((sum, amount) => sum + amount, pay.commissionLead);
  return [
    {
      id: 'motion',
      header: 'Motion',
      width: 190,
      grow: true,
      cell: (row) => MOTION_NAMES[rows[row]?.motion ?? 'renewal'],
    },
    {
      id: 'lead',
      header: 'Led by',
      width: 120,
      cell: (row) => {
        const of = rows[row];
        return of === undefined ? null : leadInWords(of);
      },
    },
    figure('value', 'At stake', 104, ({ inputs }) => money(inputs.value), isValueEstimated),
    figure('yield', 'Yield', 88, ({ lead }) => format.figure(lead?.yield ?? null, 'share')),
    figure(
      'booked',
      'Booked',
      104,
      ({ booked }) => money(booked),
      ({ inputs }) => inputs.estimated.length > 0,
    ),
    figure('hours', 'Hours', 76, ({ hours }) => format.figure(hours.lead, 'hours')),
    figure('paid', 'Commission', 108, (of) => money(paid(of))),
    figure('worth', 'Worth', 104, ({ lead }) => money(lead?.worth.worth ?? null)),
  ];
}

function Steps(props: AccountMotionsProps & { readonly shown: MotionExplanation }) {
  const { shown, format, onAssumption } = props;
  const { motion, worked, lead } = shown.explanation;
  return (
    <section className="account__steps" aria-label={`${MOTION_NAMES[motion]}, step by step`}>
      <h3 className="heading">{MOTION_NAMES[motion]}, step by step</h3>
      <p className="small muted">
        {MOTION_MEANINGS[motion]}{' '}
        {worked
          ? ''
          : lead === null
            ? 'The model gives it to nobody: only what happens by itself is booked.'
            : 'It is worth less than it costs, so nobody works it: only what happens by itself is booked.'}
      </p>
      <ol className="account__list">
        {shown.steps.map(({ id, figure }) => {
          const values = inValues(figure, format);
          const [title] = figure.title.split(': ');
          return (
            <li key={id} className="account__step">
              <div className="account__step-head">
                <h4>{title}</h4>
                <span className="number">{format.figure(figure.result, figure.unit)}</span>
              </div>
              <p className="small muted">
                {figure.result === null ? figure.whenMissing : figure.meaning}
              </p>
              {figure.formula !== null && (
                <>
                  <p className="explained__formula">{figure.formula}</p>
                  <p className="explained__formula explained__formula--values">
                    {values} = <strong>{format.figure(figure.result, figure.unit)}</strong>
                  </p>
                </>
              )}
              {figure.terms.length > 0 && (
                <details className="small">
                  <summary>What goes in, and where it comes from</summary>
                  <dl className="explained__terms">
                    {figure.terms.map((term) => (
                      <TermRow key={term.symbol} {...{ term, format, onAssumption }} />
                    ))}
                  </dl>
                  <p className="explained__source">Model equations: {figure.source}</p>
                </details>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
