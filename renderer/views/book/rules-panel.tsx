import { RadioGroup } from 'radix-ui';
import { useEffect, useId } from 'react';
import type { RuleChoice } from '../../../shared/import/types.ts';
import { modelName } from '../../../shared/model/names.ts';
import { correctMapping } from '../../commands/change-mapping.ts';
import { useAppContext } from '../../commands/context.tsx';
import { loadRuleEffects } from '../../commands/rule-effects.ts';
import { withRule } from '../../store/mapping-edits.ts';
import { activeScenario } from '../../store/selectors.ts';
import { useApp } from '../../store/use-app.tsx';
import { useBookFormat } from '../../store/use-format.ts';

/** Rules the reading applied, each with its effect, before another one is chosen. */
export function RulesPanel() {
  const context = useAppContext();
  const rules = useApp(({ document }) => document?.report?.rules ?? NONE);
  const book = useApp(({ document }) => document?.book ?? null);
  const scenario = useApp(activeScenario);
  useEffect(() => {
    const stop = new AbortController();
    void loadRuleEffects(context, stop.signal);
    return () => {
      stop.abort();
    };
  }, [context, book, scenario]);
  if (rules.length === 0) {
    return <p className="muted">This book needed no rule: every value stands as it was read.</p>;
  }
  return (
    <div className="rules">
      {rules.map((rule) => (
        <Rule key={rule.rule} rule={rule} />
      ))}
    </div>
  );
}

const NONE: readonly RuleChoice[] = [];

function Rule({ rule }: { readonly rule: RuleChoice }) {
  const context = useAppContext();
  const id = useId();
  return (
    <section className="rule" aria-labelledby={id}>
      <h2 id={id} className="heading">
        {rule.question}
      </h2>
      <RadioGroup.Root
        className="today__choices"
        aria-labelledby={id}
        value={rule.chosen}
        onValueChange={(value) => {
          const label = rule.options.find((option) => option.value === value)?.label ?? value;
          void correctMapping(context, label, (mapping) => withRule(mapping, rule.rule, value));
        }}
      >
        {rule.options.map((option) => (
          <RadioGroup.Item key={option.value} value={option.value} className="today__choice">
            <span className="today__dot">
              <RadioGroup.Indicator />
            </span>
            <span className="rule__option">
              <span>{option.label}</span>
              <span className="small muted">
                {option.effect}
                {rule.rule === 'potential' && <LeaderEffect rule={option.value} />}
              </span>
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </section>
  );
}

function LeaderEffect({ rule }: { readonly rule: string }) {
  const format = useBookFormat();
  const effects = useApp(({ session }) => session.ruleEffects);
  const models = useApp(activeScenario)?.assumptions.models;
  const effect = effects?.find((candidate) => candidate.rule === rule);
  if (effect === undefined || effect.leader === null) return null;
  return (
    <>
      . {modelName(effect.leader, models)} would lead
      {effect.lead === null ? '' : ` by ${format.figure(effect.lead, 'money', 'compact')}`}, with{' '}
      {format.figure(effect.potential, 'money', 'compact')} of potential a year
    </>
  );
}
