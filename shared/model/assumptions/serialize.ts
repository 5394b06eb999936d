import { own } from '../../units/records.ts';
import { DEFAULTS } from './defaults.ts';
import { withValueAt } from './paths.ts';
import type { Assumptions } from './types.ts';

/**
 * The text of an assumptions file: all of them, so that it keeps its meaning when the defaults
 * change. `parseAssumptionsText` reads it back the same; a default variant that was taken out is
 * written as null, since what a file leaves out stays as it is.
 */
export function serializeAssumptions(assumptions: Assumptions): string {
  let content = assumptions;
  for (const [model, { roles = {} }] of Object.entries(DEFAULTS.models)) {
    for (const [role, figures] of Object.entries(roles)) {
      const kept = own(own(assumptions.models, model)?.roles ?? {}, role) ?? {};
      for (const name of Object.keys(figures)) {
        if (!Object.hasOwn(kept, name)) {
          content = withValueAt(content, ['models', model, 'roles', role, name], null);
        }
      }
    }
  }
  return `${JSON.stringify(content, null, 2)}\n`;
}
