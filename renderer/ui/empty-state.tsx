import type { ReactNode } from 'react';
import './empty-state.css';

/** A screen that has nothing yet: what it will show, and the one step that fills it. */
export function EmptyState(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <section className="empty-state">
      <h2 className="title">{props.title}</h2>
      <p className="muted">{props.children}</p>
      {props.action}
    </section>
  );
}
