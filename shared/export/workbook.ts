import { createFormat } from '../format/format.ts';
import { inCurrency } from '../model/currency.ts';
import { evaluate } from '../model/evaluate.ts';
import { fillIn } from '../model/fill-in.ts';
import { err, ok, type Result } from '../units/result.ts';
import type { AccountResults } from '../model/account-results-types.ts';
import { accountResults } from '../model/account-results.ts';
import { accountsSheet } from './accounts-sheet.ts';
import { assumptionsSheet } from './assumptions-sheet.ts';
import { breakdownBlocks } from './breakdown-tables.ts';
import { compareSheet } from './compare-sheet.ts';
import { modelName } from '../model/names.ts';
import { explainedSheet } from './explained-sheet.ts';
import { modelSheet } from './model-sheet.ts';
import { qualitySheet } from './quality-sheet.ts';
import { summarySheet } from './summary-sheet.ts';
import type { EvaluatedScenario, ScenarioInput, WorkbookInput } from './workbook-input.ts';
import { sheetNames, type SheetPlan, type WorkbookPlan } from './workbook-plan.ts';

/**
 * The workbook of the scenarios chosen, as data: a summary, then for each scenario the models side
 * by side, one sheet a model, the accounts, the largest of them step by step and the assumptions,
 * and at the end the quality of the data. The error is one sentence.
 */
export function planWorkbook(input: WorkbookInput): Result<WorkbookPlan, string> {
  const scenarios: EvaluatedScenario[] = [];
  for (const scenario of input.scenarios) {
    const evaluated = evaluateScenario(scenario, input.locale);
    if (!evaluated.ok) return evaluated;
    scenarios.push(evaluated.value);
  }
  const nameOf = sheetNames();
  const summaryName = nameOf('Summary');
  const suffixed = scenarios.length > 1;
  const sheets: SheetPlan[] = [];
  for (const scenario of scenarios) {
    const suffix = suffixed ? scenario.name : '';
    const own = scenarioSheets(scenario, (wanted) => nameOf(wanted, suffix));
    if (!own.ok) return own;
    sheets.push(...own.value);
  }
  const quality = qualitySheet(nameOf('Data quality'), input.report, scenarios);
  const summary = summarySheet(summaryName, input.title, scenarios);
  return ok({
    title: input.title,
    currency: scenarios[0]?.comparison.currency ?? '',
    sheets: [summary, ...sheets, quality],
  });
}

function scenarioSheets(
  scenario: EvaluatedScenario,
  nameOf: (wanted: string) => string,
): Result<readonly SheetPlan[], string> {
  const { book, assumptions, comparison, rate } = scenario;
  const sheets = [compareSheet(nameOf('Compare'), scenario)];
  const accounts: AccountResults[] = [];
  for (const model of scenario.models) {
    const result = comparison.models[model];
    if (result === undefined) continue;
    const breakdowns = breakdownBlocks(scenario, model);
    if (!breakdowns.ok) return breakdowns;
    const byAccount = accountResults(book, assumptions, model, { rate });
    if (!byAccount.ok) return byAccount;
    accounts.push(byAccount.value);
    const name = nameOf(modelName(model, assumptions.models));
    sheets.push(modelSheet(name, scenario, model, result, breakdowns.value));
  }
  const accountsName = nameOf('Accounts');
  const explained = explainedSheet(nameOf('Accounts explained'), scenario);
  if (!explained.ok) return explained;
  return ok([
    ...sheets,
    accountsSheet(accountsName, scenario, accounts),
    explained.value,
    assumptionsSheet(nameOf('Assumptions'), scenario),
  ]);
}

function evaluateScenario(
  scenario: ScenarioInput,
  locale: string,
): Result<EvaluatedScenario, string> {
  const { book, assumptions, models, rate } = scenario;
  const evaluated = evaluate(book, assumptions, models, { rate });
  if (!evaluated.ok) return evaluated;
  const converted = inCurrency(assumptions, book.currency, rate);
  if (!converted.ok) return err(converted.error);
  const comparison = evaluated.value;
  return ok({
    ...scenario,
    comparison,
    filled: fillIn(book, converted.value),
    format: createFormat(locale, comparison.currency),
  });
}
