import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import './menu.css';

export type MenuItem =
  | {
      readonly label: string;
      readonly onSelect: () => void;
      readonly shortcut?: string | undefined;
      readonly disabled?: boolean;
      readonly checked?: boolean;
      readonly icon?: ReactNode;
    }
  | 'line';

/** A list of actions behind one control. */
export function Menu(props: {
  /** The control that opens it: one element that takes a ref. */
  readonly trigger: ReactNode;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end';
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="menu"
          align={props.align ?? 'start'}
          sideOffset={4}
          collisionPadding={8}
        >
          {props.items.map((item, index) =>
            item === 'line' ? (
              <Radix.Separator key={`line-${String(index)}`} className="menu__line" />
            ) : (
              <Radix.Item
                key={item.label}
                className="menu__item"
                disabled={item.disabled ?? false}
                onSelect={item.onSelect}
              >
                <span className="menu__icon">{item.checked === true ? <Check /> : item.icon}</span>
                <span className="menu__label">{item.label}</span>
                {item.shortcut !== undefined && <kbd className="menu__key">{item.shortcut}</kbd>}
              </Radix.Item>
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
