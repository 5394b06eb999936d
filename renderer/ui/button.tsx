import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './tooltip.tsx';
import './button.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one step that the screen asks for; at most one a screen. */
  readonly kind?: 'primary' | 'normal' | 'quiet';
  readonly icon?: ReactNode;
}

/** A labelled action. */
export function Button({ kind = 'normal', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={clsx('button', `button--${kind}`, className)}>
      {icon}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Names the action for the tooltip and for screen readers. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Shown beside the label in the tooltip. */
  readonly shortcut?: string | undefined;
  readonly pressed?: boolean;
}

/** An action shown by its icon alone: always with a tooltip. */
export function IconButton({
  label,
  icon,
  shortcut,
  pressed,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={clsx('button button--icon', className)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
