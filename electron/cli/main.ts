import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import about from '../../package.json' with { type: 'json' };
import { serveRanges } from './range-workers.ts';
import { READER_ARGUMENT } from './reader-messages.ts';
import { readForParent } from './reader.ts';
import { runCommandLine } from './run.ts';

/** The command line on Node. Started by itself with READER_ARGUMENT it is the process that reads books, as a thread it goes through a share of one. */
if (!isMainThread) serveRanges();
else if (process.argv[2] === READER_ARGUMENT) readForParent();
else
  process.exitCode = await runCommandLine(
    fileURLToPath(import.meta.url),
    about.version,
    process.argv.slice(2),
  );
