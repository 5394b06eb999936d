import { MOTIONS } from '../book/motions.ts';
import type {
  Assist,
  ModelDefinition,
  ModelId,
  MotionOwnership,
} from '../model/assumptions/types.ts';
import { metricOf } from '../model/metrics.ts';
import { modelName, MOTION_NAMES, roleName } from '../model/names.ts';
import type { ModelResult } from '../model/result.ts';
import { own } from '../units/records.ts';
import { paperColour } from './model-labels.ts';
import type { EvaluatedScenario } from './workbook-input.ts';
import { columnOf, moneyUnit, tableBlock, type Block, type SheetPlan } from './workbook-plan.ts';

/** What stands at the top of a model's sheet, by metric. */
const HEADLINE = ['npv', 'runRate', 'contribution', 'nrr', 'cost.runCost', 'overlap.paidTwice'];

/** One model: who owns what, its years, and where its figures come from by segment, cycle, upsell type and owner. */
export function modelSheet(
  name: string,
  scenario: EvaluatedScenario,
  model: ModelId,
  result: ModelResult,
  breakdowns: readonly Block[],
): SheetPlan {
  const { assumptions, format } = scenario;
  const headline = HEADLINE.flatMap((id) => {
    const metric = metricOf(id);
    return metric ? [`${metric.label} ${format.figure(metric.read(result), metric.unit)}`] : [];
  });
  return {
    name,
    colour: paperColour(model, assumptions),
    frozen: { columns: 1, header: false },
    blocks: [
      { kind: 'title', text: modelName(model, assumptions.models) },
      { kind: 'text', text: `${headline.join(' · ')}.` },
      ...ownershipBlocks(own(assumptions.models, model), result, assumptions.models),
      ...breakdowns,
      ...yearBlocks(scenario, result),
    ],
  };
}

function ownershipBlocks(
  definition: ModelDefinition | undefined,
  result: ModelResult,
  models: EvaluatedScenario['assumptions']['models'],
): Block[] {
  if (result.chosen !== undefined) {
    const segments = Object.entries(result.chosen);
    return [
      { kind: 'heading', text: 'Model chosen by segment' },
      tableBlock([
        columnOf(segments, 'Segment', ([segment]) => segment),
        columnOf(segments, 'Model', ([, model]) => modelName(model, models)),
      ]),
    ];
  }
  if (result.leads !== undefined) {
    const { leads } = result;
    const roles = [...new Set(MOTIONS.flatMap((motion) => Object.keys(leads[motion] ?? {})))];
    return [
      { kind: 'heading', text: 'Worked, by who leads (accounts)' },
      tableBlock([
        columnOf(MOTIONS, 'What is sold', (motion) => MOTION_NAMES[motion]),
        ...roles.map((role) =>
          columnOf(
            MOTIONS,
            `${roleName(role)} leads`,
            (motion) => own(leads[motion] ?? {}, role) ?? 0,
            {
              unit: 'count',
            },
          ),
        ),
      ]),
    ];
  }
  const rows = ownershipRows(definition);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: 'Who owns what' },
    tableBlock([
      columnOf(rows, 'What is sold', ({ label }) => label),
      columnOf(rows, 'Lead', ({ lead }) => lead),
      columnOf(rows, 'Assisted by', ({ assist }) => assist && roleName(assist.role)),
      columnOf(rows, 'Hours of the lead (%)', ({ assist }) => assist && assist.involvement, {
        unit: 'share',
      }),
      columnOf(rows, 'Commission credit (%)', ({ assist }) => assist && assist.credit, {
        unit: 'share',
      }),
    ]),
  ];
}

interface OwnershipRow {
  readonly label: string;
  /** Empty in the rows of further assistants. */
  readonly lead: string;
  readonly assist: Assist | null;
}

/** A row a motion and assistant; a segment's own ownership right after the motion's. */
function ownershipRows(definition: ModelDefinition | undefined): readonly OwnershipRow[] {
  const motions = definition?.motions;
  if (motions === undefined) return [];
  const segments = Object.entries(definition?.segments ?? {});
  return MOTIONS.flatMap((motion) => [
    ...rowsOf(MOTION_NAMES[motion], motions[motion]),
    ...segments.flatMap(([segment, overrides]) => {
      const override = overrides[motion];
      return override ? rowsOf(`${MOTION_NAMES[motion]} in ${segment}`, override) : [];
    }),
  ]);
}

function rowsOf(label: string, { lead, assists }: MotionOwnership): readonly OwnershipRow[] {
  const [first, ...others] = assists;
  return [
    { label, lead: roleName(lead), assist: first ?? null },
    ...others.map((assist) => ({ label, lead: '', assist })),
  ];
}

function yearBlocks({ comparison }: EvaluatedScenario, result: ModelResult): Block[] {
  const years = result.years.map((figures, at) => ({ year: at + 1, figures }));
  const money = moneyUnit(comparison.currency);
  const column = (label: string, read: (year: ModelResult['years'][number]) => number) =>
    columnOf(years, `${label} (${money})`, ({ figures }) => read(figures), { unit: 'money' });
  return [
    { kind: 'heading', text: 'Year by year' },
    tableBlock([
      columnOf(years, 'Year', ({ year }) => `Year ${String(year)}`),
      column('ARR at the start', ({ arr }) => arr),
      column('Retained ARR', ({ retainedArr }) => retainedArr),
      column('Expansion ARR', ({ expansionArr }) => expansionArr),
      column('Cost of the year', ({ runCost }) => runCost),
      column('Contribution', ({ contribution }) => contribution),
    ]),
  ];
}
