/** What a figure is measured in; money is a year's, in the assumptions' currency. */
export type AssumptionUnit =
  'money' | 'share' | 'hours' | 'days' | 'months' | 'years' | 'people' | 'moneyPerDay' | 'ratio';

/** Allowed values: `above` excludes its end, `atLeast` and `atMost` include theirs. */
export interface Bounds {
  readonly above?: number;
  readonly atLeast?: number;
  readonly atMost: number;
  readonly whole?: true;
}

/** One figure: what it is called, what it is measured in and what it may be (equations, section 2). */
export interface Field {
  readonly label: string;
  readonly unit: AssumptionUnit;
  readonly bounds: Bounds;
}

/** No ceiling of the model's, but of arithmetic: sums of products of such figures stay finite. */
export const UNBOUNDED = 1e15;

const NOT_NEGATIVE: Bounds = { atLeast: 0, atMost: UNBOUNDED };
const POSITIVE: Bounds = { above: 0, atMost: UNBOUNDED };
const FRACTION: Bounds = { atLeast: 0, atMost: 1 };
const SOME_FRACTION: Bounds = { above: 0, atMost: 1 };

const field =
  (unit: AssumptionUnit, bounds: Bounds) =>
  (label: string): Field => ({ label, unit, bounds });

export const money = field('money', NOT_NEGATIVE);
export const positiveMoney = field('money', POSITIVE);
export const positiveMoneyPerDay = field('moneyPerDay', POSITIVE);
export const share = field('share', FRACTION);
export const positiveShare = field('share', SOME_FRACTION);
/** A rate that may exceed 1, such as a discount rate. */
export const rate = field('share', NOT_NEGATIVE);
export const hours = field('hours', NOT_NEGATIVE);
export const positiveHours = field('hours', POSITIVE);
export const days = field('days', NOT_NEGATIVE);
export const positiveDays = field('days', POSITIVE);
export const months = field('months', NOT_NEGATIVE);
export const years = field('years', NOT_NEGATIVE);
/** Years of the horizon: each is computed, so a mistyped million is refused rather than waited for. */
export const wholeYears = field('years', { atLeast: 1, atMost: 100, whole: true });
export const people = field('people', NOT_NEGATIVE);
export const positivePeople = field('people', POSITIVE);
export const ratio = field('ratio', NOT_NEGATIVE);
/** A place between two ends, 0 and 1, that is not a part of anything. */
export const position = field('ratio', FRACTION);

/** Whether a value may stand. */
export function within(bounds: Bounds, value: number): boolean {
  return (
    Number.isFinite(value) &&
    (bounds.above === undefined || value > bounds.above) &&
    (bounds.atLeast === undefined || value >= bounds.atLeast) &&
    value <= bounds.atMost &&
    (bounds.whole !== true || Number.isInteger(value))
  );
}

/** The bounds in words, to follow "must be". */
export function boundsInWords(bounds: Bounds): string {
  const kind = bounds.whole === true ? 'a whole number ' : '';
  if (bounds.atMost !== UNBOUNDED) {
    return bounds.above === undefined
      ? `${kind}between ${String(bounds.atLeast ?? 0)} and ${String(bounds.atMost)}`
      : `${kind}above ${String(bounds.above)} and at most ${String(bounds.atMost)}`;
  }
  return bounds.above === undefined
    ? `${kind}${String(bounds.atLeast ?? 0)} or more`
    : `${kind}above ${String(bounds.above)}`;
}
