import type { Book } from '../../shared/book/book.ts';
import type { EncodedProject } from '../../shared/project/encode.ts';
import type { Stop } from '../../shared/units/stop.ts';
import type { HeavySlices, Input, JobKind, Output } from './jobs.ts';
import type { Team } from './team.ts';

/** What jobs of one worker keep between them. */
export interface Desk {
  readonly team: Team;
  book: Book | null;
  /** What saving keeps: the columns as sent last and the file as written last. */
  heavy: HeavySlices | null;
  encoded: EncodedProject | null;
}

/** What a running job may do beside returning. */
export interface JobContext<Kind extends JobKind> {
  readonly desk: Desk;
  /** Tells that the asker gave up: whatever takes long heeds it. */
  readonly stop: Stop;
  /** Hands out an earlier, incomplete answer. */
  partial(output: Output<Kind>): void;
  /** Lets messages in between two stretches of work; throws `Stopped` where the asker gave up. */
  breathe(): Promise<void>;
}

/** One kind of job. */
export type Job<Kind extends JobKind> = (
  input: Input<Kind>,
  context: JobContext<Kind>,
) => Promise<Output<Kind>>;
