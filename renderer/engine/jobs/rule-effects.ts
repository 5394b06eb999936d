import { POTENTIAL_RULES, type Book, type PotentialRule } from '../../../shared/book/book.ts';
import { inCurrency } from '../../../shared/model/currency.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { fillIn } from '../../../shared/model/fill-in.ts';
import { isNamedModel } from '../../../shared/model/ownership.ts';
import type { Stop } from '../../../shared/units/stop.ts';
import type { Job } from '../job.ts';
import type { RuleEffect, ScenarioInput } from '../jobs.ts';
import { prepare } from './prepare.ts';

/** What each potential rule would do to the leader, before one is chosen. Empty without open deals. */
export const ruleEffects: Job<'ruleEffects'> = async (input, { desk, stop, breathe }) => {
  const effects: RuleEffect[] = [];
  if (desk.book?.openDeals === undefined) return effects;
  const prepared = prepare(desk.book, input);
  if (!prepared.ok) return effects;
  for (const rule of POTENTIAL_RULES) {
    await breathe();
    effects.push(effectOf(prepared.book, rule, input, stop));
  }
  return effects;
};

function effectOf(given: Book, rule: PotentialRule, input: ScenarioInput, stop: Stop): RuleEffect {
  const book: Book = { ...given, openDeals: given.openDeals && { ...given.openDeals, rule } };
  const { assumptions, models, rate } = input;
  const own = inCurrency(assumptions, book.currency, rate ?? undefined);
  const potential = own.ok
    ? Object.values(fillIn(book, own.value).potential)
        .flatMap((column) => [...column])
        .reduce((sum, value) => sum + value, 0)
    : 0;
  const named = models.filter((id) => isNamedModel(assumptions, id));
  const result = evaluate(book, assumptions, named, { rate: rate ?? undefined, stop });
  if (!result.ok) return { rule, potential, leader: null, lead: null };
  const ranked = named
    .map((id) => ({ id, value: result.value.models[id]?.[assumptions.decisionMetric] ?? 0 }))
    .sort((a, b) => b.value - a.value);
  const [first, second] = ranked;
  return {
    rule,
    potential,
    leader: first?.id ?? null,
    lead: first === undefined || second === undefined ? null : first.value - second.value,
  };
}
