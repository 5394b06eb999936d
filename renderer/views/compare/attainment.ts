import { roleName } from '../../../shared/model/names.ts';
import type { ModelId, RoleId } from '../../../shared/model/assumptions/types.ts';
import { contendersOf, resultOf, type Subject } from './subject.ts';

/** A role whose stated quota would pay clearly more or less than its plan promises. */
export interface AttainmentNote {
  readonly model: ModelId;
  readonly role: RoleId;
  readonly attainment: number;
  readonly sentence: string;
}

/** Outside this band the screens say so (model equations, section 6). */
const USUAL = { low: 0.8, high: 1.2 };

/** One note a model and role outside 80–120 %. A role that leads and assists nothing has nothing to say. */
export function attainmentNotes(subject: Subject): readonly AttainmentNote[] {
  return contendersOf(subject).flatMap((model) => {
    const result = resultOf(subject, model.id);
    if (result === null) return [];
    return Object.entries(result.impliedAttainment).flatMap(([role, attainment]) => {
      if (attainment === null || (attainment >= USUAL.low && attainment <= USUAL.high)) return [];
      const share = subject.format.figure(attainment, 'share');
      const sentence = `At the stated quota this plan would pay the ${roleName(role)} ${share} of what it promises.`;
      return [{ model: model.id, role, attainment, sentence }];
    });
  });
}
