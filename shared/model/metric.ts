import type { FigureUnit } from '../units/figure-unit.ts';
import type { ModelResult } from './result.ts';

/** One figure of a comparison: declared once, read by every table, chart, tooltip and export. */
export interface Metric {
  /** Stable; the path of the figure in a model's result, but for totals and payback. */
  readonly id: string;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly group: MetricGroup;
  /** One sentence in the user's words. */
  readonly meaning: string;
  /** The formula in words. */
  readonly formula: string;
  /** Section of the model equations. */
  readonly source: string;
  /** Which way is good; `none` where neither is in itself. */
  readonly better: 'higher' | 'lower' | 'none';
  /** Why it can be missing; '' where it never is. */
  readonly whenMissing: string;
  /** The figure of a model; `today` is the result of today's model where one is known. */
  readonly read: (result: ModelResult, today?: ModelResult | null) => number | null;
}

/** Order and titles of the blocks of a comparison. */
export const METRIC_GROUPS = [
  'Value',
  'Revenue',
  'Booked',
  'People',
  'Cost',
  'Overlap',
  'Change of ownership',
] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

export const SECTIONS = {
  coordination: 'Coordination, capacity, coverage',
  cost: 'Cost of a year',
  bookings: 'Bookings',
  value: 'Transition, years, value',
  overlap: 'Overlap',
} as const;
