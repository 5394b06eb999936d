import { RotateCcw } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { joinPath } from '../../../shared/model/assumptions/paths.ts';
import { own } from '../../../shared/units/records.ts';
import { resetAssumption, setAssumption } from '../../store/scenarios.ts';
import { activeResult, activeScenario } from '../../store/selectors.ts';
import type { AppState } from '../../store/state.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { decimalMark, useBookFormat } from '../../store/use-format.ts';
import { IconButton } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';

/**
 * Sales cycle by segment, typed where the book brings none: used for the segment's accounts without
 * a cycle of their own. Nothing where the book says every cycle.
 */
export function SegmentCycles() {
  const store = useAppStore();
  const format = useBookFormat();
  const segments = useApp(useShallow(segmentsWithoutCycles));
  const cycle = useApp((state) => activeScenario(state)?.assumptions.cycle);
  if (cycle === undefined || segments.length === 0) return null;
  return (
    <div className="segment-cycles">
      <h3 className="small muted">
        Sales cycle where the book says none, by segment. Empty takes the median of the known ones,
        or {format.figure(cycle.defaultDays, 'days')}.
      </h3>
      {segments.map((segment) => {
        const path = joinPath(['cycle', 'segmentDays', segment]);
        const value = own(cycle.segmentDays, segment) ?? null;
        return (
          <div key={segment} className="segment-cycles__row">
            <span className="truncate">{segment}</span>
            <NumberField
              label={`Sales cycle of ${segment}`}
              value={value}
              unit="days"
              placeholder="as known"
              min={0}
              minExclusive
              max={100_000}
              step={5}
              decimal={decimalMark(format.locale)}
              format={(days) => days.toLocaleString(format.locale, { maximumFractionDigits: 1 })}
              onChange={(days) => {
                setAssumption(store, path, days, `Sales cycle of ${segment}: ${String(days)} days`);
              }}
            />
            <IconButton
              label={`Take back the cycle of ${segment}`}
              icon={<RotateCcw />}
              disabled={value === null}
              onClick={() => {
                resetAssumption(store, path, `Take back the cycle of ${segment}`);
              }}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Every segment, where some account's cycle is filled in; none where the book says all. */
function segmentsWithoutCycles(state: AppState): readonly string[] {
  const totals = activeResult(state)?.totals;
  return (totals?.estimated['cycleDays'] ?? 0) === 0 ? [] : (totals?.segments ?? []);
}
