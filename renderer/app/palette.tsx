import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useMemo } from 'react';
import { catalogueOf, titleOf } from '../../shared/model/assumptions/catalogue.ts';
import { enabledCommands, runCommand, shortcutOf } from '../commands/commands.ts';
import { useAppContext } from '../commands/context.tsx';
import { switchScenario } from '../store/scenarios.ts';
import { activeScenario } from '../store/selectors.ts';
import { setSession } from '../store/store.ts';
import { useApp } from '../store/use-app.tsx';
import { setChoice, showScreen } from '../store/view.ts';
import '../ui/menu.css';
import './palette.css';

/** Everything that can be done or gone to, found by typing a part of its name. */
export function Palette() {
  const { store } = useAppContext();
  const open = useApp(({ session }) => session.paletteOpen);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(paletteOpen) => {
        setSession(store, { paletteOpen });
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className="palette__veil" />
        <Dialog.Content className="palette" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">Command palette</Dialog.Title>
          <PaletteList />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteList() {
  const context = useAppContext();
  const { store, bridge } = context;
  const state = useApp((whole) => whole);
  const scenario = activeScenario(state);
  const assumptions = scenario?.assumptions;
  const entries = useMemo(
    () => (assumptions === undefined ? [] : catalogueOf(assumptions)),
    [assumptions],
  );
  const then = (act: () => void) => () => {
    setSession(store, { paletteOpen: false });
    act();
  };
  return (
    <Command label="Command palette" className="palette__command">
      <Command.Input className="palette__input" placeholder="What do you want to do?" autoFocus />
      <Command.List className="palette__list">
        <Command.Empty className="palette__empty muted">Nothing of that name.</Command.Empty>
        <Command.Group heading="Commands">
          {enabledCommands(state)
            .filter(({ id }) => id !== 'view.palette')
            .map(({ id, label, menu }) => (
              <Command.Item
                key={id}
                value={`${menu} ${label}`}
                className="menu__item"
                onSelect={then(() => {
                  runCommand(context, id);
                })}
              >
                <span className="menu__label">{label}</span>
                <kbd className="menu__key">{shortcutOf(id, bridge.platform)}</kbd>
              </Command.Item>
            ))}
        </Command.Group>
        {(state.document?.scenarios.length ?? 0) > 1 && (
          <Command.Group heading="Scenarios">
            {state.document?.scenarios.map(({ id, name }) => (
              <Command.Item
                key={id}
                value={`Scenario ${name} ${id}`}
                className="menu__item"
                onSelect={then(() => {
                  switchScenario(store, id);
                })}
              >
                <span className="menu__label">Switch to {name}</span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {entries.length > 0 && (
          <Command.Group heading="Assumptions">
            {entries.map((entry) => (
              <Command.Item
                key={entry.path}
                value={`Assumption ${titleOf(entry)} ${entry.path}`}
                className="menu__item"
                onSelect={then(() => {
                  showScreen(store, 'assumptions');
                  setChoice(store, 'assumptions.search', titleOf(entry));
                })}
              >
                <span className="menu__label truncate">{titleOf(entry)}</span>
                <span className="menu__key">{entry.group}</span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command>
  );
}
