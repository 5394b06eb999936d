import type { ChartModel, Cell, Unit } from '../../charts/series.ts';
import type { FigureUnit, Format } from '../../../shared/format/format.ts';
import { modelLetter, modelSlot } from '../../../shared/format/palette.ts';
import type { Assumptions, ModelId } from '../../../shared/model/assumptions/types.ts';
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
}

const REFERENCES: ReadonlySet<ModelId> = new Set(['bestFit', 'bestBySegment']);

export function subjectOf(
  comparison: Comparison,
  shown: readonly ModelId[],
  assumptions: Assumptions,
  format: Format,
  estimated: boolean,
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
    }));
  return { comparison, assumptions, format, models, estimated };
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
    count: 'number',
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
  };
}

export function cellFor(subject: Subject, value: number | null, reason?: string): Cell {
  return { value, estimated: subject.estimated && value !== null, reason };
}
