import { Copy, Trash2 } from 'lucide-react';
import { leaderAmong } from '../../../shared/analysis/leader.ts';
import { modelLetter, modelSlot } from '../../../shared/format/palette.ts';
import { metricOf } from '../../../shared/model/metrics.ts';
import { modelName } from '../../../shared/model/names.ts';
import type { Scenario } from '../../../shared/project/document.ts';
import {
  deleteScenario,
  duplicateScenario,
  renameScenario,
  switchScenario,
} from '../../store/scenarios.ts';
import { customModels } from '../../store/selectors.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { useBookFormat } from '../../store/use-format.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Chip, ModelMark } from '../../ui/chip.tsx';
import { NameField } from '../../ui/name-field.tsx';

/** The scenarios: name, answer, and what can be done with each. */
export function ScenarioList() {
  const scenarios = useApp(({ document }) => document?.scenarios ?? NONE);
  return (
    <table className="plain-table scenarios">
      <thead>
        <tr className="small">
          <th scope="col">Scenario</th>
          <th scope="col">Leads</th>
          <th scope="col" className="number">
            By
          </th>
          <th scope="col" className="number">
            Accounts
          </th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {scenarios.map((scenario) => (
          <ScenarioRow key={scenario.id} scenario={scenario} canDelete={scenarios.length > 1} />
        ))}
      </tbody>
    </table>
  );
}

const NONE: readonly never[] = [];

function ScenarioRow(props: { readonly scenario: Scenario; readonly canDelete: boolean }) {
  const store = useAppStore();
  const format = useBookFormat();
  const { scenario } = props;
  const { id, name, assumptions } = scenario;
  const isActive = useApp(({ document }) => document?.activeScenario === id);
  const result = useApp(({ session }) => session.results[id]);
  const comparison = result?.comparison ?? null;
  const leader =
    comparison === null ? null : leaderAmong(comparison.models, assumptions.decisionMetric);
  const metric = metricOf(assumptions.decisionMetric)?.label.toLowerCase() ?? '';
  const custom = customModels(scenario);
  return (
    <tr>
      <th scope="row">
        <NameField
          className="scenarios__name"
          label={`Name of ${name}`}
          name={name}
          onRename={(next) => {
            renameScenario(store, id, next);
          }}
        />
      </th>
      <td>
        {leader === null ? (
          <span className="muted">{result?.refusal ?? 'Computing…'}</span>
        ) : (
          <span className="scenarios__leader">
            <ModelMark
              slot={modelSlot(leader.model, custom)}
              letter={modelLetter(leader.model, custom)}
            />
            {modelName(leader.model, assumptions.models)}
            {leader.isNarrow && <Chip tone="warning">too close to call</Chip>}
          </span>
        )}
      </td>
      <td className="number">
        {leader === null ? '' : format.figure(leader.lead, 'money')}
        <div className="small muted">{metric}</div>
      </td>
      <td className="number">{format.figure(result?.totals.accounts ?? null, 'count')}</td>
      <td>
        <span className="scenarios__actions">
          {isActive ? (
            <Chip tone="accent">On screen</Chip>
          ) : (
            <Button
              kind="quiet"
              onClick={() => {
                switchScenario(store, id);
              }}
            >
              Show
            </Button>
          )}
          <IconButton
            label={`Duplicate ${name}`}
            icon={<Copy />}
            onClick={() => {
              duplicateScenario(store, id);
            }}
          />
          <IconButton
            label={`Delete ${name}`}
            icon={<Trash2 />}
            disabled={!props.canDelete}
            onClick={() => {
              deleteScenario(store, id);
            }}
          />
        </span>
      </td>
    </tr>
  );
}
