/**
 * What the charts draw, as data. A drawing and its table come from the same object, so they can't
 * disagree. Nothing here knows a store, a book or an engine.
 */

/** One ownership model as every chart shows it: the same colour and letter on every screen. */
export interface ChartModel {
  readonly id: string;
  readonly label: string;
  /** One or two characters: print in grey still tells the models apart. */
  readonly letter: string;
  /** 0..9, the token `--model-<tone>`. */
  readonly tone: number;
  readonly today: boolean;
  /** A computed optimum to compare against, never a contender: drawn as a line or dashed. */
  readonly reference: boolean;
  /** Its figures are of an earlier state, or not there yet: the new ones are being computed. */
  readonly pending: boolean;
}

export interface Cell {
  /** Null where the figure is not defined. */
  readonly value: number | null;
  /** Rests on values that were filled in rather than read. */
  readonly estimated: boolean;
  /** Why there is no value. */
  readonly reason?: string | undefined;
}

/** How numbers of one unit are written. */
export interface Unit {
  /** For axis titles and column headers: "USD a year". */
  readonly title: string;
  readonly exact: (value: number) => string;
  /** "$1.9 M", for labels. */
  readonly compact: (value: number) => string;
  /** The same for figures that stand together: all in one magnitude, with the same decimals. */
  readonly alike: (values: readonly number[]) => (value: number) => string;
}

/** What a part of a stacked bar looks like: strength of the model's colour, and a texture. */
export interface Look {
  /** 0..1 share of the model's colour in the fill. */
  readonly strength: number;
  readonly texture: 'plain' | 'hatch' | 'dots';
}

export interface StackPart {
  readonly key: string;
  readonly label: string;
  readonly look: Look;
}

/** One bar a model, made of parts that add up to its total. */
export interface StackedSeries {
  readonly unit: Unit;
  readonly parts: readonly StackPart[];
  readonly models: readonly ChartModel[];
  /** `cells[model][part]`, in the order of `models` and `parts`. */
  readonly cells: readonly (readonly Cell[])[];
  readonly totalLabel: string;
  /** Written after a model's total, e.g. the difference to today. */
  readonly notes?: readonly (string | null)[] | undefined;
  /** A vertical line across all bars, e.g. the ARR at the start. */
  readonly line?: { readonly label: string; readonly value: number } | undefined;
}

export interface Group {
  readonly key: string;
  readonly label: string;
  /** A second, quieter line: "12 accounts". */
  readonly detail?: string | undefined;
}

/** Bars of every model in each group, all on one scale. */
export interface GroupedSeries {
  readonly unit: Unit;
  /** What the groups are: "Length of the initial sale". */
  readonly groupTitle: string;
  readonly groups: readonly Group[];
  readonly models: readonly ChartModel[];
  /** `cells[group][model]`. */
  readonly cells: readonly (readonly Cell[])[];
  /** What the groups sum to, where they do; checked nowhere here, shown in the table. */
  readonly total?: { readonly label: string; readonly cells: readonly Cell[] } | undefined;
}

/** Small charts side by side, each with a unit and scale of its own. */
export interface PanelSeries {
  readonly models: readonly ChartModel[];
  readonly panels: readonly Panel[];
}
export interface Panel {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  /** In the order of the models. */
  readonly cells: readonly Cell[];
}

/** One bar: the row and the column of the table it stands for. */
export interface MarkId {
  readonly row: string;
  readonly column: string;
}

export function sameMark(a: MarkId | null, b: MarkId | null): boolean {
  return a !== null && b !== null && a.row === b.row && a.column === b.column;
}

export function sumOfCells(cells: readonly Cell[]): Cell {
  const value = cells.reduce((sum, cell) => sum + (cell.value ?? 0), 0);
  return { value, estimated: cells.some((cell) => cell.estimated) };
}

/** A cell of a matrix; an undefined one where the matrix has none. */
export function cellOf(cells: readonly (readonly Cell[])[], row: number, column: number): Cell {
  return cells[row]?.[column] ?? NO_CELL;
}
const NO_CELL: Cell = { value: null, estimated: false };
