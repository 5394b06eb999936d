import { MOTIONS, UPSELLS } from '../book/motions.ts';
import { MOTION_NAMES } from '../model/names.ts';
import type { Subject } from './explain-context.ts';
import { termOf } from './explain-context.ts';
import { formula, sumOf } from './expression.ts';
import type { Expression, Term } from './expression.ts';

/** How the values of a model come about; each by the id of its metric. */
export const MONEY_FORMULAS: Readonly<Record<string, (of: Subject) => Expression | undefined>> = {
  npv: (of) => {
    const discount = of.assumption('discount rate', 'discountRate');
    const years = of.result.years.map(({ contribution }, index) => {
      const year = String(index + 1);
      const brought = termOf(
        `contribution of year ${year}`,
        'Margin less cost of that year, in year 1 with the change of ownership paid.',
        contribution,
        'money',
      );
      return {
        text: `${brought.symbol} ÷ (1 + discount rate) ^ ${year}`,
        terms: [brought, discount],
      };
    });
    return sumOf([...years, of.figure('npvTerminal')]);
  },
  npvTerminal: (of) => {
    const last = of.result.years.at(-1);
    const ofLast = (symbol: string, value: number): Term =>
      termOf(`${symbol} of the last year`, `${symbol} in the last year counted`, value, 'money');
    return formula`${of.assumption('terminal years', 'terminalYears')} × (${of.assumption('gross margin', 'grossMargin')} × (${ofLast('retained ARR', last?.retainedArr ?? 0)} + ${ofLast('expansion ARR', last?.expansionArr ?? 0)}) − ${ofLast('cost', last?.runCost ?? 0)}) ÷ (1 + ${of.assumption('discount rate', 'discountRate')}) ^ ${of.assumption('years counted', 'horizonYears')}`;
  },
  runRate: (of) =>
    formula`${of.assumption('gross margin', 'grossMargin')} × (${kept(of)} + ${of.figure('expansionArr')}) − ${of.figure('cost.runCost')}`,
  contribution: (of) =>
    formula`${of.assumption('gross margin', 'grossMargin')} × (${of.figure('arr')} + ${of.assumption('timing', 'timing')} × (${of.figure('retainedArr')} + ${of.figure('expansionArr')} − ${of.figure('arr')})) − ${of.figure('cost.runCost')} − (${of.figure('transition.hoursCost')} + ${of.figure('transition.hiring')} + ${of.figure('transition.release')})`,

  arr: (of) => bySegment(of, 'ARR', (index) => of.filled.arr[index] ?? 0),
  retainedArr: (of) => {
    const { arr, renewalShare } = of.filled;
    const staying = arr.reduce((sum, each, i) => sum + each * (1 - (renewalShare[i] ?? 1)), 0);
    const notUp = termOf(
      'ARR not up for renewal',
      'ARR under contracts that run on beyond the year',
      staying,
      'money',
    );
    return formula`${notUp} + ${of.figure('bookedByMotion.renewal')} − ${of.figure('transition.arrLost')}`;
  },
  expansionArr: (of) => sumOf(UPSELLS.map((upsell) => of.figure(`bookedByMotion.${upsell}`))),
  grr: (of) => formula`${of.figure('retainedArr')} ÷ ${of.figure('arr')}`,
  nrr: (of) =>
    formula`(${of.figure('retainedArr')} + ${of.figure('expansionArr')}) ÷ ${of.figure('arr')}`,
  ...Object.fromEntries(
    MOTIONS.map((motion) => [
      `bookedByMotion.${motion}`,
      (of: Subject) => {
        const booked = of.accounts?.booked[motion];
        const name = `${MOTION_NAMES[motion]} booked`;
        return booked && bySegment(of, name, (index) => booked[index] ?? 0);
      },
    ]),
  ),
  costPerDollar: (of) =>
    formula`${of.figure('cost.runCost')} ÷ (${kept(of)} + ${of.figure('expansionArr')})`,
};

/** ARR kept before the change of ownership takes its part. */
function kept(of: Subject): Expression {
  return formula`${of.figure('retainedArr')} + ${of.figure('transition.arrLost')}`;
}

/** A sum over accounts, shown segment by segment. */
export function bySegment(
  of: Subject,
  name: string,
  value: (index: number) => number,
  unit: Term['unit'] = 'money',
): Expression {
  const { segment, count } = of.filled;
  const sums = new Map<string, { total: number; accounts: number }>();
  for (let index = 0; index < count; index += 1) {
    const key = segment.values[segment.codes[index] ?? 0] ?? '';
    const before = sums.get(key) ?? { total: 0, accounts: 0 };
    sums.set(key, { total: before.total + value(index), accounts: before.accounts + 1 });
  }
  return sumOf(
    [...sums].map(([key, { total, accounts }]) =>
      termOf(`${name}, ${key}`, `${name} of ${String(accounts)} accounts: ${key}`, total, unit),
    ),
  );
}
