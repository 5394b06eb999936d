import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { OverWindow } from './over-window.tsx';
import './dialog.css';

/** One question over the window. Escape and a click beside it leave everything as it was. */
export function Dialog(props: {
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly lead: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The answers. */
  readonly actions: ReactNode;
}) {
  return (
    <OverWindow
      className="dialog"
      onClose={props.onClose}
      onOpenAutoFocus={(event) => {
        // The question is heard first; no answer is chosen before it is.
        event.preventDefault();
        if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
      }}
    >
      <header className="dialog__head">
        <Radix.Title className="title">{props.title}</Radix.Title>
        <Radix.Description className="muted">{props.lead}</Radix.Description>
      </header>
      <div className="dialog__body">{props.children}</div>
      <footer className="dialog__actions">{props.actions}</footer>
    </OverWindow>
  );
}
