import { Copy, Plus } from 'lucide-react';
import { leaderAmong } from '../../../shared/analysis/leader.ts';
import { modelName } from '../../../shared/model/names.ts';
import { createScenario, duplicateScenario } from '../../store/scenarios.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { Button } from '../../ui/button.tsx';
import { ScenarioList } from './scenario-list.tsx';
import { SideBySide } from './side-by-side.tsx';
import './scenarios.css';

/** Every scenario with its answer, and any two of them side by side. */
export function ScenariosScreen() {
  const store = useAppStore();
  return (
    <div className="screen">
      <header className="book__head">
        <Finding />
        <div className="row assumptions__files">
          <Button
            icon={<Copy />}
            onClick={() => {
              duplicateScenario(store);
            }}
          >
            Duplicate
          </Button>
          <Button
            icon={<Plus />}
            onClick={() => {
              createScenario(store);
            }}
          >
            New at the defaults
          </Button>
        </div>
      </header>
      <ScenarioList />
      <SideBySide />
    </div>
  );
}

/** Whether the answer depends on the scenario. */
function Finding() {
  const scenarios = useApp(({ document }) => document?.scenarios ?? NONE);
  const results = useApp(({ session }) => session.results);
  const leaders = scenarios.flatMap(({ id, assumptions }) => {
    const comparison = results[id]?.comparison ?? null;
    const leader =
      comparison === null ? null : leaderAmong(comparison.models, assumptions.decisionMetric);
    return leader === null ? [] : [modelName(leader.model, assumptions.models)];
  });
  const names = [...new Set(leaders)];
  const [first] = names;
  if (scenarios.length === 1) {
    return (
      <div>
        <h1 className="finding">
          One scenario so far{first === undefined ? '' : `: ${first} leads`}
        </h1>
        <p className="muted book__lead">
          Duplicate it, change what you doubt, and see both side by side.
        </p>
      </div>
    );
  }
  return (
    <h1 className="finding">
      {names.length === 1
        ? `${first ?? ''} leads in ${leaders.length === 2 ? 'both' : `all ${String(leaders.length)}`} scenarios`
        : names
            .map((name) => {
              const count = leaders.filter((leader) => leader === name).length;
              return `${name} leads in ${String(count)}`;
            })
            .join(', ')}
    </h1>
  );
}

const NONE: readonly never[] = [];
