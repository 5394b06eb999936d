import { breakdown, type Breakdown, type BreakdownRow } from '../analysis/breakdown.ts';
import { BREAKDOWNS, type BreakdownBy, type BreakdownKey } from '../analysis/breakdown-rows.ts';
import { UPSELLS } from '../book/motions.ts';
import type { ModelId } from '../model/assumptions/types.ts';
import { MOTION_NAMES, roleName } from '../model/names.ts';
import { own } from '../units/records.ts';
import { ok, type Result } from '../units/result.ts';
import type { EvaluatedScenario } from './workbook-input.ts';
import { columnOf, moneyUnit, tableBlock, type Block, type ColumnPlan } from './workbook-plan.ts';

const TITLES: Readonly<Record<BreakdownBy, { readonly title: string; readonly header: string }>> = {
  segment: { title: 'By segment', header: 'Segment' },
  cycleBand: { title: 'By sales cycle', header: 'Sales cycle' },
  motion: { title: 'By what is sold', header: 'What is sold' },
  owner: { title: 'By owner', header: 'Owner' },
};

/** A row of the table: of the breakdown, or the sum of its rows, where what does not sum is empty. */
type Row = { readonly label: string; readonly total: boolean } & Omit<
  BreakdownRow,
  'key' | 'id' | 'accounts'
> & { readonly accounts: number | null };

/** A model's first year by segment, cycle band, upsell type and owner, each with its sum. */
export function breakdownBlocks(
  { book, assumptions, comparison, rate }: EvaluatedScenario,
  model: ModelId,
): Result<readonly Block[], string> {
  const blocks: Block[] = [];
  for (const by of BREAKDOWNS) {
    const broken = breakdown(book, assumptions, model, by, { rate });
    if (!broken.ok) return broken;
    const rows = rowsOf(broken.value);
    blocks.push(
      {
        kind: 'heading',
        text: `${TITLES[by].title}: the first year, without the change of ownership`,
      },
      tableBlock(
        columnsOf(rows, TITLES[by].header, Object.keys(assumptions.roles), comparison.currency),
        {
          tones: rows.map(({ total }) => (total ? 'total' : 'plain')),
        },
      ),
    );
  }
  return ok(blocks);
}

function rowsOf({ by, rows }: Breakdown): readonly Row[] {
  const labelled = rows.map((row) => ({ ...row, label: labelOf(row.key), total: false }));
  return [...labelled, totalOf(rows, by === 'segment' || by === 'cycleBand')];
}

function totalOf(rows: readonly BreakdownRow[], accountsSum: boolean): Row {
  const sum = (read: (row: BreakdownRow) => number): number =>
    rows.reduce((total, row) => total + read(row), 0);
  const first = rows[0];
  const over = (keys: readonly string[], read: (row: BreakdownRow, key: string) => number) =>
    Object.fromEntries(keys.map((key) => [key, sum((row) => read(row, key))]));
  return {
    label: 'Total',
    total: true,
    accounts: accountsSum ? sum(({ accounts }) => accounts) : null,
    arr: sum(({ arr }) => arr),
    retained: sum(({ retained }) => retained),
    arrLost: sum(({ arrLost }) => arrLost),
    bookedByMotion: {
      renewal: sum(({ bookedByMotion }) => bookedByMotion.renewal),
      priceIncrease: sum(({ bookedByMotion }) => bookedByMotion.priceIncrease),
      consumption: sum(({ bookedByMotion }) => bookedByMotion.consumption),
      organicUsers: sum(({ bookedByMotion }) => bookedByMotion.organicUsers),
      featureUpgrade: sum(({ bookedByMotion }) => bookedByMotion.featureUpgrade),
      proactiveUsers: sum(({ bookedByMotion }) => bookedByMotion.proactiveUsers),
      newSolution: sum(({ bookedByMotion }) => bookedByMotion.newSolution),
    },
    hours: over(Object.keys(first?.hours ?? {}), ({ hours }, role) => own(hours, role) ?? 0),
    people: sum(({ people }) => people),
    managers: sum(({ managers }) => managers),
    scorecard: sum(({ scorecard }) => scorecard),
    commissionLead: sum(({ commissionLead }) => commissionLead),
    commissionAssist: sum(({ commissionAssist }) => commissionAssist),
    runRate: sum(({ runRate }) => runRate),
    pairs: 0,
    grr: null,
    nrr: null,
    costPerDollar: null,
  };
}

function columnsOf(
  rows: readonly Row[],
  header: string,
  roles: readonly string[],
  currency: string,
): readonly ColumnPlan[] {
  const unit = moneyUnit(currency);
  const money = (label: string, read: (row: Row) => number): ColumnPlan =>
    columnOf(rows, `${label} (${unit})`, read, { unit: 'money' }, { widest: 16 });
  return [
    columnOf(rows, header, ({ label }) => label),
    columnOf(rows, 'Accounts', ({ accounts }) => accounts, { unit: 'count' }),
    money('ARR', ({ arr }) => arr),
    money('Retained', ({ retained }) => retained),
    money('ARR lost in the change', ({ arrLost }) => arrLost),
    money('Renewals booked', ({ bookedByMotion }) => bookedByMotion.renewal),
    money('Upsell and cross-sell booked', ({ bookedByMotion }) =>
      UPSELLS.reduce((total, upsell) => total + bookedByMotion[upsell], 0),
    ),
    ...roles.map((role) =>
      columnOf(rows, `${roleName(role)} (hours a year)`, ({ hours }) => own(hours, role) ?? 0, {
        unit: 'hours',
      }),
    ),
    money('People', ({ people }) => people),
    money('Managers', ({ managers }) => managers),
    money('Scorecard pay', ({ scorecard }) => scorecard),
    money('Commission of the lead', ({ commissionLead }) => commissionLead),
    money('Commission paid twice', ({ commissionAssist }) => commissionAssist),
    money('Run rate', ({ runRate }) => runRate),
  ];
}

function labelOf(key: BreakdownKey): string {
  switch (key.by) {
    case 'segment':
      return key.segment;
    case 'cycleBand':
      return key.to === Infinity
        ? `${String(key.from)} days and more`
        : `${String(key.from)} to under ${String(key.to)} days`;
    case 'motion':
      return key.motion === 'service'
        ? 'Service, ARR not up for renewal'
        : MOTION_NAMES[key.motion];
    case 'owner': {
      if (key.role === null) return 'Nobody (upsell that is not worked)';
      return `${roleName(key.role)}: ${key.name === '' ? 'to be assigned' : key.name}`;
    }
  }
}
