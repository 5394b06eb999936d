import type {
  Cell,
  ChartModel,
  GroupedSeries,
  PanelSeries,
  StackedSeries,
  Unit,
} from './series.ts';
import { sumOfCells } from './series.ts';

/** The table behind a chart: what a screen reader hears, what flipping shows, what copying copies. */
export interface ChartTable {
  readonly rowTitle: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly ChartTableRow[];
  /** The marks' rows are the columns here: bars have models as rows, tables as columns. */
  readonly turned: boolean;
}
export interface ChartTableRow {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly cells: readonly Cell[];
  /** A sum of the rows above. */
  readonly total: boolean;
}

/** Parts as rows, models as columns, with the total below. */
export function stackedTable(series: StackedSeries, rowTitle: string): ChartTable {
  const row = (key: string, label: string, cells: readonly Cell[], total = false) => ({
    key,
    label,
    unit: series.unit,
    cells,
    total,
  });
  return {
    rowTitle,
    columns: series.models.map(modelColumn),
    rows: [
      ...series.parts.map((part, p) =>
        row(
          part.key,
          part.label,
          series.cells.map((cells) => cells[p] ?? UNDEFINED),
        ),
      ),
      row(TOTAL, series.totalLabel, series.cells.map(sumOfCells), true),
    ],
    turned: true,
  };
}

/** Groups as rows, models as columns, with the total where the groups have one. */
export function groupedTable(series: GroupedSeries): ChartTable {
  const { unit } = series;
  const rows = series.groups.map((group, g) => ({
    key: group.key,
    label: group.detail === undefined ? group.label : `${group.label} (${group.detail})`,
    unit,
    cells: series.cells[g] ?? [],
    total: false,
  }));
  const total = series.total;
  return {
    rowTitle: series.groupTitle,
    columns: series.models.map(modelColumn),
    rows:
      total === undefined
        ? rows
        : [...rows, { key: TOTAL, label: total.label, unit, cells: total.cells, total: true }],
    turned: false,
  };
}

/** Panels as rows, each with its own unit, models as columns. */
export function panelTable(series: PanelSeries, rowTitle: string): ChartTable {
  return {
    rowTitle,
    columns: series.models.map(modelColumn),
    rows: series.panels.map((panel) => ({
      key: panel.key,
      label: panel.label,
      unit: panel.unit,
      cells: panel.cells,
      total: false,
    })),
    turned: false,
  };
}

/** The table as tab-separated text with full precision, to paste into a spreadsheet. */
export function tableAsText(table: ChartTable, caption: string): string {
  const lines = [
    [caption],
    [table.rowTitle, 'Unit', ...table.columns.map((column) => column.label)],
    ...table.rows.map((row) => [
      row.label,
      row.unit.title,
      ...row.cells.map((cell) => (cell.value === null ? '' : String(cell.value))),
    ]),
  ];
  return lines.map((line) => line.map(plainCell).join('\t')).join('\n');
}

export const TOTAL = 'total';
const UNDEFINED: Cell = { value: null, estimated: false };

function modelColumn(model: ChartModel) {
  const marks = [model.today ? 'today' : '', model.reference ? 'reference' : ''].filter(Boolean);
  const suffix = marks.length > 0 ? ` (${marks.join(', ')})` : '';
  return { key: model.id, label: `${model.letter} ${model.label}${suffix}` };
}

/** A label may come from a book: tabs and breaks would shift cells, a leading sign would be a formula. */
function plainCell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) && Number.isNaN(Number(flat)) ? `'${flat}` : flat;
}
