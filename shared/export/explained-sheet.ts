import { ACCOUNT_FIGURES, isValueEstimated, leadInWords } from '../analysis/explain-account.ts';
import { MOTIONS } from '../book/motions.ts';
import { explainAccounts } from '../model/explain-account.ts';
import type { Explanation } from '../model/account-results-types.ts';
import { modelName, MOTION_NAMES } from '../model/names.ts';
import type { ByRole } from '../model/result.ts';
import { ok, type Result } from '../units/result.ts';
import type { EvaluatedScenario } from './workbook-input.ts';
import { columnOf, moneyUnit, tableBlock, type Block, type SheetPlan } from './workbook-plan.ts';

/** As many accounts as a reader goes through: every account would be a sheet of its own. */
const LARGEST = 50;

/**
 * How the figures of the largest accounts come about: one row an account, model and motion, with every
 * step of the model equations between the account's own values and its bookings, hours and pay.
 */
export function explainedSheet(
  name: string,
  scenario: EvaluatedScenario,
): Result<SheetPlan, string> {
  const { book, assumptions, comparison, models, rate } = scenario;
  const accounts = Array.from(book.arr.keys())
    .toSorted((a, b) => (book.arr[b] ?? 0) - (book.arr[a] ?? 0))
    .slice(0, LARGEST);
  const byModel: (readonly Explanation[])[] = [];
  for (const model of models) {
    if (comparison.models[model] === undefined) continue;
    const explained = explainAccounts(book, assumptions, model, accounts, { rate });
    if (!explained.ok) return explained;
    byModel.push(explained.value.flatMap((own) => MOTIONS.map((motion) => own[motion])));
  }
  // Account by account, so that its models stand together.
  const each = MOTIONS.length;
  const rows = accounts.flatMap((_, place) =>
    byModel.flatMap((own) => own.slice(place * each, (place + 1) * each)),
  );
  const count =
    accounts.length < book.count
      ? `the ${String(accounts.length)} largest of ${String(book.count)} accounts by ARR`
      : book.count === 1
        ? 'the one account'
        : `all ${String(book.count)} accounts`;
  return ok({
    name,
    colour: null,
    frozen: { columns: 4, header: true },
    blocks: [
      { kind: 'title', text: 'Accounts explained' },
      {
        kind: 'text',
        text: `Step by step, ${count}: one row an account, model and motion. What each column means stands at the end.`,
      },
      stepsTable(scenario, rows),
      { kind: 'heading', text: 'What the steps mean' },
      meanings(),
    ],
  });
}

function stepsTable(scenario: EvaluatedScenario, rows: readonly Explanation[]): Block {
  const { book, assumptions, comparison } = scenario;
  const money = moneyUnit(comparison.currency);
  const share = { unit: 'share' } as const;
  const inMoney = { unit: 'money' } as const;
  const hours = { unit: 'hours', decimals: 1 } as const;
  const column = (
    header: string,
    read: (of: Explanation) => number | null,
    format: Parameters<typeof columnOf<Explanation>>[3],
  ) => columnOf(rows, header, read, format, { widest: 14 });
  return tableBlock(
    [
      columnOf(rows, 'Account id', ({ account }) => book.accountId[account] ?? '', 'text', {
        widest: 16,
      }),
      columnOf(rows, 'Account', ({ account }) => book.name[account] ?? '', 'text', { widest: 30 }),
      columnOf(rows, 'Model', ({ model }) => modelName(model, assumptions.models)),
      columnOf(rows, 'Motion', ({ motion }) => MOTION_NAMES[motion]),
      columnOf(rows, 'Led by', leadInWords, 'text', { widest: 24 }),
      {
        ...column(`At stake (${money})`, ({ inputs }) => inputs.value, inMoney),
        estimated: Uint8Array.from(rows, (of) => (isValueEstimated(of) ? 1 : 0)),
      },
      {
        ...column('Sales cycle (days)', ({ inputs }) => inputs.cycleDays, { unit: 'days' }),
        estimated: Uint8Array.from(rows, ({ inputs }) =>
          inputs.estimated.includes('cycleDays') ? 1 : 0,
        ),
      },
      column(ACCOUNT_FIGURES.relationship.title, ACCOUNT_FIGURES.relationship.read, share),
      column(ACCOUNT_FIGURES.loss.title, ACCOUNT_FIGURES.loss.read, share),
      column(ACCOUNT_FIGURES.lossAfterHelp.title, ACCOUNT_FIGURES.lossAfterHelp.read, share),
      column(ACCOUNT_FIGURES.rate.title, ACCOUNT_FIGURES.rate.read, share),
      column(ACCOUNT_FIGURES.pull.title, ACCOUNT_FIGURES.pull.read, share),
      column(ACCOUNT_FIGURES.yield.title, ACCOUNT_FIGURES.yield.read, share),
      column(ACCOUNT_FIGURES.success.title, ACCOUNT_FIGURES.success.read, share),
      column('Lost to two owners', ({ friction }) => friction, share),
      column('Covered by the people in place', ({ coverage }) => coverage, share),
      column(`Worth (${comparison.currency || 'money'})`, ACCOUNT_FIGURES.worth.read, inMoney),
      column(`Booked (${money})`, ({ booked }) => booked, inMoney),
      column('Hours of the lead', ({ hours: of }) => of.lead, hours),
      column('Hours of assistants', ({ hours: of }) => sumOf(of.assists), hours),
      column('Hours of passing on', ({ hours: of }) => of.signal, hours),
      column(`Commission of the lead (${money})`, ({ pay }) => pay.commissionLead, inMoney),
      column(
        `Commission of assistants (${money})`,
        ({ pay }) => sumOf(pay.commissionAssist),
        inMoney,
      ),
    ],
    { filter: true },
  );
}

/** The same words as beside the steps in the window. */
function meanings(): Block {
  const figures = Object.values(ACCOUNT_FIGURES);
  return tableBlock([
    columnOf(figures, 'Step', ({ title }) => title, 'text', { widest: 30 }),
    columnOf(figures, 'Meaning', ({ meaning }) => meaning, 'text', { widest: 60 }),
    columnOf(figures, 'Model equations', ({ source }) => source, 'text', { widest: 36 }),
  ]);
}

function sumOf(byRole: ByRole): number {
  return Object.values(byRole).reduce((sum, amount) => sum + amount, 0);
}
