import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import './tabs.css';

/** Parts of one screen, one shown at a time. */
export function Tabs(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly tabs: readonly {
    readonly value: string;
    readonly label: string;
    /** A count beside the label. */
    readonly count?: number | string;
    readonly content: ReactNode;
  }[];
}) {
  return (
    <Radix.Root className="tabs" value={props.value} onValueChange={props.onChange}>
      <Radix.List className="tabs__list" aria-label={props.label}>
        {props.tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className="tabs__tab">
            {/* The space is heard between label and count. */}
            {`${tab.label} `}
            {tab.count !== undefined && <span className="tabs__count">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {props.tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="tabs__panel">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
