import type { JobKind } from './jobs.ts';

/** What the window says to a worker. Jobs run one after another, in the order they were asked. */
export type ToWorker =
  | { readonly type: 'run'; readonly id: number; readonly kind: JobKind; readonly input: unknown }
  | { readonly type: 'cancel'; readonly id: number };

/** What a worker answers. */
export type FromWorker =
  | { readonly type: 'partial'; readonly id: number; readonly output: unknown }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | { readonly type: 'cancelled'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
