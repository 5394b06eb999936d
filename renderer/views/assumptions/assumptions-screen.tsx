import { Download, Upload } from 'lucide-react';
import { useMemo } from 'react';
import { getAt } from '../../../shared/model/assumptions/access.ts';
import {
  GROUPS,
  titleOf,
  type CatalogueEntry,
} from '../../../shared/model/assumptions/catalogue.ts';
import { chooseAssumptions, saveAssumptions } from '../../commands/assumptions-file.ts';
import { useAppContext } from '../../commands/context.tsx';
import { activeCatalogue } from '../../store/catalogue.ts';
import { activeScenario, customModels } from '../../store/selectors.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { setChoice } from '../../store/view.ts';
import { Button } from '../../ui/button.tsx';
import { AssumptionRow } from './assumption-row.tsx';
import { AssumptionSlider } from './assumption-slider.tsx';
import { KEY_ASSUMPTIONS } from './key-assumptions.ts';
import { OwnershipModels } from './ownership-models.tsx';
import './assumptions-screen.css';

const KEY = 'Key assumptions';
const MODELS = 'Ownership models';

/** Every figure the comparison stands on, with its source; changed here or beside the charts. */
export function AssumptionsScreen() {
  const context = useAppContext();
  const store = useAppStore();
  const catalogue = useApp(activeCatalogue);
  const scenario = useApp(activeScenario);
  const chosen = useApp(({ document }) => document?.view.choices['assumptions.group']);
  const searched = useApp(({ document }) => document?.view.choices['assumptions.search']);
  const search = typeof searched === 'string' ? searched : '';
  const group = typeof chosen === 'string' ? chosen : KEY;
  const changed = useMemo(
    () =>
      scenario === null
        ? new Set<string>()
        : new Set(
            catalogue
              .filter(({ path, default: usual }) => getAt(scenario.assumptions, path) !== usual)
              // A variant that follows its base is not a change of its own.
              .filter(
                (entry) =>
                  entry.kind === 'choice' ||
                  entry.variantOf === null ||
                  scenario.unlinked.includes(entry.path),
              )
              .map(({ path }) => path),
          ),
    [catalogue, scenario],
  );
  if (scenario === null) return null;
  const found = search.trim() === '' ? null : catalogue.filter((entry) => matches(entry, search));
  const own = customModels(scenario).length;
  const count = (name: string): number =>
    catalogue.filter((entry) => entry.group === name && changed.has(entry.path)).length;
  return (
    <div className="screen assumptions">
      <header className="book__head">
        <div>
          <h1 className="finding">
            {changed.size === 0
              ? `${scenario.name} stands on the default assumptions`
              : `${scenario.name} changes ${changed.size === 1 ? 'one assumption' : `${String(changed.size)} assumptions`}`}
            {own === 0
              ? ''
              : `, with ${own === 1 ? 'one ownership model' : `${String(own)} ownership models`} of its own`}
          </h1>
          <p className="muted book__lead">
            Money is in {scenario.assumptions.currency} a year. A band is the range that a source
            gives, the tick the default; double-click a slider to go back to it.
          </p>
        </div>
        <div className="row assumptions__files">
          <Button icon={<Upload />} onClick={() => void chooseAssumptions(context)}>
            Load…
          </Button>
          <Button icon={<Download />} onClick={() => void saveAssumptions(context)}>
            Save…
          </Button>
        </div>
      </header>
      <div className="assumptions__columns">
        <nav className="assumptions__groups" aria-label="Groups of assumptions">
          <input
            type="search"
            className="text-input"
            placeholder="Search"
            aria-label="Search the assumptions"
            value={search}
            onChange={(event) => {
              setChoice(store, 'assumptions.search', event.target.value);
            }}
          />
          {[KEY, ...new Set(GROUPS), MODELS].map((name) => (
            <button
              key={name}
              type="button"
              className="assumptions__group"
              aria-current={found === null && name === group ? 'true' : undefined}
              onClick={() => {
                setChoice(store, 'assumptions.group', name);
                setChoice(store, 'assumptions.search', '');
              }}
            >
              <span>{name}</span>
              {count(name) > 0 && <span className="small muted">{count(name)} changed</span>}
            </button>
          ))}
        </nav>
        {found !== null ? (
          <Rows title={`${String(found.length)} found`} entries={found} />
        ) : group === KEY ? (
          <section aria-label={KEY} className="assumptions__key">
            {KEY_ASSUMPTIONS.map((path) => (
              <AssumptionSlider key={path} path={path} />
            ))}
          </section>
        ) : group === MODELS ? (
          <OwnershipModels />
        ) : (
          <Rows title={group} entries={catalogue.filter((entry) => entry.group === group)} />
        )}
      </div>
    </div>
  );
}

function Rows(props: { readonly title: string; readonly entries: readonly CatalogueEntry[] }) {
  const subjects = [...new Set(props.entries.map(headingOf))];
  return (
    <section className="assumptions__rows" aria-label={props.title}>
      {subjects.map((subject) => (
        <div key={subject} className="assumptions__subject">
          {subject !== '' && <h2 className="heading">{subject}</h2>}
          {props.entries
            .filter((entry) => headingOf(entry) === subject)
            .map((entry) => (
              <AssumptionRow key={entry.path} entry={entry} />
            ))}
        </div>
      ))}
    </section>
  );
}

/** Rows of one role or motion stand together; a variant stands under its base figure. */
function headingOf(entry: CatalogueEntry): string {
  if (entry.kind === 'figure' && entry.variantOf !== null)
    return entry.subject.split(' in ')[0] ?? '';
  return entry.subject.split(',')[0] ?? '';
}

function matches(entry: CatalogueEntry, search: string): boolean {
  const text = `${titleOf(entry)} ${entry.group} ${entry.path}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
