import type { ReactNode } from 'react';
import { Tooltip } from '../../ui/tooltip.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { DECISION_METRICS, type DecisionMetric } from '../../../shared/model/assumptions/types.ts';
import type { Answer } from './answer.ts';
import type { Subject } from './subject.ts';

interface AnswerHeadProps {
  readonly subject: Subject;
  readonly answer: Answer;
  readonly onMetric: (metric: DecisionMetric) => void;
  /** Opens the assumption that a sentence names. */
  readonly onAssumption: (path: string) => void;
  /** At the end of the row of metrics. */
  readonly aside?: ReactNode;
}

/** The answer in one sentence, what would change it, and what decides. */
export function AnswerHead({ subject, answer, onMetric, onAssumption, aside }: AnswerHeadProps) {
  const { assumptions, metrics } = subject;
  return (
    <header className="answer">
      <h1 className="finding" aria-live="polite">
        {answer.sentence}
      </h1>
      {answer.today !== null && <p className="answer__today">{answer.today}</p>}
      {answer.firmness !== '' && (
        <p className="answer__firmness" role="status">
          {answer.firmness}
        </p>
      )}
      {answer.flips.length > 0 && (
        <ul className="answer__flips">
          {answer.flips.map((flip) => (
            <li key={flip.path}>
              <button
                type="button"
                className="link"
                onClick={() => {
                  onAssumption(flip.path);
                }}
              >
                {flip.sentence}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="answer__metrics">
        <SegmentedControl<DecisionMetric>
          label="Decide by"
          value={assumptions.decisionMetric}
          onChange={onMetric}
          options={DECISION_METRICS.map((metric) => ({
            value: metric,
            label: metrics.get(metric)?.label ?? metric,
          }))}
        />
        <dl className="answer__beside">
          {answer.beside.map((figure) => (
            <div key={figure.metric}>
              <dt>{figure.label}</dt>
              <dd>
                {figure.reason === '' ? (
                  figure.text
                ) : (
                  <Tooltip text={figure.reason}>
                    <span tabIndex={0}>
                      {figure.text}
                      <span className="visually-hidden">{figure.reason}</span>
                    </span>
                  </Tooltip>
                )}
              </dd>
            </div>
          ))}
        </dl>
        {aside}
      </div>
    </header>
  );
}
