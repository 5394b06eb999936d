import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import './dialog.css';

/** A task that has to end before the screen goes on. Escape and the cross leave it. */
export function Dialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** The actions, the main one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
}) {
  return (
    <Radix.Root
      open={props.open}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className="dialog__veil" />
        <Radix.Content
          className={props.wide === true ? 'dialog dialog--wide' : 'dialog'}
          {...(props.description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className="dialog__head">
            <Radix.Title className="title">{props.title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close" icon={<X />} />
            </Radix.Close>
          </header>
          {props.description !== undefined && (
            <Radix.Description className="muted">{props.description}</Radix.Description>
          )}
          {props.children !== undefined && <div className="dialog__body">{props.children}</div>}
          {props.actions !== undefined && <footer className="dialog__foot">{props.actions}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
