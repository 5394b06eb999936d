import clsx from 'clsx';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { parseNumber } from './parse-number.ts';
import './number-field.css';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  /** The value as text without its unit; 'percent' fields read a plain number as percent. */
  readonly format: (value: number) => string;
  readonly kind?: 'plain' | 'percent';
  readonly decimal?: '.' | ',';
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Whether `min` and `max` themselves are allowed. Default true. */
  readonly minExclusive?: boolean | undefined;
  readonly integer?: boolean | undefined;
  /** One press of an arrow key; Shift takes ten. */
  readonly step: number;
  /** Shown behind the number: 'USD', 'days'. */
  readonly unit?: string | undefined;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly className?: string;
}

/**
 * A number that is typed as people write numbers. Enter or leaving commits; Escape gives back what
 * was there. What can't be taken stays as typed, with the reason beside it.
 */
export function NumberField(props: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const shown = props.value === null ? '' : props.format(props.value);

  const reset = (): void => {
    setDraft(null);
    setProblem(null);
  };

  const offer = (value: number): boolean => {
    const refusal = refuse(value, props);
    setProblem(refusal);
    if (refusal !== null) return false;
    setDraft(null);
    if (value !== props.value) props.onChange(value);
    return true;
  };

  const commit = (): boolean => {
    if (draft === null || draft === shown) {
      reset();
      return true;
    }
    if (draft.trim() === '' && props.value === null) {
      reset();
      return true;
    }
    const parsed = parseNumber(draft, {
      decimal: props.decimal ?? '.',
      percent: props.kind === 'percent',
    });
    if (!parsed.ok) {
      setProblem(parsed.error);
      return false;
    }
    return offer(parsed.value);
  };

  const step = (direction: 1 | -1, tenfold: boolean): void => {
    const from = draft === null ? props.value : readDraft(draft, props);
    if (from === null) return;
    const size = props.step * (tenfold ? 10 : 1);
    // Decimal steps drift in binary: 0.1 + 0.2 must read 0.3.
    const next = Number((from + direction * size).toPrecision(12));
    offer(Math.min(props.max ?? next, Math.max(props.min ?? next, next)));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      if (commit()) input.current?.select();
    } else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      reset();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      step(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey);
    }
  };

  return (
    <span className={clsx('number-field', props.className)}>
      <span className={clsx('number-field__box', problem !== null && 'number-field__box--wrong')}>
        <input
          ref={input}
          inputMode="decimal"
          data-editing={draft !== null}
          autoComplete="off"
          spellCheck={false}
          aria-label={props.unit === undefined ? props.label : `${props.label}, ${props.unit}`}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          disabled={props.disabled}
          placeholder={props.placeholder}
          value={draft ?? shown}
          onChange={(event) => {
            setDraft(event.target.value);
            setProblem(null);
          }}
          onFocus={(event) => {
            event.target.select();
          }}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
        {props.unit !== undefined && <span className="number-field__unit small">{props.unit}</span>}
      </span>
      {problem !== null && (
        <span id={problemId} role="alert" className="number-field__problem small">
          {problem}
        </span>
      )}
    </span>
  );
}

function readDraft(draft: string, props: NumberFieldProps): number | null {
  const parsed = parseNumber(draft, {
    decimal: props.decimal ?? '.',
    percent: props.kind === 'percent',
  });
  return parsed.ok ? parsed.value : props.value;
}

function refuse(value: number, props: NumberFieldProps): string | null {
  const { min, max, format } = props;
  if (props.integer === true && !Number.isInteger(value)) return 'Must be a whole number.';
  const above = props.minExclusive === true ? 'above' : 'at least';
  const tooLow = min !== undefined && (props.minExclusive === true ? value <= min : value < min);
  const tooHigh = max !== undefined && value > max;
  if (!tooLow && !tooHigh) return null;
  if (min !== undefined && max !== undefined && props.minExclusive !== true) {
    return `Must be between ${format(min)} and ${format(max)}, is ${format(value)}.`;
  }
  return tooLow
    ? `Must be ${above} ${format(min ?? 0)}, is ${format(value)}.`
    : `Must be at most ${format(max ?? 0)}, is ${format(value)}.`;
}
