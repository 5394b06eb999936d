import clsx from 'clsx';
import { memo, useMemo } from 'react';
import type { ChartModel } from '../../charts/series.ts';
import { sameMark, type MarkId } from '../../charts/series.ts';
import { useRoving } from '../../charts/roving.ts';
import { ModelMark } from '../../ui/chip.tsx';
import { figureGroups, type FigureRow } from './figures.ts';
import type { Format } from '../../../shared/format/format.ts';
import type { Subject } from './subject.ts';
import { useInTurn } from '../../ui/use-in-turn.ts';

interface FiguresTableProps {
  readonly subject: Subject;
  /** The figure that the Explain panel speaks about. */
  readonly explained: MarkId | null;
  /** A figure came into focus. */
  readonly onFocus: (metric: string, model: string) => void;
  /** Click or Enter on a figure. */
  readonly onExplain: (metric: string, model: string) => void;
}

/** Models side by side: every figure with its difference to today, each of which can be explained. */
export const FiguresTable = memo(function FiguresTable(props: FiguresTableProps) {
  return <Figures {...props} subject={useInTurn(props.subject)} />;
});

const Figures = memo(function Figures(props: FiguresTableProps) {
  const { subject, explained, onFocus, onExplain } = props;
  const groups = useMemo(() => figureGroups(subject), [subject]);
  const grid = useMemo(
    () =>
      groups.flatMap((group) =>
        group.rows.map((row) =>
          subject.models.map((model) => ({ row: row.metric.id, column: model.id })),
        ),
      ),
    [groups, subject],
  );
  const roving = useRoving(grid, 'across');
  return (
    <div className="figures">
      <table className="figures__table" onKeyDown={roving.onKeyDown}>
        <caption className="visually-hidden">
          Figures of each model in year 1, money in {subject.comparison.currency}
        </caption>
        <thead>
          <tr>
            <td />
            {subject.models.map((model) => (
              <th key={model.id} scope="col" className={columnClass(model)}>
                <ModelHead model={model} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.title}>
            <tr className="figures__group">
              <th colSpan={subject.models.length + 1} scope="colgroup">
                {group.title}
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.metric.id}>
                <th scope="row" className={row.part ? 'figures__part' : undefined}>
                  {row.metric.label} <span className="figures__unit">{row.unitTitle}</span>
                </th>
                {subject.models.map((model, m) => {
                  const mark = { row: row.metric.id, column: model.id };
                  return (
                    <td
                      key={model.id}
                      className={clsx(columnClass(model), row.best[m] === true && 'figures__best')}
                    >
                      <button
                        type="button"
                        ref={(element) => {
                          roving.register(mark, element);
                          return () => {
                            roving.register(mark, null);
                          };
                        }}
                        className={clsx(
                          'figures__cell',
                          sameMark(explained, mark) && 'figures__cell--explained',
                        )}
                        tabIndex={sameMark(roving.tabStop, mark) ? 0 : -1}
                        title={row.cells[m]?.reason}
                        onFocus={() => {
                          roving.focused(mark);
                          onFocus(row.metric.id, model.id);
                        }}
                        onClick={() => {
                          onExplain(row.metric.id, model.id);
                        }}
                      >
                        <Figure subject={subject} row={row} at={m} />
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
});

function ModelHead({ model }: { model: ChartModel }) {
  return (
    <span className="figures__model">
      <ModelMark slot={model.tone} letter={model.letter} />
      <span className="figures__name">
        {model.label}
        {model.today && <span className="figures__note">today</span>}
        {model.reference && <span className="figures__note">reference</span>}
        {model.pending && <span className="figures__note">computing</span>}
      </span>
    </span>
  );
}

function Figure({ subject, row, at }: { subject: Subject; row: FigureRow; at: number }) {
  const { format } = subject;
  const cell = row.cells[at];
  const delta = row.deltas?.[at] ?? null;
  return (
    <>
      <span className={cell?.estimated === true ? 'estimated' : undefined}>
        {format.figure(cell?.value ?? null, row.metric.unit)}
      </span>
      {row.deltas !== null && (
        <span className="figures__delta">
          {delta === null ? ' ' : deltaText(row, delta, format)}
        </span>
      )}
    </>
  );
}

/** The differences of a row alike; arrow and words as of any difference. */
function deltaText({ metric, deltas }: FigureRow, delta: number, format: Format): string {
  const usual = format.delta(delta, metric.unit, 'compact');
  const [arrow] = usual;
  if (arrow !== '▲' && arrow !== '▼') return usual;
  if (metric.unit === 'share') return usual;
  const all = deltas?.flatMap((each) => each ?? []) ?? [];
  // A few hours are not fractions of a thousand.
  if (metric.unit !== 'money' && all.every((each) => Math.abs(each) < FEW)) {
    return format.delta(delta, metric.unit, 'exact');
  }
  const write = format.alike(all, metric.unit, true);
  const text = write(delta);
  // Too little to be seen beside the largest of the row: by itself it still is something.
  return /[1-9]/.test(text) ? `${arrow} ${text}` : usual;
}

const FEW = 10_000;

function columnClass(model: ChartModel): string {
  return clsx('number', model.today && 'figures__today', model.reference && 'figures__reference');
}
