import type { Assumptions, ModelId } from '../../shared/model/assumptions/types.ts';
import { leaderAmong } from '../../shared/analysis/leader.ts';
import { evaluate } from '../../shared/model/evaluate.ts';
import { createSharedEvaluator } from '../../shared/model/evaluator.ts';
import { BEST_BY_SEGMENT, BEST_FIT, refusalOf } from '../../shared/model/ownership.ts';
import { planWorkbook } from '../../shared/export/workbook.ts';
import { toCanonicalRows } from '../../shared/import/canonical-rows.ts';
import { writeCsv } from '../../shared/write/csv.ts';
import { writeWorkbook } from '../../shared/write/workbook-xlsx.ts';
import { say, writeOutputs, type Output } from './files.ts';
import { flipsOf } from './flips.ts';
import { asJson, understood } from './import-command.ts';
import { single, type GivenOptions } from './options.ts';
import { comparisonTable, LOCALE } from './plain-text.ts';
import { withRangeWorkers, workersFor } from './range-workers.ts';
import { Refusal } from './refusal.ts';
import { readRequestedAssumptions, readRequestedBook, refuseSharedTargets } from './request.ts';
import { warningLines } from './warnings.ts';

const MODELS: readonly ModelId[] = ['allSales', 'split', 'allCsm', BEST_FIT, BEST_BY_SEGMENT];

/** `handoff compare`: evaluates ownership models over a book. */
export async function runCompare(program: string, options: GivenOptions): Promise<void> {
  refuseSharedTargets(options, ['json', 'csv', 'workbook']);
  const assumptions = withCurrent(
    await readRequestedAssumptions(options),
    single(options, 'current'),
  );
  const models = modelsOf(single(options, 'models'));
  const rate = rateOf(single(options, 'rate'));
  // Said before a large book is read.
  const refusal = refusalOf(assumptions, models);
  if (refusal !== null) throw new Refusal(refusal);
  const result = await readRequestedBook(program, options);
  const { book } = result;
  const count = workersFor(book.count);
  const evaluated =
    count < 2
      ? evaluate(book, assumptions, models, { rate })
      : await withRangeWorkers(program, count, (workers) =>
          createSharedEvaluator(book, workers).evaluate(assumptions, models, { rate }),
        );
  if (!evaluated.ok) throw new Refusal(evaluated.error);
  const comparison = evaluated.value;
  const flips = flipsOf(result.book, assumptions, comparison, rate);

  const outputs: Output[] = [];
  const json = single(options, 'json');
  if (json !== undefined) {
    const { estimated, issues, source, asOf, rules } = understood(result, result.book, assumptions);
    const leader = leaderAmong(comparison.models, assumptions.decisionMetric);
    const beside = { leader, flips, source, asOf, rules, estimated, issues };
    outputs.push({ target: json, content: asJson({ ...comparison, ...beside }) });
  }
  const csv = single(options, 'csv');
  if (csv !== undefined)
    outputs.push({ target: csv, content: writeCsv(toCanonicalRows(result.book)) });
  const workbook = single(options, 'workbook');
  if (workbook !== undefined) {
    const title = [...new Set(result.source.map(({ file }) => file))].join(', ');
    const scenario = { name: 'Base', book, assumptions, models, rate, filter: '', flips };
    const input = { title, locale: LOCALE, report: result, scenarios: [scenario] };
    const plan = planWorkbook(input);
    if (!plan.ok) throw new Refusal(plan.error);
    outputs.push({ target: workbook, content: await writeWorkbook(plan.value, new Date()) });
  }
  if (outputs.length === 0)
    outputs.push({ target: '-', content: comparisonTable(comparison, assumptions, flips) });
  await writeOutputs(outputs);
  await say(warningLines(result));
}

function withCurrent(assumptions: Assumptions, current: string | undefined): Assumptions {
  if (current === undefined) return assumptions;
  return { ...assumptions, currentModel: current === 'none' ? null : current };
}

function modelsOf(given: string | undefined): readonly ModelId[] {
  if (given === undefined) return MODELS;
  const models = given.split(',').map((id) => id.trim());
  if (models.includes(''))
    throw new Refusal(`--models must be names separated by commas, is "${given}".`);
  return [...new Set(models)];
}

function rateOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const rate = Number(given);
  if (given.trim() !== '' && Number.isFinite(rate) && rate > 0) return rate;
  throw new Refusal(`--rate must be a number above 0 such as 1.08, is "${given}".`);
}
