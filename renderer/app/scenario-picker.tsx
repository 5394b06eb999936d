import { Layers } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import type { Scenario } from '../../shared/project/document.ts';
import { createScenario, duplicateScenario, switchScenario } from '../store/scenarios.ts';
import { showScreen } from '../store/view.ts';
import type { AppState } from '../store/state.ts';
import { useApp, useAppStore } from '../store/use-app.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';

/** The scenario on screen, and the way to others. */
export function ScenarioPicker() {
  const store = useAppStore();
  // Scenarios change with every move of a slider, their names do not.
  const ids = useApp(useShallow((state) => scenariosOf(state).map(({ id }) => id)));
  const names = useApp(useShallow((state) => scenariosOf(state).map(({ name }) => name)));
  const active = useApp(({ document }) => document?.activeScenario);
  const name = names.find((_, index) => ids[index] === active) ?? '';
  const items: MenuItem[] = [
    ...ids.map((id, index) => ({
      label: names[index] ?? '',
      checked: id === active,
      onSelect: () => {
        switchScenario(store, id);
      },
    })),
    'line',
    {
      label: 'Duplicate this scenario',
      onSelect: () => {
        duplicateScenario(store);
      },
    },
    {
      label: 'New scenario at the defaults',
      onSelect: () => {
        createScenario(store);
      },
    },
    {
      label: 'All scenarios side by side',
      onSelect: () => {
        showScreen(store, 'scenarios');
      },
    },
  ];
  return (
    <Menu
      trigger={
        <button type="button" className="top-bar__picker" aria-label={`Scenario: ${name}`}>
          <Layers aria-hidden="true" />
          <span className="truncate">{name}</span>
        </button>
      }
      items={items}
    />
  );
}

function scenariosOf({ document }: AppState): readonly Scenario[] {
  return document?.scenarios ?? [];
}
