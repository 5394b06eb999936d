import { describe, expect, it } from 'vitest';
import { ACCOUNT_FIGURES, explainAccountFigure } from '../../../shared/analysis/explain-account.ts';
import type { AccountFigureId } from '../../../shared/analysis/explain-account.ts';
import { breakdown } from '../../../shared/analysis/breakdown.ts';
import { BREAKDOWNS } from '../../../shared/analysis/breakdown-rows.ts';
import { explainPart } from '../../../shared/analysis/explain-part.ts';
import { explainMetric } from '../../../shared/analysis/explain.ts';
import type { ExplainContext } from '../../../shared/analysis/explain-context.ts';
import { MOTIONS } from '../../../shared/book/motions.ts';
import { accountResults } from '../../../shared/model/account-results.ts';
import { explainAccount } from '../../../shared/model/explain-account.ts';
import { fillIn } from '../../../shared/model/fill-in.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { metricsOf } from '../../../shared/model/metrics.ts';
import { exampleAssumptions, exampleBook } from '../../helpers/example.ts';
import { compute } from '../../helpers/formula.ts';

const MODELS = ['allSales', 'split', 'allCsm', 'bestFit', 'bestBySegment'];

function contextOf(
  name: 'assumptions' | 'assumptions-fixed' | 'assumptions-third',
): ExplainContext {
  const book = exampleBook();
  const assumptions = exampleAssumptions(name);
  const models = assumptions.models['customTiered'] ? [...MODELS, 'customTiered'] : MODELS;
  const result = evaluate(book, assumptions, models);
  if (!result.ok) throw new Error(result.error);
  const accountsOf = (model: string) => {
    const accounts = accountResults(book, assumptions, model);
    if (!accounts.ok) throw new Error(accounts.error);
    return accounts.value;
  };
  return {
    comparison: result.value,
    assumptions,
    filled: fillIn(book, assumptions),
    accountsOf,
  };
}

describe.each(['assumptions', 'assumptions-fixed', 'assumptions-third'] as const)(
  'the Explain panel, case %s',
  (name) => {
    const context = contextOf(name);

    it('shows formulas that give the figure they explain, for every model and metric', () => {
      const explained = new Set<string>();
      for (const model of Object.keys(context.comparison.models)) {
        for (const metric of metricsOf()) {
          const shown = explainMetric(context, metric.id, model);
          if (shown === null) throw new Error(`${metric.id} of ${model} is not explained`);
          if (shown.formula === null || shown.result === null) continue;
          const value = compute({ text: shown.formula, terms: shown.terms });
          const close = 1e-9 * Math.max(1, Math.abs(shown.result));
          const what = `${metric.id} of ${model}: ${shown.formula}`;
          expect(Math.abs(value - shown.result), what).toBeLessThanOrEqual(close);
          explained.add(metric.id);
        }
      }
      expect([...metricsOf()].filter((metric) => !explained.has(metric.id)).length).toBeLessThan(
        13,
      );
    });
  },
);

describe('an explanation', () => {
  const context = contextOf('assumptions');

  it('says what the figure is and which accounts are behind it', () => {
    expect(explainMetric(context, 'nrr', 'split')).toMatchObject({
      title: 'Net revenue retention',
      inWords: '(retained ARR + expansion ARR) ÷ ARR',
      formula: '(Retained ARR + Expansion ARR) ÷ ARR at the start',
      unit: 'share',
      whenMissing: '',
      accounts: { count: 36, indices: null },
    });
  });

  it('lists the accounts that a figure is made of, and asks for them once', () => {
    let asked = 0;
    const counting: ExplainContext = {
      ...context,
      accountsOf: (model) => {
        asked += 1;
        return context.accountsOf(model);
      },
    };
    const shown = explainMetric(counting, 'overlap.dualOwnedAccounts', 'split');
    expect(shown?.accounts.indices).toHaveLength(shown?.result ?? -1);
    expect(shown?.result).toBeGreaterThan(0);
    expect(asked).toBe(1);
    explainMetric(counting, 'nrr', 'split');
    expect(asked).toBe(1);
  });

  it('shows source and grade of the assumptions, of the model where it has its own', () => {
    const terms = explainMetric(context, 'cost.people', 'allCsm')?.terms ?? [];
    const pay = terms.find((term) => term.symbol === 'CSM on-target earnings');
    expect(pay).toMatchObject({
      value: 130_000,
      unit: 'money',
      assumption: { path: 'models.allCsm.roles.csm.ote', grade: 'C', isDefault: true },
    });
    const overhead = terms.find((term) => term.symbol === 'CSM overhead');
    expect(overhead?.assumption).toMatchObject({ path: 'roles.csm.overhead', grade: 'X' });
  });

  it('gives the reason where there is no figure, and nothing for what is not compared', () => {
    expect(explainMetric(context, 'payback', 'split')).toMatchObject({ result: null, terms: [] });
    expect(explainMetric(context, 'payback', 'split')?.whenMissing).not.toBe('');
    expect(explainMetric(context, 'payback', 'nobody')).toBeNull();
    expect(explainMetric(context, 'nothing', 'split')).toBeNull();
  });
});

describe('an account under the Explain panel', () => {
  it.each(['assumptions', 'assumptions-fixed', 'assumptions-third'] as const)(
    'shows formulas that give its figures, case %s',
    (name) => {
      const context = contextOf(name);
      const book = exampleBook();
      const ids = Object.keys(ACCOUNT_FIGURES).filter(isAccountFigure);
      const seen = new Set<string>();
      for (const model of Object.keys(context.comparison.models)) {
        for (let account = 0; account < 36; account += 5) {
          for (const motion of MOTIONS) {
            const { assumptions } = context;
            const explained = explainAccount(book, assumptions, model, account, motion);
            if (!explained.ok) throw new Error(explained.error);
            for (const id of ids) {
              const shown = explainAccountFigure(context, explained.value, id);
              if (shown === null) throw new Error(`${id} is not explained`);
              if (shown.result === null || shown.formula === null) continue;
              const value = compute({ text: shown.formula, terms: shown.terms });
              const close = 1e-9 * Math.max(1, Math.abs(shown.result));
              const what = `${id} of ${motion}, account ${String(account)}, ${model}: ${shown.formula}`;
              expect(Math.abs(value - shown.result), what).toBeLessThanOrEqual(close);
              seen.add(id);
            }
          }
        }
      }
      expect([...seen].sort()).toEqual(ids.toSorted());
    },
  );
});

function isAccountFigure(id: string): id is AccountFigureId {
  return id in ACCOUNT_FIGURES;
}

describe('a row of a breakdown', () => {
  it('shows a formula that gives its run rate, in every breakdown of every model', () => {
    const context = contextOf('assumptions-fixed');
    for (const model of Object.keys(context.comparison.models)) {
      for (const by of BREAKDOWNS) {
        const rows = breakdown(exampleBook(), context.assumptions, model, by);
        if (!rows.ok) throw new Error(rows.error);
        for (const row of rows.value.rows) {
          const shown = explainPart(context, model, row, row.id);
          if (!shown?.formula) throw new Error(`${row.id} is not explained`);
          const value = compute({ text: shown.formula, terms: shown.terms });
          const close = 1e-9 * Math.max(1, Math.abs(row.runRate));
          expect(Math.abs(value - row.runRate), `${row.id}, ${model}`).toBeLessThanOrEqual(close);
        }
      }
    }
  });
});
