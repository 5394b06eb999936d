import type { Motion } from '../../book/motions.ts';
import { isPlainObject, own } from '../../units/records.ts';
import { modelName, MOTION_NAMES, roleName, roleTitle } from '../names.ts';
import { getAt } from './access.ts';
import type { AssumptionValue } from './access.ts';
import { DEFAULTS } from './defaults.ts';
import type { AssumptionUnit, Bounds } from './field.ts';
import { CHOICES, fieldOf } from './locate.ts';
import type { Choice } from './locate.ts';
import { joinPath, splitPath } from './paths.ts';
import type { AssumptionPath } from './paths.ts';
import type { Grade } from './source.ts';
import { NO_SOURCE } from './source.ts';
import { SOURCES } from './sources.ts';
import type { Assumptions } from './types.ts';
import { baseOf } from './variants.ts';

/** One assumption as the editor, the export and the analyses see it. */
export type CatalogueEntry = FigureEntry | ChoiceEntry;

interface EntryHead {
  readonly path: AssumptionPath;
  /** What the figure says, without whose it is: "On-target earnings". */
  readonly label: string;
  /** Whose figure it is, where several have it: "CSM", "Renewal", "CSM in All-CSM"; else ''. */
  readonly subject: string;
  readonly group: string;
}

export interface FigureEntry extends EntryHead {
  readonly kind: 'figure';
  readonly unit: AssumptionUnit;
  readonly bounds: Bounds;
  /** null for what the user added: a custom role, a segment's cycle length. */
  readonly default: number | null;
  /** The range that a source or a stated reason gives; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly hasSourcedRange: boolean;
  /** Grade X: no public source; the user's to overwrite first. */
  readonly grade: Grade;
  readonly source: string | null;
  readonly year: number | null;
  readonly note: string;
  /** The base figure that this one varies for a model; null where it is none. */
  readonly variantOf: AssumptionPath | null;
}

export interface ChoiceEntry extends EntryHead {
  readonly kind: 'choice';
  readonly options: Choice['options'];
  readonly default: AssumptionValue;
}

/** Groups of the editor, in its order. */
export const GROUPS = [
  'Value of a model',
  'Segments and sales cycle',
  'Renewal and upsell',
  'White space and risk',
  'Roles and their pay',
  'Commission and incentives',
  'Service and coordination',
  'People',
  'Change of ownership',
] as const;
type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<string, Group>> = {
  segments: 'Segments and sales cycle',
  cycle: 'Segments and sales cycle',
  motions: 'Renewal and upsell',
  effort: 'Renewal and upsell',
  pursuit: 'Renewal and upsell',
  bestFit: 'Renewal and upsell',
  risk: 'White space and risk',
  whitespace: 'White space and risk',
  roles: 'Roles and their pay',
  models: 'Roles and their pay',
  incentive: 'Commission and incentives',
  certification: 'Commission and incentives',
  scorecard: 'Commission and incentives',
  spiff: 'Commission and incentives',
  pay: 'Commission and incentives',
  service: 'Service and coordination',
  coordination: 'Service and coordination',
  friction: 'Service and coordination',
  capacity: 'People',
  transition: 'Change of ownership',
};

/** Every figure and choice of these assumptions, group by group, a role's variants right after it. */
export function catalogueOf(assumptions: Assumptions): readonly CatalogueEntry[] {
  const entries = leavesOf(assumptions, []).flatMap((names) => entryOf(assumptions, names) ?? []);
  const variants = new Map<AssumptionPath, CatalogueEntry[]>();
  for (const entry of entries.filter(isVariant)) {
    variants.set(entry.variantOf, [...(variants.get(entry.variantOf) ?? []), entry]);
  }
  const inOrder = entries
    .filter((entry) => !isVariant(entry))
    .flatMap((base) => [base, ...(variants.get(base.path) ?? [])]);
  return GROUPS.flatMap((group) => inOrder.filter((entry) => entry.group === group));
}

function isVariant(entry: CatalogueEntry): entry is FigureEntry & { variantOf: AssumptionPath } {
  return entry.kind === 'figure' && entry.variantOf !== null;
}

/** The entry of one path; null where the assumptions hold no figure or choice there. */
export function entryAt(assumptions: Assumptions, path: AssumptionPath): CatalogueEntry | null {
  const names = splitPath(path);
  return names === null ? null : entryOf(assumptions, names);
}

function entryOf(assumptions: Assumptions, names: readonly string[]): CatalogueEntry | null {
  const path = joinPath(names);
  const head = {
    path,
    subject: subjectOf(assumptions, names),
    group: own(GROUP_OF, names[0] ?? '') ?? GROUPS[0],
  };
  const choice = own(CHOICES, path);
  if (choice !== undefined) {
    const usual = getAt(DEFAULTS, path) ?? '';
    return { ...head, kind: 'choice', ...choice, default: usual };
  }
  const field = fieldOf(names);
  const value = getAt(assumptions, path);
  if (field === null || typeof value !== 'number') return null;
  const usual = getAt(DEFAULTS, path);
  const source = own(SOURCES, path);
  return {
    ...head,
    kind: 'figure',
    ...field,
    default: typeof usual === 'number' ? usual : null,
    low: source?.low ?? null,
    high: source?.high ?? null,
    hasSourcedRange: source !== undefined,
    grade: source?.grade ?? 'X',
    source: source?.source ?? null,
    year: source?.year ?? null,
    note: source?.note ?? NO_SOURCE,
    variantOf: baseOf(path),
  };
}

function subjectOf(assumptions: Assumptions, names: readonly string[]): string {
  const [first, second = '', third = '', fourth = ''] = names;
  const motion = names.findLast((name): name is Motion => Object.hasOwn(MOTION_NAMES, name));
  const motionPart = motion === undefined ? [] : [MOTION_NAMES[motion]];
  const parts = ((): readonly string[] => {
    switch (first) {
      case 'roles':
        return [roleTitle(second), ...motionPart];
      case 'models':
        return [`${roleName(fourth)} in ${modelName(second, assumptions.models)}`, ...motionPart];
      case 'capacity':
        return third === '' ? [] : [roleTitle(third)];
      case 'incentive':
        return third === '' ? [] : [roleTitle(third), ...motionPart];
      case 'cycle':
        return third === '' ? [] : [third];
      default:
        return motionPart;
    }
  })();
  return parts.join(', ');
}

function leavesOf(value: unknown, names: readonly string[]): readonly (readonly string[])[] {
  if (!isPlainObject(value)) return Array.isArray(value) ? [] : [names];
  return Object.entries(value).flatMap(([name, child]) => leavesOf(child, [...names, name]));
}

/** Whose figure and what it says, in one line: "CSM in All-CSM: On-target earnings". */
export function titleOf(entry: CatalogueEntry): string {
  return entry.subject === '' ? entry.label : `${entry.subject}: ${entry.label}`;
}
