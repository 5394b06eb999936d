import type { Book } from '../../shared/book/book.ts';
import type { EncodedProject } from '../../shared/project/encode.ts';
import type { HeavySlices, Input, JobKind, Output } from './jobs.ts';

/** What jobs of one worker keep between them. */
export interface Desk {
  book: Book | null;
  /** What saving keeps: the columns as sent last and the file as written last. */
  heavy: HeavySlices | null;
  encoded: EncodedProject | null;
}

/** What a running job may do beside returning. */
export interface JobContext<Kind extends JobKind> {
  readonly desk: Desk;
  /** Hands out an earlier, incomplete answer. */
  partial(output: Output<Kind>): void;
  /** Lets messages in between two stretches of work; throws `JobCancelled` where the asker gave up. */
  breathe(): Promise<void>;
}

/** One kind of job. */
export type Job<Kind extends JobKind> = (
  input: Input<Kind>,
  context: JobContext<Kind>,
) => Promise<Output<Kind>>;
