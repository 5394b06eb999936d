import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './banner.css';

export type Tone = 'info' | 'good' | 'warning' | 'danger';

const ICONS = { info: Info, good: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

/** The icon of a tone: colour never speaks alone. */
export function ToneIcon({ tone }: { readonly tone: Tone }) {
  const Icon = ICONS[tone];
  return <Icon className={`tone-icon tone-icon--${tone}`} aria-hidden="true" />;
}

/** Something to know about the screen, with what to do about it. */
export function Banner(props: {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div
      className={clsx('banner', `banner--${props.tone}`)}
      role={props.tone === 'danger' ? 'alert' : 'status'}
    >
      <ToneIcon tone={props.tone} />
      <div className="banner__text">{props.children}</div>
      {props.actions !== undefined && <div className="banner__actions">{props.actions}</div>}
    </div>
  );
}
