import { Copy, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ModelId } from '../../../shared/model/assumptions/types.ts';
import { modelLetter, modelSlot } from '../../../shared/format/palette.ts';
import { modelName } from '../../../shared/model/names.ts';
import { BEST_BY_SEGMENT, BEST_FIT, isNamedModel } from '../../../shared/model/ownership.ts';
import { createModel, deleteModel, setModels } from '../../store/scenarios.ts';
import { activeScenario, customModels } from '../../store/selectors.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { setChoice } from '../../store/view.ts';
import { Button } from '../../ui/button.tsx';
import { ModelMark } from '../../ui/chip.tsx';
import { Select } from '../../ui/select.tsx';
import { OwnershipMatrix } from './ownership-matrix.tsx';
import './ownership-models.css';

/** Who leads and who assists, motion by motion, in each model; models of the user's own are made from another one. */
export function OwnershipModels() {
  const store = useAppStore();
  const scenario = useApp(activeScenario);
  const chosen = useApp(({ document }) => document?.view.choices['assumptions.model']);
  /** Just made: its name is asked. */
  const [made, setMade] = useState<ModelId | null>(null);
  const pick = useRef<HTMLDivElement>(null);
  if (scenario === null) return null;
  const { assumptions, models } = scenario;
  const named = Object.keys(assumptions.models).filter((id) => isNamedModel(assumptions, id));
  const own = customModels(scenario);
  const current = named.find((id) => id === chosen) ?? named[0] ?? '';
  const definition = assumptions.models[current];
  const toggle = (id: ModelId): void => {
    const isOn = models.includes(id);
    const label = `${isOn ? 'Leave out' : 'Compare'} ${modelName(id, assumptions.models)}`;
    const order = [...named, BEST_FIT, BEST_BY_SEGMENT];
    const next = isOn ? models.filter((model) => model !== id) : [...models, id];
    setModels(
      store,
      order.filter((model) => next.includes(model)),
      label,
    );
  };
  const show = (id: ModelId): void => {
    setChoice(store, 'assumptions.model', id);
  };
  const duplicate = (): void => {
    const id = createModel(store, current);
    if (id === null) return;
    show(id);
    setMade(id);
  };
  const remove = (): void => {
    // Its neighbour comes into sight, and the focus to where another one is picked.
    show(named[named.indexOf(current) - 1] ?? '');
    deleteModel(store, current, `Delete ${modelName(current, assumptions.models)}`);
    pick.current?.querySelector('button')?.focus();
  };
  return (
    <section className="ownership" aria-label="Ownership models">
      <fieldset className="ownership__list">
        <legend className="heading">Compared</legend>
        {[...named, BEST_FIT, BEST_BY_SEGMENT].map((id) => (
          <label key={id} className="row">
            <input
              type="checkbox"
              checked={models.includes(id)}
              disabled={models.includes(id) && models.length === 1}
              onChange={() => {
                toggle(id);
              }}
            />
            <ModelMark slot={modelSlot(id, own)} letter={modelLetter(id, own)} />
            {modelName(id, assumptions.models)}
          </label>
        ))}
      </fieldset>
      <div className="row ownership__pick" ref={pick}>
        <Select
          label="Model shown"
          value={current}
          onChange={(id) => {
            setMade(null);
            show(id);
          }}
          groups={[
            {
              label: '',
              options: named.map((id) => ({ value: id, label: modelName(id, assumptions.models) })),
            },
          ]}
        />
        <Button icon={<Copy />} onClick={duplicate}>
          Make a model of my own from it
        </Button>
        {own.includes(current) && (
          <Button kind="quiet" icon={<Trash2 />} onClick={remove}>
            Delete
          </Button>
        )}
      </div>
      {definition !== undefined && (
        <OwnershipMatrix
          key={current}
          id={current}
          definition={definition}
          editable={own.includes(current)}
          isNew={current === made}
        />
      )}
    </section>
  );
}
