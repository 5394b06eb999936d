import type { ModelId } from '../model/assumptions/types.ts';
import type { Swing } from './swings.ts';

/** What moving one assumption does to the lead of model A over model B, money. */
export interface TornadoBar {
  readonly swing: Swing;
  readonly atLow: number;
  readonly atHigh: number;
}

/** The bars of a tornado, widest first: each the difference A − B at the ends of a range. */
export function tornadoOf(swings: readonly Swing[], a: ModelId, b: ModelId): readonly TornadoBar[] {
  return swings
    .map((swing) => {
      const between = (values: Readonly<Record<ModelId, number>>) =>
        (values[a] ?? 0) - (values[b] ?? 0);
      return { swing, atLow: between(swing.low.values), atHigh: between(swing.high.values) };
    })
    .toSorted((x, y) => widthOf(y) - widthOf(x));
}

function widthOf(bar: TornadoBar): number {
  return Math.abs(bar.atHigh - bar.atLow);
}
