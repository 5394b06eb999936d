import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import clsx from 'clsx';
import { useState, type ReactNode } from 'react';
import { nonce } from './nonce.ts';
import './select.css';
import './menu.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** Said beside the label, quieter: an effect, a confidence. */
  readonly note?: ReactNode;
}
export interface SelectGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}

/**
 * One of a list, with type-ahead. Values must not be ''. The options are drawn while the list is open
 * or its button has the focus (a letter typed there chooses among them), not before: a screen may
 * hold dozens of long lists.
 */
export function Select(props: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly groups: readonly SelectGroup[];
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
  readonly className?: string;
  readonly quiet?: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const { value, groups } = props;
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={props.onChange}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <Radix.Trigger
        aria-label={props.label}
        className={clsx('select', props.quiet === true && 'select--quiet', props.className)}
        onFocus={() => {
          setFocused(true);
        }}
        onBlur={() => {
          setFocused(false);
        }}
      >
        <span className="truncate">
          <Radix.Value placeholder={props.placeholder ?? 'Choose'}>
            {groups.flatMap(({ options }) => options).find((option) => option.value === value)
              ?.label ?? ''}
          </Radix.Value>
        </span>
        <Radix.Icon asChild>
          <ChevronDown />
        </Radix.Icon>
      </Radix.Trigger>
      {(isOpen || isFocused) && <Options groups={groups} />}
    </Radix.Root>
  );
}

function Options({ groups }: { readonly groups: readonly SelectGroup[] }) {
  return (
    <Radix.Portal>
      <Radix.Content className="menu select__list" position="popper" sideOffset={4}>
        <Radix.Viewport nonce={nonce()}>
          {groups
            .filter((group) => group.options.length > 0)
            .map((group) => (
              <Radix.Group key={group.label}>
                {group.label !== '' && (
                  <Radix.Label className="menu__group">{group.label}</Radix.Label>
                )}
                {group.options.map((option) => (
                  <Radix.Item key={option.value} value={option.value} className="menu__item">
                    <span className="menu__icon">
                      <Radix.ItemIndicator>
                        <Check />
                      </Radix.ItemIndicator>
                    </span>
                    <span className="menu__label">
                      <Radix.ItemText>{option.label}</Radix.ItemText>
                    </span>
                    {option.note !== undefined && <span className="menu__key">{option.note}</span>}
                  </Radix.Item>
                ))}
              </Radix.Group>
            ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}
