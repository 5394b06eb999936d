import { RotateCcw } from 'lucide-react';
import { memo } from 'react';
import { titleOf, type FigureEntry } from '../../../shared/model/assumptions/catalogue.ts';
import type { AssumptionPath } from '../../../shared/model/assumptions/paths.ts';
import { figureAt, figureEntry } from '../../store/catalogue.ts';
import { endGesture } from '../../store/history.ts';
import { resetAssumption, setAssumption } from '../../store/scenarios.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { useAssumptionFormat } from '../../store/use-format.ts';
import { IconButton } from '../../ui/button.tsx';
import { Slider } from '../../ui/slider.tsx';
import { AssumptionField, changeLabel } from './assumption-field.tsx';
import { fieldText, sliderExtent } from './figure-input.ts';
import { SourceNote } from './source-note.tsx';
import './assumption-slider.css';

/** One assumption beside the charts: label, value, slider with its sourced range, source and reset. */
export const AssumptionSlider = memo(function AssumptionSlider(props: {
  readonly path: AssumptionPath;
}) {
  const { path } = props;
  const entry = useApp((state) => figureEntry(state, path));
  if (entry === undefined) return null;
  return (
    <div className="assumption" role="group" aria-label={titleOf(entry)}>
      <div className="assumption__head">
        <span className="assumption__label" title={titleOf(entry)}>
          {entry.label}
          {entry.subject !== '' && <span className="small muted">{entry.subject}</span>}
        </span>
        <AssumptionField entry={entry} className="assumption__field" />
      </div>
      <FigureSlider entry={entry} />
      <div className="assumption__foot">
        <SourceNote entry={entry} />
        <ResetButton entry={entry} />
      </div>
    </div>
  );
});

/** The slider alone, as in a row of the full editor. */
export function FigureSlider({ entry }: { readonly entry: FigureEntry }) {
  const store = useAppStore();
  const format = useAssumptionFormat();
  const value = useApp((state) => figureAt(state, entry.path));
  if (value === null) return null;
  const { min, max, step } = sliderExtent(entry, value);
  const usual = entry.default;
  return (
    <Slider
      label={titleOf(entry)}
      value={value}
      min={min}
      max={max}
      step={step}
      band={
        entry.low === null || entry.high === null ? undefined : { low: entry.low, high: entry.high }
      }
      defaultValue={usual ?? value}
      valueText={format.figure(value, entry.unit)}
      onChange={(next) => {
        const rounded = Number(next.toPrecision(10));
        const text = fieldText(rounded, entry.unit, format.locale);
        setAssumption(
          store,
          entry.path,
          rounded,
          changeLabel(entry, text, format.currency),
          entry.path,
        );
      }}
      onSettled={() => {
        endGesture(store);
      }}
      onReset={() => {
        resetAssumption(store, entry.path, `Reset ${titleOf(entry)}`);
      }}
    />
  );
}

/** Back to the default; shown where the value differs from it. */
export function ResetButton({ entry }: { readonly entry: FigureEntry }) {
  const store = useAppStore();
  const format = useAssumptionFormat();
  const isDefault = useApp((state) => figureAt(state, entry.path) === entry.default);
  const target = entry.default === null ? 'nothing' : format.figure(entry.default, entry.unit);
  return (
    <IconButton
      className={isDefault ? 'assumption__reset assumption__reset--hidden' : 'assumption__reset'}
      label={`Reset to ${target}`}
      icon={<RotateCcw />}
      disabled={isDefault}
      onClick={() => {
        resetAssumption(store, entry.path, `Reset ${titleOf(entry)}`);
      }}
    />
  );
}
