import { Slider as Radix } from 'radix-ui';
import './slider.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The sourced range, drawn as a band; absent = no sourced range. */
  readonly band?: { readonly low: number; readonly high: number } | undefined;
  /** Drawn as a tick; a double click goes back to it. */
  readonly defaultValue: number;
  /** The value as a screen reader says it. */
  readonly valueText: string;
  /** Called on every move. */
  readonly onChange: (value: number) => void;
  /** Called once when the thumb is let go. */
  readonly onSettled?: (() => void) | undefined;
  readonly onReset: () => void;
}

/** A figure on its range: the sourced part as a band, the default as a tick. */
export function Slider(props: SliderProps) {
  const { min, max, value, band } = props;
  const place = (at: number): number =>
    max > min ? (Math.min(max, Math.max(min, at)) - min) / (max - min) : 0;
  const percent = (share: number): string => `${String(share * 100)}%`;
  return (
    <Radix.Root
      className={band === undefined ? 'slider slider--unsourced' : 'slider'}
      value={[Math.min(max, Math.max(min, value))]}
      min={min}
      max={max}
      step={props.step}
      onValueChange={([next]) => {
        if (next !== undefined) props.onChange(next);
      }}
      onValueCommit={() => props.onSettled?.()}
      onDoubleClick={props.onReset}
    >
      <Radix.Track className="slider__track">
        {band !== undefined && (
          <span
            className="slider__band"
            style={{ left: percent(place(band.low)), right: percent(1 - place(band.high)) }}
          />
        )}
      </Radix.Track>
      <span className="slider__tick" style={{ left: percent(place(props.defaultValue)) }} />
      <Radix.Thumb
        className="slider__thumb"
        aria-label={props.label}
        aria-valuetext={props.valueText}
      />
    </Radix.Root>
  );
}
