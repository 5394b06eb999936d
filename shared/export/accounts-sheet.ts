import type { TextColumn } from '../book/book.ts';
import { MOTIONS, UPSELLS } from '../book/motions.ts';
import type { AccountResults } from '../model/account-results-types.ts';
import { ESTIMATED, type EstimatedField } from '../model/fill-in.ts';
import { modelName, MOTION_NAMES, roleName, roleTitle } from '../model/names.ts';
import type { FigureUnit } from '../units/figure-unit.ts';
import { paperColour } from './model-labels.ts';
import type { EvaluatedScenario } from './workbook-input.ts';
import { moneyUnit, tableBlock, type ColumnPlan, type SheetPlan } from './workbook-plan.ts';

/** What is filled in, as the list of an account's estimates calls it. */
const FIELD_NAMES: Readonly<Record<EstimatedField, string>> = {
  arr: 'ARR',
  segment: 'segment',
  cycleDays: 'sales cycle',
  renewalShare: 'renewal share',
  risk: 'risk',
  complexity: 'complexity',
  'potential.priceIncrease': 'potential: price increase',
  'potential.consumption': 'potential: consumption',
  'potential.organicUsers': 'potential: organic users',
  'potential.featureUpgrade': 'potential: feature upgrade',
  'potential.proactiveUsers': 'potential: proactive users',
  'potential.newSolution': 'potential: new solution',
};

const FIELDS = [
  'arr',
  'segment',
  'cycleDays',
  'renewalShare',
  'risk',
  'complexity',
  ...UPSELLS.map((upsell) => `potential.${upsell}` as const),
] as const;

/** One row an account: what is known, what was filled in, and what each model makes of it. */
export function accountsSheet(
  name: string,
  scenario: EvaluatedScenario,
  results: readonly AccountResults[],
): SheetPlan {
  const { book, filled, comparison } = scenario;
  const money = moneyUnit(comparison.currency);
  const number = (
    header: string,
    unit: FigureUnit,
    values: Float64Array,
    field?: EstimatedField,
  ): ColumnPlan => ({
    header,
    values,
    format: { unit },
    ...(field && { estimated: maskOf(filled.estimated, ESTIMATED[field]) }),
    widest: 16,
  });
  const columns: readonly ColumnPlan[] = [
    { header: 'Account id', values: book.accountId, format: 'text', widest: 20 },
    { header: 'Account', values: book.name, format: 'text', widest: 36 },
    {
      ...text('Segment', filled.segment),
      estimated: maskOf(filled.estimated, ESTIMATED.segment),
    },
    text('Region', book.region),
    text('Industry', book.industry),
    ...Object.entries(book.owners).map(([role, owners]) => text(roleTitle(role), owners)),
    number(`ARR (${money})`, 'money', book.arr, 'arr'),
    number(`Contract value (${money})`, 'money', book.contractValue),
    number('Sales cycle (days)', 'days', filled.cycleDays, 'cycleDays'),
    number(`Acquisition cost (${comparison.currency || 'money'})`, 'money', book.cac),
    number('Renewing in a year (% of ARR)', 'share', filled.renewalShare, 'renewalShare'),
    number('Risk of losing the renewal (%)', 'share', filled.risk, 'risk'),
    number('Health (0 to 100)', 'count', book.health),
    number('Complexity (1 is typical)', 'ratio', filled.complexity, 'complexity'),
    ...UPSELLS.map((upsell) =>
      number(
        `Potential: ${MOTION_NAMES[upsell].toLowerCase()} (${money})`,
        'money',
        filled.potential[upsell],
        `potential.${upsell}`,
      ),
    ),
    {
      header: 'Estimated for this account',
      values: Array.from(filled.estimated, estimatesInWords),
      format: 'text',
      widest: 44,
    },
    ...results.flatMap((result) => modelColumns(scenario, result)),
  ];
  return {
    name,
    colour: null,
    frozen: { columns: 2, header: true },
    blocks: [{ kind: 'title', text: 'Accounts' }, tableBlock(columns, { filter: true })],
  };
}

function text(header: string, { codes, values }: TextColumn): ColumnPlan {
  return {
    header,
    values: Array.from(codes, (code) => values[code] ?? ''),
    format: 'text',
    widest: 24,
  };
}

function maskOf(estimated: Uint16Array, bit: number): Uint8Array {
  return Uint8Array.from(estimated, (bits) => ((bits & bit) === 0 ? 0 : 1));
}

const ALL_POTENTIAL = UPSELLS.reduce((bits, upsell) => bits | ESTIMATED[`potential.${upsell}`], 0);

function estimatesInWords(bits: number): string {
  if ((bits & ALL_POTENTIAL) === ALL_POTENTIAL) {
    const others = estimatesInWords(bits & ~ALL_POTENTIAL);
    return others === '' ? 'potential' : `${others}, potential`;
  }
  return FIELDS.filter((field) => (bits & ESTIMATED[field]) !== 0)
    .map((field) => FIELD_NAMES[field])
    .join(', ');
}

/** Who leads what, and what the year brings, under one model. */
function modelColumns(scenario: EvaluatedScenario, result: AccountResults): readonly ColumnPlan[] {
  const { assumptions, comparison } = scenario;
  const name = modelName(result.model, assumptions.models);
  const money = moneyUnit(comparison.currency);
  const colour = paperColour(result.model, assumptions);
  const booked = new Float64Array(result.count);
  for (const motion of MOTIONS)
    result.booked[motion].forEach((value, account) => {
      booked[account] = (booked[account] ?? 0) + value;
    });
  return [
    {
      header: `${name}: who leads`,
      values: Array.from({ length: result.count }, (_, account) => leadsInWords(result, account)),
      format: 'text',
      colour,
      widest: 44,
    },
    {
      header: `${name}: booked (${money})`,
      values: booked,
      format: { unit: 'money' },
      colour,
      widest: 16,
    },
    {
      header: `${name}: retained (${money})`,
      values: result.retained,
      format: { unit: 'money' },
      colour,
      widest: 16,
    },
  ];
}

/** "CSM", or "CSM: renewal; AE: the rest" where several lead; the one who leads most has the rest. */
function leadsInWords({ lead, roles }: AccountResults, account: number): string {
  const byRole = new Map<string, string[]>();
  for (const motion of MOTIONS) {
    const role = roles[lead[motion][account] ?? -1];
    if (role === undefined) continue;
    const words = motion === 'newSolution' ? 'new solution' : MOTION_NAMES[motion].toLowerCase();
    byRole.set(role, [...(byRole.get(role) ?? []), words]);
  }
  const all = [...byRole].toSorted(([, a], [, b]) => a.length - b.length);
  const last = all.pop();
  if (last === undefined) return 'nobody';
  if (all.length === 0) return roleName(last[0]);
  const few = all.map(([role, motions]) => `${roleName(role)}: ${motions.join(', ')}`);
  return [...few, `${roleName(last[0])}: the rest`].join('; ');
}
