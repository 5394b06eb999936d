import { MOTIONS } from '../../../shared/book/motions.ts';
import { MOTION_NAMES } from '../../../shared/model/names.ts';
import type { Focus } from '../../store/state.ts';
import { bandLabel } from './breakdown-rows.ts';
import type { Subject } from './subject.ts';

/** What the list holds: "Split: Paid twice", "All-CSM: Run rate, 30 to 90 days". */
export function listTitle(subject: Subject, { model, metric, part }: Focus): string {
  const name = subject.models.find(({ id }) => id === model)?.label ?? model;
  const figure = subject.metrics.get(metric)?.label ?? metric;
  return `${name}: ${figure}${part === undefined ? '' : `, ${partLabel(part)}`}`;
}

/** A row of a breakdown in words. */
export function partLabel({ by, key }: NonNullable<Focus['part']>): string {
  if (by === 'band') return bandLabel(Number(key));
  const motion = MOTIONS.find((each) => each === key);
  return motion === undefined ? key : MOTION_NAMES[motion];
}
