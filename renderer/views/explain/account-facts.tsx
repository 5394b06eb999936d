import clsx from 'clsx';
import type { Format } from '../../../shared/format/format.ts';
import { roleName } from '../../../shared/model/names.ts';
import type { Explanation } from '../../../shared/model/account-results-types.ts';
import type { EstimatedField } from '../../../shared/model/fill-in.ts';
import { useApp } from '../../store/use-app.tsx';

interface Fact {
  readonly label: string;
  readonly text: string;
  readonly isEstimated: boolean;
}

/** What the model takes the account for: as read, or filled in and marked. */
export function AccountFacts(props: {
  readonly account: number;
  readonly explanation: Explanation;
  readonly format: Format;
}) {
  const { account, explanation, format } = props;
  const book = useApp(({ document }) => document?.book ?? null);
  const { inputs, hours } = explanation;
  const fact = (label: string, text: string, field?: EstimatedField): Fact => ({
    label,
    text,
    isEstimated: field !== undefined && inputs.estimated.includes(field),
  });
  const owners = Object.entries(book?.owners ?? {}).flatMap(([role, { codes, values }]) => {
    const name = values[codes[account] ?? 0] ?? '';
    return name === '' ? [] : [fact(roleName(role), name)];
  });
  const facts = [
    fact('Segment', inputs.segment, 'segment'),
    ...owners,
    fact('ARR a year', format.figure(inputs.arr, 'money'), 'arr'),
    fact('Sales cycle', format.figure(inputs.cycleDays, 'days'), 'cycleDays'),
    fact('Up for renewal', format.figure(inputs.renewalShare, 'share'), 'renewalShare'),
    fact('Risk of losing it', format.figure(inputs.risk, 'share'), 'risk'),
    fact('Complexity', format.figure(inputs.complexity, 'ratio'), 'complexity'),
    fact('Service a year', format.figure(hours.service, 'hours')),
  ];
  const isAnyEstimated = facts.some(({ isEstimated }) => isEstimated);
  return (
    <div>
      <dl className="account__facts">
        {facts.map(({ label, text, isEstimated }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={clsx(isEstimated && 'estimated')}>{text}</dd>
          </div>
        ))}
      </dl>
      {isAnyEstimated && (
        <p className="small muted">
          <span className="estimated">Italic</span>: the book does not say it, the assumptions fill
          it in.
        </p>
      )}
    </div>
  );
}
