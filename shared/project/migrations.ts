import { FORMAT } from './manifest.ts';
import type { Parts } from './parts.ts';

/**
 * What turns the parts of format n into those of format n + 1, at index n − 1. When the format
 * changes, the step from the last one is added here and a file of it stays in the tests for ever.
 */
const STEPS: readonly ((parts: Parts) => Parts)[] = [];

/** Parts of an earlier format as parts of today's. */
export function migrate(parts: Parts, format: number): Parts {
  return STEPS.slice(format - 1, FORMAT - 1).reduce((older, step) => step(older), parts);
}
