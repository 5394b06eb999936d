import type { RuleChoice } from './types.ts';

type Option = RuleChoice['options'][number];

/** The rules that a reading applied: each with its choices, their effects, and the one in force. */
export interface RuleBook {
  /** The chosen value: the user's where it is one of the options, else the default. Says nothing where there is but one option. */
  choose<Value extends string>(
    rule: string,
    question: string,
    options: readonly (Option & { readonly value: Value })[],
    standard: Value,
  ): Value;
  list(): readonly RuleChoice[];
}

/** `chosen` is what the mapping says: rule → value. */
export function ruleBook(chosen: Readonly<Record<string, string>>): RuleBook {
  const rules: RuleChoice[] = [];
  return {
    choose(rule, question, options, standard) {
      const wanted = Object.hasOwn(chosen, rule) ? chosen[rule] : undefined;
      const value = options.find((option) => option.value === wanted)?.value ?? standard;
      const said = rules.some((before) => before.rule === rule);
      if (options.length > 1 && !said) rules.push({ rule, chosen: value, question, options });
      return value;
    },
    list: () => rules,
  };
}
