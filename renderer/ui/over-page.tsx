import { ArrowLeft, X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { OverWindow } from './over-window.tsx';
import './over-page.css';

/** A page over the window. Escape, the cross and the way back end it, and the focus returns to where it was. */
export function OverPage(props: {
  readonly title: string;
  /** Where it was opened from. */
  readonly from: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const [before] = useState(() => document.activeElement);
  return (
    <OverWindow
      className="over-page"
      onClose={props.onClose}
      aria-describedby={undefined}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        if (before instanceof HTMLElement) before.focus();
      }}
    >
      <header className="over-page__head">
        <div>
          <button type="button" className="link small over-page__back" onClick={props.onClose}>
            <ArrowLeft aria-hidden="true" /> {props.from}
          </button>
          <Radix.Title className="title">{props.title}</Radix.Title>
        </div>
        <IconButton label="Close" icon={<X />} onClick={props.onClose} />
      </header>
      <div className="over-page__body">{props.children}</div>
    </OverWindow>
  );
}
