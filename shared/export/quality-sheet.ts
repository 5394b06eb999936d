import type { ImportResult } from '../import/types.ts';
import { countEstimated } from '../model/fill-in.ts';
import type { EvaluatedScenario } from './workbook-input.ts';
import { columnOf, tableBlock, type Block, type SheetPlan } from './workbook-plan.ts';

const LABELS: Readonly<Record<string, string>> = {
  segment: 'Segment',
  cycleDays: 'Sales cycle',
  renewalShare: 'Renewal share',
  risk: 'Risk of losing the renewal',
  complexity: 'Complexity',
  'potential.priceIncrease': 'Potential: price increase',
  'potential.consumption': 'Potential: consumption',
  'potential.organicUsers': 'Potential: organic users',
  'potential.featureUpgrade': 'Potential: feature upgrade',
  'potential.proactiveUsers': 'Potential: proactive users',
  'potential.newSolution': 'Potential: new solution',
};

/** How good the book is: where it came from, what was estimated, which rules were applied, what is wrong where. */
export function qualitySheet(
  name: string,
  report: Omit<ImportResult, 'book'> | null,
  scenarios: readonly EvaluatedScenario[],
): SheetPlan {
  return {
    name,
    colour: null,
    frozen: { columns: 0, header: false },
    blocks: [
      { kind: 'title', text: 'Data quality' },
      ...(report === null ? [] : sourceBlocks(report)),
      { kind: 'heading', text: 'Estimated' },
      {
        kind: 'text',
        text: 'Accounts whose value was not in the book and is filled in from the assumptions.',
      },
      estimatedTable(scenarios),
      ...(report === null ? [] : [...ruleBlocks(report), ...issueBlocks(report)]),
    ],
  };
}

function sourceBlocks({ source, asOf }: Omit<ImportResult, 'book'>): Block[] {
  return [
    { kind: 'heading', text: 'Read from' },
    tableBlock([
      columnOf(source, 'File', ({ file }) => file, 'text', { widest: 48 }),
      columnOf(source, 'Sheet', ({ sheet }) => sheet, 'text', { widest: 32 }),
      columnOf(source, 'Format', ({ format }) => format),
      columnOf(source, 'Header in row', ({ headerRow }) => (headerRow > 0 ? headerRow : null), {
        unit: 'count',
      }),
      columnOf(source, 'Rows', ({ rows }) => rows, { unit: 'count' }),
    ]),
    ...(asOf.date === null
      ? []
      : [
          {
            kind: 'text',
            text: `The day that counts as today is ${asOf.date}: ${asOf.origin}.`,
          } as const,
        ]),
  ];
}

function estimatedTable(scenarios: readonly EvaluatedScenario[]): Block {
  const counts = scenarios.map(({ filled }): Readonly<Record<string, number>> =>
    countEstimated(filled),
  );
  const fields = Object.keys(counts[0] ?? {});
  return tableBlock([
    columnOf(fields, 'Field', (field) => LABELS[field] ?? field),
    ...scenarios.flatMap(({ name, filled }, at) => [
      columnOf(
        fields,
        scenarios.length > 1 ? `${name}: accounts` : 'Accounts',
        (field) => counts[at]?.[field] ?? null,
        { unit: 'count' },
      ),
      columnOf(
        fields,
        scenarios.length > 1 ? `${name}: % of accounts` : '% of accounts',
        (field) => (filled.count === 0 ? null : (counts[at]?.[field] ?? 0) / filled.count),
        { unit: 'share' },
      ),
    ]),
  ]);
}

function ruleBlocks({ rules }: Omit<ImportResult, 'book'>): Block[] {
  if (rules.length === 0) return [];
  const options = rules.flatMap((rule) =>
    rule.options.map((option) => ({
      ...option,
      question: rule.question,
      used: option.value === rule.chosen,
    })),
  );
  return [
    { kind: 'heading', text: 'Rules applied' },
    tableBlock([
      columnOf(options, 'Question', ({ question }) => question, 'text', { widest: 48 }),
      columnOf(options, 'Answer', ({ label }) => label, 'text', { widest: 40 }),
      columnOf(options, 'In use', ({ used }) => (used ? 'in use' : null)),
      columnOf(options, 'Effect', ({ effect }) => effect, 'text', { widest: 40 }),
    ]),
  ];
}

function issueBlocks({ issues, issueCounts }: Omit<ImportResult, 'book'>): Block[] {
  const total = Object.values(issueCounts).reduce((sum, count) => sum + count, 0);
  if (total === 0)
    return [{ kind: 'text', text: 'No problem was found in the values of the book.' }];
  return [
    { kind: 'heading', text: 'Problems and remarks' },
    ...(total > issues.length
      ? [{ kind: 'text', text: `The first ${String(issues.length)} of ${String(total)}.` } as const]
      : []),
    tableBlock(
      [
        columnOf(issues, 'What and what to do', ({ message }) => message, 'text', { widest: 80 }),
        columnOf(issues, 'Severity', ({ severity }) => severity),
        columnOf(issues, 'File', ({ file }) => file, 'text', { widest: 32 }),
        columnOf(issues, 'Sheet', ({ sheet }) => sheet, 'text', { widest: 24 }),
        columnOf(issues, 'Row', ({ row }) => row, { unit: 'count', plain: true }),
        columnOf(issues, 'Column', ({ column }) => column),
        columnOf(issues, 'Text found', ({ text }) => text, 'text', { widest: 32 }),
      ],
      { filter: true },
    ),
  ];
}
