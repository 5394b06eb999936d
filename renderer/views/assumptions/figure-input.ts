import { UNBOUNDED, type AssumptionUnit } from '../../../shared/model/assumptions/field.ts';
import type { FigureEntry } from '../../../shared/model/assumptions/catalogue.ts';

/** A figure as it stands in its field: all its digits, the unit beside it. */
export function fieldText(value: number, unit: AssumptionUnit, locale: string): string {
  return unit === 'share'
    ? `${digits(Number((value * 100).toPrecision(12)), locale, 4)}\u202f%`
    : digits(value, locale, 6);
}

const written = new Map<string, Intl.NumberFormat>();

/** What a slider writes at every move, in a format made once. */
function digits(value: number, locale: string, maximumFractionDigits: number): string {
  const key = `${locale} ${String(maximumFractionDigits)}`;
  const format = written.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits });
  written.set(key, format);
  return format.format(value);
}

/** What stands behind the number in its field. */
export function unitLabel(unit: AssumptionUnit, currency: string): string | undefined {
  switch (unit) {
    case 'money':
      return currency;
    case 'moneyPerDay':
      return `${currency} a day`;
    case 'hours':
      return 'h';
    case 'ratio':
      return '×';
    case 'share':
      return undefined;
    default:
      return unit;
  }
}

/** 1, 2 or 5 times a power of ten, not above `rough`. */
function niceStep(rough: number): number {
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  return Number(((lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power).toPrecision(1));
}

/** One press of an arrow key in the field: about a fiftieth of what is usual. */
export function fieldStep({ bounds, default: usual }: FigureEntry, value: number): number {
  const step = niceStep(Math.abs(usual ?? value) / 25);
  return bounds.whole === true ? Math.max(1, Math.round(step)) : step;
}

export interface Extent {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/**
 * What a slider spans: the sourced range with half of it on either side, so that the band stands
 * inside; without one half to double the usual value. Within the bounds, and never leaving out the
 * value in use. It does not move while the value moves inside it.
 */
export function sliderExtent(entry: FigureEntry, value: number): Extent {
  const { bounds, low, high } = entry;
  const centre = entry.default ?? value;
  const margin = low !== null && high !== null ? (high - low) / 2 : 0;
  const end = bounds.atMost === UNBOUNDED ? Math.max(1, centre) : bounds.atMost;
  const from = low === null ? centre / 2 : low - margin;
  const to = high === null ? (centre === 0 ? end : centre * 2) : high + margin;
  const least = bounds.atLeast ?? bounds.above ?? from;
  const min = Math.min(value, Math.max(from, least));
  const max = Math.max(value, Math.min(to, bounds.atMost));
  const step = niceStep((max - min) / 100);
  if (bounds.whole === true) return { min: Math.ceil(min), max: Math.floor(max), step: 1 };
  // The lower end of an open range is not allowed itself: begin one step above it.
  const lowest = bounds.above !== undefined && min <= bounds.above ? bounds.above + step : min;
  const floor = Math.min(value, Math.floor(lowest / step + 1e-9) * step);
  return { min: Number(Math.max(floor, least).toPrecision(12)), max, step };
}

/** The field's limits, as the number field takes them. */
export function fieldLimits({ bounds }: FigureEntry) {
  return {
    min: bounds.above ?? bounds.atLeast,
    minExclusive: bounds.above !== undefined,
    max: bounds.atMost === UNBOUNDED ? undefined : bounds.atMost,
    integer: bounds.whole === true,
  };
}
