import { describe, expect, it } from 'vitest';
import { inValues, piecesOf } from '../../../../renderer/views/explain/in-values.ts';
import type { FigureExplanation } from '../../../../shared/analysis/explain.ts';
import type { Term } from '../../../../shared/analysis/expression.ts';
import { createFormat } from '../../../../shared/format/format.ts';

const term = (symbol: string, value: number | null, unit: Term['unit']): Term => ({
  symbol,
  label: symbol,
  value,
  unit,
});
const terms = [
  term('cost', 1000, 'money'),
  term('cost of the change', 250, 'money'),
  term('gross margin', 0.75, 'share'),
];
const format = createFormat('en-US', 'USD');
const explanation = (formula: string | null): FigureExplanation => ({
  title: '',
  meaning: '',
  inWords: '',
  formula,
  terms,
  result: 0,
  unit: 'money',
  whenMissing: '',
  source: '',
  accounts: { count: 0, indices: null, estimated: null },
});

describe('a formula with its values in it', () => {
  it('takes the longest symbol that fits', () => {
    expect(inValues(explanation('cost of the change ÷ cost'), format)).toBe('$250 ÷ $1,000');
  });
  it('finds no symbol inside another word', () => {
    expect(inValues(explanation('forecost × gross margin'), format)).toBe('forecost × 75.0%');
  });
  it('leaves signs, numbers and functions as they stand', () => {
    expect(inValues(explanation('max(0; gross margin × (cost − 2))'), format)).toBe(
      'max(0; 75.0% × ($1,000 − 2))',
    );
  });
  it('shows a dash for a term without a value, and nothing without a formula', () => {
    const missing = { ...explanation('a'), terms: [term('a', null, 'money')] };
    expect(inValues(missing, format)).toBe('–');
    expect(inValues(explanation(null), format)).toBeNull();
  });
  it('keeps the whole formula when it is cut into pieces', () => {
    const formula = 'gross margin × cost − cost of the change';
    expect(
      piecesOf(formula, terms)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(formula);
  });
});
