import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import './chip.css';

/** A small fact; with `onRemove` one that can be taken away (a filter). */
export function Chip(props: {
  readonly children: ReactNode;
  readonly tone?: 'neutral' | 'accent' | 'good' | 'warning' | 'danger';
  readonly icon?: ReactNode;
  readonly onRemove?: () => void;
  /** What the cross says to a screen reader. */
  readonly removeLabel?: string;
}) {
  return (
    <span className={clsx('chip small', `chip--${props.tone ?? 'neutral'}`)}>
      {props.icon}
      <span className="truncate">{props.children}</span>
      {props.onRemove !== undefined && (
        <button
          type="button"
          className="chip__cross"
          aria-label={props.removeLabel ?? 'Remove'}
          onClick={props.onRemove}
        >
          <X />
        </button>
      )}
    </span>
  );
}

/** A model's colour with its letter: reads in grey as well. `slot` and `letter` come from the palette. */
export function ModelMark(props: { readonly slot: number; readonly letter: string }) {
  return (
    <span
      className="model-mark"
      aria-hidden="true"
      style={{ backgroundColor: `var(--model-${String(props.slot)})` }}
    >
      {props.letter}
    </span>
  );
}
