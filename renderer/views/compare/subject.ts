import type { ChartModel, Cell, Unit } from '../../charts/series.ts';
import type { FigureUnit, Format } from '../../../shared/format/format.ts';
import { modelLetter, modelSlot } from '../../../shared/format/palette.ts';
import type { Assumptions, ModelId, RoleId } from '../../../shared/model/assumptions/types.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import { metricsOf } from '../../../shared/model/metrics.ts';
import { modelName } from '../../../shared/model/names.ts';
import type { Comparison, ModelResult } from '../../../shared/model/result.ts';

/** Everything the Compare screen says is about this: one scenario's comparison, and how to write it. */
export interface Subject {
  readonly comparison: Comparison;
  readonly assumptions: Assumptions;
  readonly format: Format;
  /** The models on screen that have figures, in the order of the columns. */
  readonly models: readonly ChartModel[];
  /** Some account has a value that was filled in rather than read: what rests on it is marked. */
  readonly estimated: boolean;
  /** Roles with people in some model on screen, in the order of the assumptions. */
  readonly roles: readonly RoleId[];
  /** Every metric by id, those of the roles included. */
  readonly metrics: ReadonlyMap<string, Metric>;
}

const REFERENCES: ReadonlySet<ModelId> = new Set(['bestFit', 'bestBySegment']);

export function subjectOf(
  comparison: Comparison,
  shown: readonly ModelId[],
  assumptions: Assumptions,
  format: Format,
  estimated: boolean,
  pending: readonly ModelId[] = [],
): Subject {
  const custom = Object.keys(assumptions.models).filter((id) => modelSlot(id) >= FIRST_CUSTOM_SLOT);
  const models = shown
    .filter((id) => Object.hasOwn(comparison.models, id))
    .map((id) => ({
      id,
      label: modelName(id, assumptions.models),
      letter: modelLetter(id, custom),
      tone: modelSlot(id, custom),
      today: comparison.currentModel === id,
      reference: REFERENCES.has(id),
      pending: pending.includes(id),
    }));
  const results = models.flatMap(({ id }) => comparison.models[id] ?? []);
  const roles = Object.keys(assumptions.roles).filter((role) =>
    results.some((result) => (result.fte[role] ?? 0) > 0),
  );
  const metrics = new Map(metricsOf(roles).map((metric) => [metric.id, metric]));
  return { comparison, assumptions, format, models, estimated, roles, metrics };
}
const FIRST_CUSTOM_SLOT = 5;

/** The figures of a model on screen. */
export function resultOf(subject: Subject, model: ModelId): ModelResult | null {
  return subject.comparison.models[model] ?? null;
}

/** The fixed and custom models: bestFit and bestBySegment are compared with, never chosen. */
export function contendersOf(subject: Subject): readonly ChartModel[] {
  return subject.models.filter((model) => !model.reference);
}

/** Today's model, where the user has said it and it is on screen. */
export function todayOf(subject: Subject): ChartModel | null {
  return subject.models.find((model) => model.today) ?? null;
}

/** The figure of a metric for a model on screen; null where it has none. */
export function figureOf(subject: Subject, metric: Metric, model: ModelId): number | null {
  const result = resultOf(subject, model);
  if (result === null) return null;
  const today = todayOf(subject);
  return metric.read(result, today === null ? null : resultOf(subject, today.id));
}

/** Money and hours that are not of one year as it recurs. */
const NOT_YEARLY: ReadonlySet<string> = new Set(['npv', 'npvTerminal', 'contribution']);

/** What a metric's figures are headed with: unit, currency and the time they are spread over. */
export function metricUnit({ id, unit }: Metric, currency: string): string {
  const recurs = !NOT_YEARLY.has(id) && !id.startsWith('transition.');
  return unitTitle(
    currency,
    unit,
    recurs && (unit === 'money' || unit === 'hours') ? 'a year' : '',
  );
}

/** "USD a year": what a column of this unit is headed with. */
export function unitTitle(currency: string, unit: FigureUnit, per: 'a year' | '' = ''): string {
  const name = {
    money: currency,
    share: '%',
    hours: 'hours',
    days: 'days',
    months: 'months',
    years: 'years',
    people: 'FTE',
    count: '',
    ratio: '×',
    points: 'points',
    moneyPerMoney: `${currency} per ${currency}`,
    moneyPerHour: `${currency} an hour`,
    moneyPerDay: `${currency} a day`,
  }[unit];
  return per === '' ? name : `${name} ${per}`;
}

/** How a chart writes one unit. */
export function chartUnit(format: Format, unit: FigureUnit, title: string): Unit {
  return {
    title,
    exact: (value) => format.figure(value, unit),
    compact: (value) => format.figure(value, unit, 'compact'),
    alike: (values) => format.alike(values, unit),
  };
}

/** A model's cell of a metric, with why it is empty where it is. */
export function metricCell(subject: Subject, metric: Metric, model: ModelId): Cell {
  const value = figureOf(subject, metric, model);
  return cellFor(subject, value, value === null ? metric.whenMissing : undefined);
}

export function cellFor(subject: Subject, value: number | null, reason?: string): Cell {
  return { value, estimated: subject.estimated && value !== null, reason };
}
