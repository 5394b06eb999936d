import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button, IconButton } from './button.tsx';
import { ToneIcon, type Tone } from './banner.tsx';
import './toast.css';

export interface Notice {
  readonly id: string;
  readonly tone: Tone;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** Short news at the lower edge. A refusal stays until it is read; the rest leaves by itself. */
export function Toasts(props: {
  readonly notices: readonly Notice[];
  readonly onDismiss: (id: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <Radix.Provider label="Notice">
      {props.children}
      {props.notices.map((notice) => (
        <Radix.Root
          key={notice.id}
          className="toast"
          duration={notice.tone === 'danger' ? Number.POSITIVE_INFINITY : 6000}
          onOpenChange={(open) => {
            if (!open) props.onDismiss(notice.id);
          }}
        >
          <ToneIcon tone={notice.tone} />
          <Radix.Description className="toast__text">{notice.text}</Radix.Description>
          {notice.action !== undefined && (
            <Radix.Action asChild altText={notice.action.label}>
              <Button kind="quiet" onClick={notice.action.run}>
                {notice.action.label}
              </Button>
            </Radix.Action>
          )}
          <Radix.Close asChild>
            <IconButton label="Dismiss" icon={<X />} />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="toasts" />
    </Radix.Provider>
  );
}
