import { Layers } from 'lucide-react';
import { createScenario, duplicateScenario, switchScenario } from '../store/scenarios.ts';
import { showScreen } from '../store/view.ts';
import { useApp, useAppStore } from '../store/use-app.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';

/** The scenario on screen, and the way to others. */
export function ScenarioPicker() {
  const store = useAppStore();
  const scenarios = useApp(({ document }) => document?.scenarios ?? NONE);
  const active = useApp(({ document }) => document?.activeScenario);
  const name = scenarios.find(({ id }) => id === active)?.name ?? '';
  const items: MenuItem[] = [
    ...scenarios.map((scenario) => ({
      label: scenario.name,
      checked: scenario.id === active,
      onSelect: () => {
        switchScenario(store, scenario.id);
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

const NONE: readonly never[] = [];
