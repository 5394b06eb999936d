import { titleOf, type FigureEntry } from '../../../shared/model/assumptions/catalogue.ts';
import { figureAt } from '../../store/catalogue.ts';
import { setAssumption } from '../../store/scenarios.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { decimalMark, useAssumptionFormat } from '../../store/use-format.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { fieldLimits, fieldStep, fieldText, unitLabel } from './figure-input.ts';

/** An assumption as a typed number. */
export function AssumptionField(props: {
  readonly entry: FigureEntry;
  readonly className?: string;
}) {
  const { entry } = props;
  const store = useAppStore();
  const format = useAssumptionFormat();
  const value = useApp((state) => figureAt(state, entry.path));
  const write = (figure: number): string => fieldText(figure, entry.unit, format.locale);
  const { min, max, minExclusive, integer } = fieldLimits(entry);
  return (
    <NumberField
      label={titleOf(entry)}
      value={value}
      kind={entry.unit === 'share' ? 'percent' : 'plain'}
      unit={unitLabel(entry.unit, format.currency)}
      decimal={decimalMark(format.locale)}
      min={min}
      max={max}
      minExclusive={minExclusive}
      integer={integer}
      step={fieldStep(entry, value ?? 0)}
      format={write}
      className={props.className ?? ''}
      onChange={(next) => {
        setAssumption(store, entry.path, next, changeLabel(entry, write(next), format.currency));
      }}
    />
  );
}

/** The step in the undo menu: "CSM: On-target earnings to 130,000 USD". */
export function changeLabel(entry: FigureEntry, text: string, currency: string): string {
  const unit = unitLabel(entry.unit, currency);
  return `${titleOf(entry)} to ${text}${unit === undefined ? '' : ` ${unit}`}`;
}
