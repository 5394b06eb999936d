import type { AssumptionPath } from './paths.ts';

/** Why assumptions are refused: the path, and one sentence that begins with it. */
export interface AssumptionIssue {
  readonly path: AssumptionPath;
  readonly message: string;
}

/** A refusal; `reason` follows the path in the sentence. */
export function issueAt(path: AssumptionPath, reason: string): AssumptionIssue {
  return { path, message: `${path === '' ? 'The assumptions' : path} ${reason}` };
}

const LONGEST_SHOWN = 40;

/** A value as a sentence shows it: what was there, cut where it is long. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    const cut = value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
    return JSON.stringify(cut);
  }
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group';
  return String(value);
}
