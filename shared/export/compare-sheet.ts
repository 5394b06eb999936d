import { attainmentFindings } from '../analysis/findings.ts';
import { METRIC_GROUPS, type Metric } from '../model/metric.ts';
import { metricsOf } from '../model/metrics.ts';
import { modelName } from '../model/names.ts';
import type { ModelResult } from '../model/result.ts';
import { modelHeader, paperColour } from './model-labels.ts';
import { unitWords } from './summary-sheet.ts';
import type { EvaluatedScenario } from './workbook-input.ts';
import {
  columnOf,
  tableBlock,
  type Block,
  type CellValue,
  type SheetPlan,
  type Tone,
} from './workbook-plan.ts';

/** What it takes to get there from today: nothing to say until today is known. */
const CHANGE = 'Change of ownership';

/** A row of a comparison: a metric, or the name of the group after it. */
type Row = { readonly group: string } | { readonly metric: Metric };

/** The models side by side in every metric there is, and their difference to today. */
export function compareSheet(name: string, scenario: EvaluatedScenario): SheetPlan {
  const { comparison, assumptions } = scenario;
  const today = comparison.currentModel;
  const result = today === null ? undefined : comparison.models[today];
  const metrics = metricsOf(Object.keys(assumptions.roles)).filter(
    ({ group }) => today !== null || group !== CHANGE,
  );
  return {
    name,
    colour: null,
    frozen: { columns: 2, header: true },
    blocks: [
      { kind: 'title', text: 'Models side by side' },
      metricTable(scenario, metrics, result ?? null),
      ...(result === undefined || today === null
        ? []
        : [
            {
              kind: 'heading',
              text: `Difference to ${modelName(today, assumptions.models)}, today's model`,
            } as const,
            metricTable(scenario, metrics.flatMap(differenceTo(result)), result),
          ]),
      ...attainmentBlocks(scenario),
    ],
  };
}

/** The metric as a difference to today; what the change itself takes has none. */
function differenceTo(today: ModelResult): (metric: Metric) => Metric[] {
  return (metric) => {
    if (metric.group === CHANGE) return [];
    const isShare = metric.unit === 'share';
    const read = (result: ModelResult): number | null => {
      const [own, now] = [metric.read(result, today), metric.read(today, today)];
      if (result === today || own === null || now === null) return null;
      return isShare ? (own - now) * 100 : own - now;
    };
    return [{ ...metric, unit: isShare ? 'points' : metric.unit, read }];
  };
}

function metricTable(
  { comparison, assumptions, models }: EvaluatedScenario,
  metrics: readonly Metric[],
  today: ModelResult | null,
): Block {
  const rows = METRIC_GROUPS.flatMap((group): Row[] => {
    const own = metrics.filter((metric) => metric.group === group);
    return own.length === 0 ? [] : [{ group }, ...own.map((metric) => ({ metric }))];
  });
  const ofMetric = (read: (metric: Metric) => CellValue) => (row: Row) =>
    'metric' in row ? read(row.metric) : null;
  const columns = models.map((id) => {
    const result = comparison.models[id];
    return columnOf(
      rows,
      modelHeader(id, assumptions),
      ofMetric((metric) => (result ? metric.read(result, today) : null)),
      (row) => ('metric' in row ? { unit: row.metric.unit } : 'text'),
      { colour: paperColour(id, assumptions), widest: 20 },
    );
  });
  return tableBlock(
    [
      columnOf(rows, 'Figure', (row) => ('metric' in row ? row.metric.label : row.group)),
      columnOf(
        rows,
        'Unit',
        ofMetric((metric) => unitWords(metric, comparison.currency)),
      ),
      ...columns,
      columnOf(
        rows,
        'What it says',
        ofMetric(({ meaning }) => meaning),
        'text',
        { widest: 90 },
      ),
    ],
    { tones: rows.map((row): Tone => ('group' in row ? 'group' : 'plain')) },
  );
}

function attainmentBlocks({ comparison, assumptions, models, format }: EvaluatedScenario): Block[] {
  const sentences = models.flatMap((id) => {
    const result = comparison.models[id];
    if (result === undefined) return [];
    const name = modelName(id, assumptions.models);
    return attainmentFindings(result, format).map(({ sentence }) => `${name}, ${sentence}`);
  });
  if (sentences.length === 0) return [];
  return [
    { kind: 'heading', text: 'Where stated quotas and promised pay do not fit' },
    ...sentences.map((text) => ({ kind: 'text', text }) as const),
  ];
}
