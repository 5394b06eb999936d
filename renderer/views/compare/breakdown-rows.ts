import { MOTIONS, UPSELLS } from '../../../shared/book/motions.ts';
import type { BreakdownRow as ModelRow } from '../../../shared/analysis/breakdown.ts';
import type { ModelId } from '../../../shared/model/assumptions/types.ts';
import { MOTION_NAMES } from '../../../shared/model/names.ts';
import type { ModelBreakdowns } from '../../engine/jobs.ts';
import type { BreakdownRow } from './breakdown-chart.ts';

type Breakdowns = Readonly<Record<ModelId, ModelBreakdowns>>;

/** Lower bounds of the cycle bands, days (model equations, section 8). */
const BANDS = [0, 30, 90, 180, 365];

/** One row a cycle band, empty ones too: where nothing is says something. */
export function bandRows(models: Breakdowns, estimated: boolean): readonly BreakdownRow[] {
  return BANDS.map((from) => {
    const found = (rows: ModelBreakdowns) =>
      rows.band.find(({ key }) => key.by === 'cycleBand' && key.from === from);
    const accounts = Object.values(models).map((rows) => found(rows)?.accounts ?? 0)[0] ?? 0;
    return {
      key: String(from),
      label: bandLabel(from),
      accounts,
      estimated,
      runRate: runRates(models, found),
    };
  });
}

/** One row a motion and one for service; `drawn` are the six types of upsell. */
export function motionRows(
  models: Breakdowns,
  estimated: boolean,
): { readonly all: readonly BreakdownRow[]; readonly drawn: readonly BreakdownRow[] } {
  const all = [...MOTIONS, 'service' as const].map((motion) => ({
    key: motion,
    label: motion === 'service' ? 'Service, and ARR not up for renewal' : MOTION_NAMES[motion],
    accounts: null,
    estimated,
    runRate: runRates(models, (rows) =>
      rows.motion.find(({ key }) => key.by === 'motion' && key.motion === motion),
    ),
  }));
  return { all, drawn: all.filter(({ key }) => UPSELLS.some((upsell) => upsell === key)) };
}

function runRates(
  models: Breakdowns,
  find: (rows: ModelBreakdowns) => ModelRow | undefined,
): Readonly<Record<ModelId, number>> {
  return Object.fromEntries(
    Object.entries(models).map(([model, rows]) => [model, find(rows)?.runRate ?? 0]),
  );
}

/** A band in words, by its lower bound in days. */
export function bandLabel(from: number): string {
  const to = BANDS[BANDS.indexOf(from) + 1];
  if (from === 0) return `under ${String(to)} days`;
  return to === undefined
    ? `${String(from)} days and more`
    : `${String(from)} to ${String(to)} days`;
}
