import { ListFilter } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Book } from '../../shared/book/book.ts';
import { roleTitle } from '../../shared/model/names.ts';
import type { BookFilter } from '../../shared/project/document.ts';
import { NO_FILTER } from '../../shared/project/document.ts';
import { BAND_WORDS } from '../store/filter-words.ts';
import { setFilter } from '../store/scenarios.ts';
import { activeResult, activeScenario } from '../store/selectors.ts';
import { useApp, useAppStore } from '../store/use-app.tsx';
import { Chip } from '../ui/chip.tsx';

interface Facet {
  readonly group: string;
  readonly label: string;
  readonly isOn: (filter: BookFilter) => boolean;
  readonly toggle: (filter: BookFilter) => BookFilter;
}

/** Which accounts take part: a chip for each part of the filter, each of them removable. */
export function FilterChips() {
  const store = useAppStore();
  const filter = useApp((state) => activeScenario(state)?.filter ?? NO_FILTER);
  const book = useApp(({ document }) => document?.book ?? null);
  const segments = useApp(useShallow((state) => activeResult(state)?.totals.segments ?? []));
  const facets = useMemo(() => (book === null ? [] : facetsOf(book, segments)), [book, segments]);
  if (book === null) return null;
  const change = ({ label, isOn, toggle }: Facet): void => {
    setFilter(store, toggle(filter), isOn(filter) ? `Remove filter ${label}` : `Filter ${label}`);
  };
  const chosen = facets.filter((facet) => facet.isOn(filter));
  return (
    <div className="filter" role="group" aria-label="Filter of the book">
      <FilterMenu facets={facets} filter={filter} onToggle={change} />
      {chosen.map((facet) => (
        <Chip
          key={`${facet.group} ${facet.label}`}
          tone="accent"
          removeLabel={`Remove filter ${facet.label}`}
          onRemove={() => {
            change(facet);
          }}
        >
          {facet.label}
        </Chip>
      ))}
      {chosen.length === 0 && <span className="small muted">All accounts</span>}
    </div>
  );
}

/** Facets with more choices than fit are found by typing. */
const SHOWN = 60;

function FilterMenu(props: {
  readonly facets: readonly Facet[];
  readonly filter: BookFilter;
  readonly onToggle: (facet: Facet) => void;
}) {
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = props.facets.filter(({ label, group }) =>
    `${group} ${label}`.toLowerCase().includes(wanted),
  );
  const shown = found.slice(0, SHOWN);
  const groups = [...new Set(shown.map(({ group }) => group))];
  return (
    <Popover.Root
      onOpenChange={() => {
        setQuery('');
      }}
    >
      <Popover.Trigger asChild>
        <button type="button" className="top-bar__picker">
          <ListFilter aria-hidden="true" />
          Filter
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu filter__menu" align="start" sideOffset={4}>
          <input
            className="text-input filter__search"
            placeholder="Segment, region, industry or owner"
            aria-label="Find a part of the book"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
            }}
          />
          {groups.map((group) => (
            <fieldset key={group} className="filter__group">
              <legend className="small muted">{group}</legend>
              {shown
                .filter((facet) => facet.group === group)
                .map((facet) => (
                  <label key={facet.label} className="filter__choice">
                    <input
                      type="checkbox"
                      checked={facet.isOn(props.filter)}
                      onChange={() => {
                        props.onToggle(facet);
                      }}
                    />
                    <span className="truncate">{facet.label}</span>
                  </label>
                ))}
            </fieldset>
          ))}
          {found.length > SHOWN && (
            <p className="small muted filter__more">
              {found.length - SHOWN} more: type a part of the name.
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function facetsOf(book: Book, segments: readonly string[]): readonly Facet[] {
  const text = (
    group: string,
    key: 'segments' | 'regions' | 'industries',
    values: readonly string[],
  ): readonly Facet[] =>
    values.map((value) => ({
      group,
      label: value === '' ? `${group} not given` : value,
      isOn: (filter) => filter[key].includes(value),
      toggle: (filter) => ({ ...filter, [key]: toggled(filter[key], value) }),
    }));
  const bands = BAND_WORDS.map(([from, label]) => ({
    group: 'Sales cycle',
    label,
    isOn: (filter: BookFilter) => filter.bands.includes(from),
    toggle: (filter: BookFilter) => ({ ...filter, bands: toggled(filter.bands, from) }),
  }));
  const owners = Object.entries(book.owners).flatMap(([role, { values }]) =>
    values.map((name): Facet => {
      const isThis = (chip: { readonly role: string; readonly name: string }): boolean =>
        chip.role === role && chip.name === name;
      return {
        group: roleTitle(role),
        label: name === '' ? `No ${roleTitle(role).toLowerCase()}` : name,
        isOn: (filter) => filter.owners.some(isThis),
        toggle: (filter) => ({
          ...filter,
          owners: filter.owners.some(isThis)
            ? filter.owners.filter((chip) => !isThis(chip))
            : [...filter.owners, { role, name }],
        }),
      };
    }),
  );
  const known = (values: readonly string[]): readonly string[] => values.filter((v) => v !== '');
  return [
    ...text('Segment', 'segments', segments),
    ...bands,
    ...text('Region', 'regions', known(book.region.values)),
    ...text('Industry', 'industries', known(book.industry.values)),
    ...owners,
  ];
}

function toggled<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.includes(value) ? list.filter((item) => item !== value) : [...list, value];
}
