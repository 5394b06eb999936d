import { Link2, Link2Off, RotateCcw } from 'lucide-react';
import { memo } from 'react';
import { getAt } from '../../../shared/model/assumptions/access.ts';
import {
  titleOf,
  type CatalogueEntry,
  type ChoiceEntry,
  type FigureEntry,
} from '../../../shared/model/assumptions/catalogue.ts';
import { resetAssumption, setAssumption, setLinked } from '../../store/scenarios.ts';
import { activeScenario } from '../../store/selectors.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { AssumptionField } from './assumption-field.tsx';
import { FigureSlider, ResetButton } from './assumption-slider.tsx';
import { SourceNote } from './source-note.tsx';

/** One line of the full editor. It follows its own value only, so that a drag redraws one line. */
export const AssumptionRow = memo(
  function AssumptionRow({ entry }: { readonly entry: CatalogueEntry }) {
    return entry.kind === 'figure' ? <FigureRow entry={entry} /> : <ChoiceRow entry={entry} />;
  },
  (before, after) => before.entry.path === after.entry.path,
);

function FigureRow({ entry }: { readonly entry: FigureEntry }) {
  const isVariant = entry.variantOf !== null;
  return (
    <div className={isVariant ? 'assumption-row assumption-row--variant' : 'assumption-row'}>
      <span className="assumption-row__label">
        {isVariant ? (entry.subject.split(' in ')[1] ?? entry.subject) : labelOf(entry)}
        {isVariant && <LinkToggle entry={entry} />}
      </span>
      <FigureSlider entry={entry} />
      <AssumptionField entry={entry} />
      <SourceNote entry={entry} />
      <ResetButton entry={entry} />
    </div>
  );
}

/** The label, with the motion where the row is one of seven of a kind. */
function labelOf({ label, subject }: FigureEntry): string {
  const motion = subject.split(', ')[1];
  return motion === undefined ? label : `${label}: ${motion}`;
}

/** A model's own figure follows its base in proportion, until it is unlinked. */
function LinkToggle({ entry }: { readonly entry: FigureEntry }) {
  const store = useAppStore();
  const isLinked = useApp(
    (state) => !(activeScenario(state)?.unlinked.includes(entry.path) ?? false),
  );
  return (
    <IconButton
      className="assumption__reset"
      label={
        isLinked
          ? 'Moves with the base figure, in proportion. Unlink'
          : 'Stands for itself. Link to the base figure'
      }
      icon={isLinked ? <Link2 /> : <Link2Off />}
      pressed={isLinked}
      onClick={() => {
        setLinked(
          store,
          entry.path,
          !isLinked,
          `${isLinked ? 'Unlink' : 'Link'} ${titleOf(entry)}`,
        );
      }}
    />
  );
}

function ChoiceRow({ entry }: { readonly entry: ChoiceEntry }) {
  const store = useAppStore();
  const value = useApp((state) => {
    const scenario = activeScenario(state);
    return scenario === null ? undefined : getAt(scenario.assumptions, entry.path);
  });
  return (
    <div className="assumption-row">
      <span className="assumption-row__label">{entry.label}</span>
      <Select
        label={entry.label}
        className="assumption-row__choice"
        value={String(value)}
        groups={[
          {
            label: '',
            options: entry.options.map((option) => ({
              value: String(option.value),
              label: option.label,
            })),
          },
        ]}
        onChange={(text) => {
          const option = entry.options.find((candidate) => String(candidate.value) === text);
          if (option === undefined) return;
          setAssumption(store, entry.path, option.value, `${entry.label}: ${option.label}`);
        }}
      />
      <IconButton
        className={
          value === entry.default
            ? 'assumption__reset assumption__reset--hidden'
            : 'assumption__reset'
        }
        label="Reset to the default"
        icon={<RotateCcw />}
        disabled={value === entry.default}
        onClick={() => {
          resetAssumption(store, entry.path, `Reset ${entry.label}`);
        }}
      />
    </div>
  );
}
