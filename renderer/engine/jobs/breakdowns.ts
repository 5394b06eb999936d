import { breakdown, type Breakdown } from '../../../shared/analysis/breakdown.ts';
import { cycleFinding } from '../../../shared/analysis/findings.ts';
import { createFormat } from '../../../shared/format/format.ts';
import { inCurrency } from '../../../shared/model/currency.ts';
import { fillIn } from '../../../shared/model/fill-in.ts';
import type { Job } from '../job.ts';
import type { ModelBreakdowns } from '../jobs.ts';
import { prepare } from './evaluate.ts';

/** Year 1 of every model by length of the sales cycle and by motion, and what stands in for missing cycles. */
export const breakdowns: Job<'breakdowns'> = async (input, { desk, breathe }) => {
  const nothing = { models: {}, cycles: null };
  if (desk.book === null) return nothing;
  const { assumptions, rate, locale } = input;
  const converted = inCurrency(assumptions, desk.book.currency, rate ?? undefined);
  const prepared = prepare(desk.book, input);
  if (!converted.ok || !prepared.ok || prepared.book.count === 0) return nothing;
  const { book } = prepared;
  const options = rate === null ? {} : { rate };
  const models: Record<string, ModelBreakdowns> = {};
  for (const model of input.models) {
    await breathe();
    const band = breakdown(book, assumptions, model, 'cycleBand', options);
    const motion = breakdown(book, assumptions, model, 'motion', options);
    if (band.ok && motion.ok) models[model] = rowsOf(band.value, motion.value);
  }
  const format = createFormat(locale, book.currency);
  return { models, cycles: cycleFinding(fillIn(book, converted.value), assumptions, format) };
};

function rowsOf(band: Breakdown, motion: Breakdown): ModelBreakdowns {
  return { band: band.rows, motion: motion.rows };
}
