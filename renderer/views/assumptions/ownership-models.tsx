import { Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { MOTIONS, type Motion } from '../../../shared/book/motions.ts';
import type {
  Assist,
  ModelDefinition,
  ModelId,
  MotionOwnership,
} from '../../../shared/model/assumptions/types.ts';
import { modelLetter, modelSlot } from '../../../shared/format/palette.ts';
import { MOTION_MEANINGS, MOTION_NAMES, modelName, roleName } from '../../../shared/model/names.ts';
import { BEST_BY_SEGMENT, BEST_FIT, isNamedModel } from '../../../shared/model/ownership.ts';
import { deleteModel, setModel, setModels } from '../../store/scenarios.ts';
import { activeResult, activeScenario, customModels } from '../../store/selectors.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { useAssumptionFormat, decimalMark } from '../../store/use-format.ts';
import { setChoice } from '../../store/view.ts';
import { Button } from '../../ui/button.tsx';
import { ModelMark } from '../../ui/chip.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { fieldText } from './figure-input.ts';
import './ownership-models.css';

const EVERYWHERE = 'everywhere';
const NOBODY = 'nobody';
const AS_ELSEWHERE = 'as-elsewhere';

/** Who leads and who assists, motion by motion, in each model; models of the user's own are made from another one. */
export function OwnershipModels() {
  const store = useAppStore();
  const scenario = useApp(activeScenario);
  const chosen = useApp(({ document }) => document?.view.choices['assumptions.model']);
  const [made, setMade] = useState<{ readonly id: ModelId; readonly name: string } | null>(null);
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
  const duplicate = (): void => {
    if (definition === undefined) return;
    const name = `${modelName(current, assumptions.models)} copy`;
    const id = freshId(assumptions.models);
    setModel(store, id, { ...definition, label: name }, `Create ${name}`);
    setChoice(store, 'assumptions.model', id);
    setMade({ id, name });
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
      <div className="row ownership__pick">
        <Select
          label="Model shown"
          value={current}
          onChange={(id) => {
            setChoice(store, 'assumptions.model', id);
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
          <Button
            kind="quiet"
            icon={<Trash2 />}
            onClick={() => {
              deleteModel(store, current, `Delete ${modelName(current, assumptions.models)}`);
            }}
          >
            Delete
          </Button>
        )}
      </div>
      {definition !== undefined && (
        <Matrix
          key={current}
          id={current}
          definition={definition}
          editable={own.includes(current)}
          isNew={current === made?.id && definition.label === made.name}
        />
      )}
    </section>
  );
}

function freshId(models: Readonly<Record<ModelId, ModelDefinition>>): ModelId {
  let number = 1;
  while (Object.hasOwn(models, `custom${String(number)}`)) number += 1;
  return `custom${String(number)}`;
}

function Matrix(props: {
  readonly id: ModelId;
  readonly definition: ModelDefinition;
  readonly editable: boolean;
  /** Just made, and not yet named: its name is asked first. */
  readonly isNew: boolean;
}) {
  const store = useAppStore();
  const { id, definition, editable, isNew } = props;
  const segments = useApp(activeResult)?.totals.segments ?? NONE;
  const picked = useApp(({ document }) => document?.view.choices['assumptions.segment']);
  const segment = typeof picked === 'string' && segments.includes(picked) ? picked : null;
  const name = modelName(id, { [id]: definition });
  const save = (next: ModelDefinition, label: string): void => {
    setModel(store, id, next, `${name}: ${label}`);
  };
  const setOwnership = (motion: Motion, ownership: MotionOwnership | null, label: string): void => {
    const where = segment === null ? label : `${label} in ${segment}`;
    if (segment === null) {
      if (ownership === null || definition.motions === undefined) return;
      save({ ...definition, motions: { ...definition.motions, [motion]: ownership } }, where);
      return;
    }
    const others = Object.fromEntries(
      Object.entries(definition.segments?.[segment] ?? {}).filter(([key]) => key !== motion),
    );
    const own = ownership === null ? others : { ...others, [motion]: ownership };
    const rest = Object.fromEntries(
      Object.entries(definition.segments ?? {}).filter(([key]) => key !== segment),
    );
    const next = Object.keys(own).length === 0 ? rest : { ...rest, [segment]: own };
    save({ ...definition, segments: next }, where);
  };
  return (
    <>
      {editable && (
        <div className="row">
          <label className="row">
            <span className="muted">Name</span>
            <input
              key={name}
              className="text-input"
              defaultValue={name}
              autoFocus={isNew}
              onFocus={(event) => {
                event.currentTarget.select();
              }}
              onBlur={(event) => {
                const label = event.target.value.trim();
                if (label !== '' && label !== name) save({ ...definition, label }, `name ${label}`);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
              }}
            />
          </label>
          <span className="muted">Valid</span>
          <Select
            label="Where this ownership is valid"
            value={segment ?? EVERYWHERE}
            onChange={(value) => {
              setChoice(store, 'assumptions.segment', value === EVERYWHERE ? null : value);
            }}
            groups={[
              {
                label: '',
                options: [
                  { value: EVERYWHERE, label: 'Everywhere' },
                  ...segments.map((value) => ({ value, label: `In ${value}` })),
                ],
              },
            ]}
          />
        </div>
      )}
      <table className="plain-table matrix">
        <thead>
          <tr className="small">
            <th scope="col">Motion</th>
            <th scope="col">Leads</th>
            <th scope="col">Assists</th>
            <th scope="col">Involvement</th>
            <th scope="col">Credit</th>
          </tr>
        </thead>
        <tbody>
          {MOTIONS.map((motion) => (
            <MotionRow
              key={motion}
              motion={motion}
              everywhere={definition.motions?.[motion]}
              here={segment === null ? undefined : definition.segments?.[segment]?.[motion]}
              isSegment={segment !== null}
              editable={editable}
              onChange={setOwnership}
            />
          ))}
        </tbody>
      </table>
      <p className="small muted">
        {editable
          ? 'Involvement is the part of the lead’s hours that the assistant spends; credit the part of the commission it is paid on top.'
          : 'The named models stand as they are: make one of your own from it to change who leads.'}
      </p>
    </>
  );
}

const NONE: readonly string[] = [];

function MotionRow(props: {
  readonly motion: Motion;
  readonly everywhere: MotionOwnership | undefined;
  readonly here: MotionOwnership | undefined;
  readonly isSegment: boolean;
  readonly editable: boolean;
  readonly onChange: (motion: Motion, ownership: MotionOwnership | null, label: string) => void;
}) {
  const roles = Object.keys(useApp(activeScenario)?.assumptions.roles ?? {});
  const { motion, everywhere, here, isSegment, editable, onChange } = props;
  const shown = here ?? everywhere;
  if (shown === undefined) return null;
  const title = MOTION_NAMES[motion];
  const inherits = isSegment && here === undefined;
  const [assist, ...more] = shown.assists;
  const setAssist = (next: Assist | null, label: string): void => {
    onChange(motion, { ...shown, assists: next === null ? more : [next, ...more] }, label);
  };
  if (!editable) {
    return (
      <tr>
        <MotionName motion={motion} />
        <td>{roleName(shown.lead)}</td>
        <td>{shown.assists.map(({ role }) => roleName(role)).join(', ') || '–'}</td>
        <td className="number">{shares(shown.assists, 'involvement')}</td>
        <td className="number">{shares(shown.assists, 'credit')}</td>
      </tr>
    );
  }
  return (
    <tr>
      <MotionName motion={motion} />
      <td>
        <Select
          label={`Lead of ${title}`}
          value={inherits ? AS_ELSEWHERE : shown.lead}
          onChange={(lead) => {
            if (lead === AS_ELSEWHERE) onChange(motion, null, `${title} as elsewhere`);
            else {
              const assists = shown.assists.filter(({ role }) => role !== lead);
              onChange(motion, { lead, assists }, `${roleName(lead)} leads ${title}`);
            }
          }}
          groups={[
            {
              label: '',
              options: [
                ...(isSegment
                  ? [
                      {
                        value: AS_ELSEWHERE,
                        label: `As elsewhere (${roleName(everywhere?.lead ?? '')})`,
                      },
                    ]
                  : []),
                ...roles.map((role) => ({ value: role, label: roleName(role) })),
              ],
            },
          ]}
        />
      </td>
      <td>
        {!inherits && (
          <Select
            label={`Assistant in ${title}`}
            value={assist?.role ?? NOBODY}
            onChange={(role) => {
              if (role === NOBODY) setAssist(null, `nobody assists ${title}`);
              else {
                const usual = { role, involvement: 0.1, credit: 0.25 };
                setAssist(
                  assist === undefined ? usual : { ...assist, role },
                  `${roleName(role)} assists ${title}`,
                );
              }
            }}
            groups={[
              {
                label: '',
                options: [
                  { value: NOBODY, label: 'Nobody' },
                  ...roles
                    .filter(
                      (role) => role !== shown.lead && more.every((other) => other.role !== role),
                    )
                    .map((role) => ({ value: role, label: roleName(role) })),
                ],
              },
            ]}
          />
        )}
      </td>
      <td>
        {!inherits && assist !== undefined && (
          <ShareField
            label={`Involvement of the assistant in ${title}`}
            value={assist.involvement}
            onChange={(involvement) => {
              setAssist({ ...assist, involvement }, `involvement in ${title}`);
            }}
          />
        )}
      </td>
      <td>
        {!inherits && assist !== undefined && (
          <ShareField
            label={`Credit of the assistant in ${title}`}
            value={assist.credit}
            onChange={(credit) => {
              setAssist({ ...assist, credit }, `credit in ${title}`);
            }}
          />
        )}
      </td>
    </tr>
  );
}

function MotionName({ motion }: { readonly motion: Motion }) {
  return (
    <th scope="row" title={MOTION_MEANINGS[motion]}>
      {MOTION_NAMES[motion]}
    </th>
  );
}

function ShareField(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const { locale } = useAssumptionFormat();
  return (
    <NumberField
      {...props}
      kind="percent"
      className="matrix__share"
      min={0}
      max={1}
      step={0.05}
      decimal={decimalMark(locale)}
      format={(value) => fieldText(value, 'share', locale)}
    />
  );
}

function shares(assists: readonly Assist[], key: 'involvement' | 'credit'): string {
  return assists.map((assist) => `${String(Math.round(assist[key] * 100))} %`).join(', ') || '–';
}
