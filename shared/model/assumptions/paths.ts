import { isPlainObject, own } from '../../units/records.ts';

/**
 * Where a figure stands, as text: names joined by dots, `roles.csm.ote`. A name that would read as
 * a path itself (segments are named by the book) stands in brackets: `cycle.segmentDays["Up to 5.0"]`.
 */
export type AssumptionPath = string;

const PLAIN_NAME = /^[^.[\]"]+$/;

/** Names to path. */
export function joinPath(names: readonly (string | number)[]): AssumptionPath {
  return names.reduce<string>((path, name) => {
    const text = String(name);
    if (!PLAIN_NAME.test(text)) return `${path}[${JSON.stringify(text)}]`;
    return path === '' ? text : `${path}.${text}`;
  }, '');
}

/** Path to names; null where the text is no path. */
export function splitPath(path: AssumptionPath): readonly string[] | null {
  const names: string[] = [];
  const part = /(?:^|\.)([^.[\]"]+)|\[("(?:[^"\\]|\\.)*")\]/gy;
  while (part.lastIndex < path.length) {
    const match = part.exec(path);
    if (match === null) return null;
    const name = match[1] ?? unquote(match[2] ?? '');
    if (name === null) return null;
    names.push(name);
  }
  return names;
}

function unquote(text: string): string | null {
  try {
    const name: unknown = JSON.parse(text);
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}

/** The value at a path, of any kind; undefined where nothing stands there. */
export function valueAt(root: unknown, names: readonly string[]): unknown {
  let value = root;
  for (const name of names) {
    if (Array.isArray(value)) value = value[Number(name)];
    else if (isPlainObject(value)) value = own(value, name);
    else return undefined;
  }
  return value;
}

/**
 * A copy of `root` with another value at a path; the groups on the way are copied, all else is
 * shared. undefined takes the entry out. The caller has checked that the value may stand there,
 * which is why the copy keeps the type of the original.
 */
export function withValueAt<T extends object>(
  root: T,
  names: readonly string[],
  value: unknown,
): T {
  const [name, ...rest] = names;
  if (name === undefined || name === '__proto__') return root;
  const entries: Record<string, unknown> = Object.fromEntries(Object.entries(root));
  if (rest.length > 0) {
    const child = own(entries, name);
    entries[name] = withValueAt(isPlainObject(child) ? child : {}, rest, value);
  } else if (value === undefined) delete entries[name];
  else entries[name] = value;
  return entries as T;
}
