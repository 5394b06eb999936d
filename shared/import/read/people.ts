import { foldName, idKey } from '../text.ts';
import type { Person } from '../types.ts';
import type { DraftTexts } from './draft.ts';
import type { TableView } from './view.ts';

interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** ae, am, csm, other, or '' where nothing tells. */
  readonly meaning: string;
  readonly quota: number;
}

/** Everyone in the tables of people. */
export function readPeople(views: readonly TableView[]): readonly Colleague[] {
  return views.flatMap((view) => {
    const ids = view.texts('personId');
    const roles = view.texts('role');
    const meanings = view.meanings('role');
    const quotas = view.figures('quota').values;
    return view.texts('name').flatMap((name, row) =>
      name === ''
        ? []
        : [
            {
              id: ids[row] ?? '',
              name,
              role: roles[row] ?? '',
              meaning: meanings[row] ?? '',
              quota: quotas[row] ?? NaN,
            },
          ],
    );
  });
}

/**
 * Puts names where the accounts name owners by id, in place. Where accounts have one owner column
 * only, each owner goes to the role that the people table gives them.
 */
export function nameOwners(texts: DraftTexts, people: readonly Colleague[]): void {
  if (people.length === 0) return;
  const byId = new Map(
    people.filter(({ id }) => id !== '').map((person) => [idKey(person.id), person]),
  );
  const byName = new Map(people.map((person) => [foldName(person.name), person]));
  const fields = [...texts.keys()].filter((field) => field.startsWith('owner.'));
  for (const field of fields)
    texts.set(
      field,
      (texts.get(field) ?? []).map((text) => byId.get(idKey(text))?.name ?? text),
    );
  const [only] = fields;
  if (fields.length !== 1 || only !== 'owner.ae') return;
  const owners = texts.get(only) ?? [];
  const roleOf = (owner: string): string => {
    const meaning = byName.get(foldName(owner))?.meaning ?? '';
    return meaning === 'am' || meaning === 'csm' ? `owner.${meaning}` : only;
  };
  for (const field of new Set(owners.filter((owner) => owner !== '').map(roleOf)))
    texts.set(
      field,
      owners.map((owner) => (owner !== '' && roleOf(owner) === field ? owner : '')),
    );
  if (!owners.some((owner) => owner !== '' && roleOf(owner) === only)) texts.delete(only);
}

/** Everyone with the number of accounts that name them as an owner. */
export function peopleOf(people: readonly Colleague[], texts: DraftTexts): readonly Person[] {
  const counts = new Map<string, Set<number>>();
  for (const [field, owners] of texts) {
    if (!field.startsWith('owner.')) continue;
    owners.forEach((owner, account) => {
      const key = foldName(owner);
      if (key === '') return;
      const accounts = counts.get(key) ?? new Set<number>();
      counts.set(key, accounts.add(account));
    });
  }
  return people.map(({ id, name, role, quota }) => ({
    id,
    name,
    role,
    quota,
    accounts: counts.get(foldName(name))?.size ?? 0,
  }));
}
