import type { Desk, JobContext, Job } from './job.ts';
import type { Input, JobKind, Output } from './jobs.ts';
import { accounts } from './jobs/accounts.ts';
import { bookAccounts } from './jobs/book-accounts.ts';
import { breakdowns } from './jobs/breakdowns.ts';
import { evaluate } from './jobs/evaluate.ts';
import { explain } from './jobs/explain.ts';
import { explainAccount } from './jobs/explain-account.ts';
import { flips } from './jobs/flips.ts';
import { exportWorkbook } from './jobs/export-workbook.ts';
import { decodeProject, encodeProject, recoverProject } from './jobs/project.ts';
import { readSample, reread } from './jobs/read.ts';
import { ruleEffects } from './jobs/rule-effects.ts';
import { setBook } from './jobs/set-book.ts';
import type { Team } from './team.ts';

const JOBS: { readonly [Kind in JobKind]: Job<Kind> } = {
  setBook,
  evaluate,
  ruleEffects,
  flips,
  reread,
  readSample,
  explain,
  explainAccount,
  breakdowns,
  accounts,
  bookAccounts,
  encodeProject,
  exportWorkbook,
  decodeProject,
  recoverProject,
};

/** Runs one job. The same code in the worker and in-process. */
export function runJob<Kind extends JobKind>(
  kind: Kind,
  input: Input<Kind>,
  context: JobContext<Kind>,
): Promise<Output<Kind>> {
  return JOBS[kind](input, context);
}

/** A worker's state before its first job. */
export function emptyDesk(team: Team): Desk {
  return { team, book: null, heavy: null, encoded: null };
}
