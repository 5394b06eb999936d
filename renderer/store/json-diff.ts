import type { DocumentPatch } from '../../shared/project/document.ts';
import { isPlainObject } from '../../shared/units/records.ts';

/**
 * The patches from one immutable state to the next. What kept its identity is equal by definition,
 * so the cost is that of the change, not of the state.
 */
export function differences(
  before: unknown,
  after: unknown,
  path: DocumentPatch['path'] = [],
): readonly DocumentPatch[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path);
  if (isPlainObject(before) && isPlainObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => {
      const at = [...path, key];
      if (!Object.hasOwn(after, key)) return [{ op: 'remove', path: at } as const];
      if (!Object.hasOwn(before, key)) {
        return [{ op: 'add', path: at, value: after[key] } as const];
      }
      return differences(before[key], after[key], at);
    });
  }
  return [{ op: 'replace', path, value: after }];
}

/** Lists grow and shrink at their end; anything else is written as replaced entries. */
function inLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: DocumentPatch['path'],
): readonly DocumentPatch[] {
  const common = Math.min(before.length, after.length);
  const patches: DocumentPatch[] = [];
  for (let index = 0; index < common; index += 1) {
    patches.push(...differences(before[index], after[index], [...path, index]));
  }
  for (let index = before.length - 1; index >= common; index -= 1) {
    patches.push({ op: 'remove', path: [...path, index] });
  }
  for (let index = common; index < after.length; index += 1) {
    patches.push({ op: 'add', path: [...path, index], value: after[index] });
  }
  return patches;
}
