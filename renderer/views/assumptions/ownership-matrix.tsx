import { MOTIONS, type Motion } from '../../../shared/book/motions.ts';
import type {
  Assist,
  ModelDefinition,
  ModelId,
  MotionOwnership,
} from '../../../shared/model/assumptions/types.ts';
import { MOTION_MEANINGS, MOTION_NAMES, modelName, roleName } from '../../../shared/model/names.ts';
import { renameModel, setModel } from '../../store/scenarios.ts';
import { activeResult, activeScenario } from '../../store/selectors.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { decimalMark, useAssumptionFormat } from '../../store/use-format.ts';
import { setChoice } from '../../store/view.ts';
import { NameField } from '../../ui/name-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { fieldText } from './figure-input.ts';

const EVERYWHERE = 'everywhere';
const NOBODY = 'nobody';
const AS_ELSEWHERE = 'as-elsewhere';

/** A model as a grid: who leads and who assists each motion, everywhere or in one segment. */
export function OwnershipMatrix(props: {
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
          <span className="muted">Name</span>
          <NameField
            label={`Name of ${name}`}
            name={name}
            isAsked={isNew}
            onRename={(next) => {
              renameModel(store, id, next);
            }}
          />
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
  return assists.map((assist) => `${String(Math.round(assist[key] * 100))}%`).join(', ') || '–';
}
