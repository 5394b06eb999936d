import type { Book } from '../../shared/book/book.ts';
import type { Input, JobKind, Output } from './jobs.ts';

/** What jobs of one worker keep between them. */
export interface Desk {
  book: Book | null;
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
