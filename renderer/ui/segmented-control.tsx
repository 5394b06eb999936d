import { ToggleGroup as Radix } from 'radix-ui';
import './segmented-control.css';

/** One of two to five short choices, all in sight. */
export function SegmentedControl<Value extends string>(props: {
  readonly label: string;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}) {
  return (
    <Radix.Root
      type="single"
      className="segmented"
      aria-label={props.label}
      value={props.value ?? ''}
      onValueChange={(next) => {
        const chosen = props.options.find((option) => option.value === next);
        if (chosen !== undefined) props.onChange(chosen.value);
      }}
    >
      {props.options.map((option) => (
        <Radix.Item key={option.value} value={option.value} className="segmented__item">
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
