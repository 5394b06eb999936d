import clsx from 'clsx';
import { useEffect, useRef, useState } from 'react';

/** A name, changed in place: Enter or leaving takes it, Escape gives back what was there, and so does an empty one. */
export function NameField(props: {
  readonly label: string;
  readonly name: string;
  readonly onRename: (name: string) => void;
  /** Takes the focus when it appears, ready to be typed over. */
  readonly isAsked?: boolean;
  readonly className?: string;
}) {
  const { name, isAsked = false } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    input.current?.focus();
    input.current?.select();
  }, [isAsked]);
  const commit = (): void => {
    const next = draft?.trim() ?? '';
    if (next !== '' && next !== name) props.onRename(next);
    setDraft(null);
  };
  return (
    <input
      ref={input}
      className={clsx('text-input', props.className)}
      aria-label={props.label}
      data-editing={draft !== null}
      value={draft ?? name}
      onChange={(event) => {
        setDraft(event.target.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          commit();
          event.currentTarget.select();
        }
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}
