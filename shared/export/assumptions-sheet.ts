import { getAt } from '../model/assumptions/access.ts';
import {
  catalogueOf,
  GROUPS,
  titleOf,
  type CatalogueEntry,
  type FigureEntry,
} from '../model/assumptions/catalogue.ts';
import type { EvaluatedScenario } from './workbook-input.ts';
import {
  columnOf,
  tableBlock,
  type CellFormat,
  type CellValue,
  type SheetPlan,
  type Tone,
} from './workbook-plan.ts';

type Row =
  { readonly group: string } | { readonly entry: CatalogueEntry; readonly value: CellValue };

/** Every assumption in use, its default, range, grade and source; what differs from its default is marked. */
export function assumptionsSheet(name: string, scenario: EvaluatedScenario): SheetPlan {
  const { assumptions, comparison, rate } = scenario;
  const entries = catalogueOf(assumptions);
  const rows = GROUPS.flatMap((group): Row[] => {
    const own = entries.filter((entry) => entry.group === group);
    if (own.length === 0) return [];
    return [
      { group },
      ...own.map((entry) => ({ entry, value: shownValue(entry, getAt(assumptions, entry.path)) })),
    ];
  });
  const figure = (row: Row, read: (entry: FigureEntry) => CellValue): CellValue =>
    'entry' in row && row.entry.kind === 'figure' ? read(row.entry) : null;
  const changed = rows.filter(isChanged).length;
  return {
    name,
    colour: null,
    frozen: { columns: 1, header: true },
    blocks: [
      { kind: 'title', text: 'Assumptions' },
      {
        kind: 'text',
        text: `${changed === 0 ? 'Nothing differs' : `${String(changed)} of them differ`} from the default. Grades: A a survey or official statistic, B a named practitioner or vendor, C a secondary page, X no public source found, the first to overwrite with your own figure.`,
      },
      ...(rate === undefined || assumptions.currency === comparison.currency
        ? []
        : [
            {
              kind: 'text',
              text: `Money here is in ${assumptions.currency}; the results use 1 ${assumptions.currency} = ${String(rate)} ${comparison.currency}.`,
            } as const,
          ]),
      tableBlock(
        [
          columnOf(
            rows,
            'Assumption',
            (row) => ('entry' in row ? titleOf(row.entry) : row.group),
            'text',
            { widest: 52 },
          ),
          columnOf(rows, 'In use', (row) => ('entry' in row ? row.value : null), formatOf, {
            widest: 24,
          }),
          columnOf(rows, 'Unit', (row) =>
            figure(row, (entry) => unitOf(entry, assumptions.currency)),
          ),
          columnOf(
            rows,
            'Default',
            (row) => ('entry' in row ? shownValue(row.entry, row.entry.default) : null),
            formatOf,
            { widest: 24 },
          ),
          columnOf(rows, 'Changed', (row) => (isChanged(row) ? 'changed' : null)),
          columnOf(rows, 'Low', (row) => figure(row, (entry) => entry.low), formatOf),
          columnOf(rows, 'High', (row) => figure(row, (entry) => entry.high), formatOf),
          columnOf(rows, 'Grade', (row) => figure(row, (entry) => entry.grade)),
          columnOf(rows, 'Source', (row) => figure(row, (entry) => entry.source), 'text', {
            widest: 60,
          }),
          columnOf(rows, 'Year', (row) => figure(row, (entry) => entry.year), {
            unit: 'count',
            plain: true,
          }),
          columnOf(rows, 'Note', (row) => figure(row, (entry) => entry.note), 'text', {
            widest: 80,
          }),
          columnOf(rows, 'Path', (row) => ('entry' in row ? row.entry.path : null), 'text', {
            widest: 44,
          }),
        ],
        { tones: rows.map(toneOf) },
      ),
    ],
  };
}

function isChanged(row: Row): boolean {
  return 'entry' in row && row.value !== shownValue(row.entry, row.entry.default);
}

function toneOf(row: Row): Tone {
  if ('group' in row) return 'group';
  return isChanged(row) ? 'changed' : 'plain';
}

/** A figure as it is; a choice by its label. */
function shownValue(
  entry: CatalogueEntry,
  value: number | string | boolean | null | undefined,
): CellValue {
  if (entry.kind === 'choice')
    return entry.options.find((option) => option.value === value)?.label ?? null;
  return typeof value === 'number' ? value : null;
}

function formatOf(row: Row): CellFormat {
  if (!('entry' in row) || row.entry.kind !== 'figure') return 'text';
  const { unit, low, high, default: usual } = row.entry;
  const shown = [row.value, usual, low, high].filter((value) => typeof value === 'number');
  return {
    unit,
    decimals: Math.max(...shown.map((value) => decimalsOf(unit === 'share' ? value * 100 : value))),
  };
}

/** Digits after the point that it takes to show a value, four at most. */
function decimalsOf(value: number): number {
  const digits = [0, 1, 2, 3].find(
    (places) => Math.abs(value - Number(value.toFixed(places))) < 1e-9,
  );
  return digits ?? 4;
}

function unitOf({ unit }: FigureEntry, currency: string): string {
  switch (unit) {
    case 'money':
      return currency;
    case 'moneyPerDay':
      return `${currency} a day`;
    case 'share':
      return '%';
    case 'ratio':
      return 'number';
    default:
      return unit;
  }
}
