import { breakdowns as breakDown } from '../../../shared/analysis/breakdown.ts';
import { cycleFinding } from '../../../shared/analysis/findings.ts';
import { createFormat } from '../../../shared/format/format.ts';
import { fillIn } from '../../../shared/model/fill-in.ts';
import { isNamedModel } from '../../../shared/model/ownership.ts';
import type { Job } from '../job.ts';
import type { ModelBreakdowns } from '../jobs.ts';
import { prepare } from './prepare.ts';

/** Year 1 of every model by length of the sales cycle and by motion, and what stands in for missing cycles. */
export const breakdowns: Job<'breakdowns'> = async (input, { desk, stop, partial, breathe }) => {
  const nothing = { models: {}, cycles: null };
  if (desk.book === null) return nothing;
  const { assumptions, rate, locale } = input;
  const prepared = prepare(desk.book, input);
  if (!prepared.ok || prepared.book.count === 0) return nothing;
  const { book } = prepared;
  const options = { rate: rate ?? undefined, stop };
  const format = createFormat(locale, book.currency);
  const cycles = cycleFinding(fillIn(book, prepared.assumptions), assumptions, format);
  const models: Record<string, ModelBreakdowns> = {};
  const named = input.models.filter((model) => isNamedModel(assumptions, model));
  const late = input.models.filter((model) => !named.includes(model));
  for (const model of [...named, ...late]) {
    await breathe();
    // The best fits take longest: what the named models bring is shown before.
    if (model === late[0]) partial({ models: { ...models }, cycles });
    const parts = breakDown(book, assumptions, model, ['cycleBand', 'motion'], options);
    if (!parts.ok) continue;
    models[model] = { band: parts.value.cycleBand.rows, motion: parts.value.motion.rows };
  }
  return { models, cycles };
};
