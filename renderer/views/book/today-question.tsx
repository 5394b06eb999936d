import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import { modelName } from '../../../shared/model/names.ts';
import { isNamedModel } from '../../../shared/model/ownership.ts';
import { answerToday } from '../../store/book.ts';
import { activeScenario } from '../../store/selectors.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { asSentence } from './field-labels.ts';
import { Button } from '../../ui/button.tsx';
import './today-question.css';

const MEANINGS: Readonly<Record<string, string>> = {
  allSales: 'Sales leads renewals and upsell',
  split: 'Customer Success renews, Sales leads upsell',
  allCsm: 'Customer Success leads renewals and upsell',
};
const NOT_SAID = '';

/**
 * Who leads renewals and upsell today. Proposed with its evidence, never assumed: until it is
 * answered there is no difference to today and no cost of change.
 */
export function TodayQuestion() {
  const store = useAppStore();
  const scenario = useApp(activeScenario);
  const answered = useApp(({ document }) => document?.todayAnswered ?? false);
  const proposal = useApp(({ document }) => document?.report?.today ?? null);
  const [isOpen, setOpen] = useState(false);
  if (scenario === null) return null;
  const { assumptions } = scenario;
  const { currentModel, models } = assumptions;
  const choices = Object.keys(models).filter((id) => isNamedModel(assumptions, id));
  const answer = (model: string): void => {
    const isSaid = model !== NOT_SAID;
    const label = isSaid ? `Today: ${modelName(model, models)}` : 'Today: not said';
    answerToday(store, isSaid ? model : null, label);
    setOpen(false);
  };
  if (answered && !isOpen) {
    return (
      <section className="today today--answered">
        <p>
          <span className="small muted">Today</span>
          <br />
          {currentModel === null
            ? 'Not said'
            : (MEANINGS[currentModel] ?? modelName(currentModel, models))}
        </p>
        <Button
          kind="quiet"
          onClick={() => {
            setOpen(true);
          }}
        >
          Change
        </Button>
      </section>
    );
  }
  return (
    <section className="today" aria-labelledby="today-question">
      <h2 id="today-question" className="heading">
        Who leads renewals and upsell today?
      </h2>
      {proposal !== null && (
        <p className="small muted">
          {proposal.model === null ? '' : `Looks like ${modelName(proposal.model, models)}: `}
          {proposal.model === null ? asSentence(proposal.evidence) : `${proposal.evidence}.`}
        </p>
      )}
      <RadioGroup.Root
        className="today__choices"
        aria-labelledby="today-question"
        value={answered ? (currentModel ?? NOT_SAID) : null}
        onValueChange={answer}
      >
        {[...choices, NOT_SAID].map((id) => (
          <RadioGroup.Item key={id} value={id} className="today__choice">
            <span className="today__dot">
              <RadioGroup.Indicator />
            </span>
            {id === NOT_SAID ? 'I would rather not say' : (MEANINGS[id] ?? modelName(id, models))}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      <p className="small muted">
        Without it there is no difference to today and no cost of the change.
      </p>
    </section>
  );
}
