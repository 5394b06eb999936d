import clsx from 'clsx';
import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import './over-window.css';

/** What lies over the window until it is closed: a veil, and what is asked or shown. Escape and a click beside it close. */
export function OverWindow({
  onClose,
  className,
  ...content
}: ComponentProps<typeof Radix.Content> & { readonly onClose: () => void }) {
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className="over-window__veil" />
        <Radix.Content {...content} className={clsx('over-window', className)} />
      </Radix.Portal>
    </Radix.Root>
  );
}
