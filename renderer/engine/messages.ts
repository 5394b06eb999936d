import type { Stop } from '../../shared/units/stop.ts';
import type { JobKind } from './jobs.ts';

/** What the window asks of a worker. Jobs run one after another, in the order they were asked. */
export interface ToWorker {
  readonly id: number;
  readonly kind: JobKind;
  readonly input: unknown;
  /** Gives the job up; a job that was given up is not answered. */
  readonly stop: Stop;
}

/** What a worker answers. */
export type FromWorker =
  | { readonly type: 'partial'; readonly id: number; readonly output: unknown }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
