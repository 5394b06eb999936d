import { planWorkbook } from '../../../shared/export/workbook.ts';
import { inCurrency } from '../../../shared/model/currency.ts';
import { err, ok } from '../../../shared/units/result.ts';
import { writeWorkbook } from '../../../shared/write/workbook-xlsx.ts';
import type { Job } from '../job.ts';
import { flipsIn } from './flips.ts';
import { accountsPassing, takeAccounts } from './filter-book.ts';

/** Plans and writes the workbook of the chosen scenarios. */
export const exportWorkbook: Job<'exportWorkbook'> = async (input, { desk, stop, breathe }) => {
  desk.heavy = input.heavy ?? desk.heavy;
  const whole = desk.heavy?.book ?? null;
  if (whole === null) return err('There is no book yet: open one.');
  const report = desk.heavy?.report ?? null;
  const scenarios = [];
  for (const scenario of input.scenarios) {
    const { name, assumptions, models, filter, filterWords, rate } = scenario;
    const own = inCurrency(assumptions, whole.currency, rate ?? undefined);
    if (!own.ok) return own;
    const book = takeAccounts(whole, accountsPassing(whole, own.value, filter));
    if (book.count === 0)
      return err(`No account passes the filter of ${name}: remove a part of it.`);
    scenarios.push({
      name,
      book,
      assumptions,
      models,
      rate: rate ?? undefined,
      filter: filterWords,
      // What the screen says of the leader, the workbook says too.
      flips: await flipsIn(book, scenario, stop, breathe),
    });
    await breathe();
  }
  const { title, locale, mapping, madeAt } = input;
  const plan = planWorkbook({
    title,
    locale,
    report: report === null || mapping === null ? null : { ...report, mapping },
    scenarios,
  });
  if (!plan.ok) return plan;
  await breathe();
  return ok(await writeWorkbook(plan.value, new Date(madeAt)));
};
