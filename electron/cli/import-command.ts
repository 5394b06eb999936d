import { toCanonicalRows } from '../../shared/import/canonical-rows.ts';
import { writeCsv } from '../../shared/write/csv.ts';
import type { ImportResult } from '../../shared/import/types.ts';
import { countEstimated, fillIn } from '../../shared/model/fill-in.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import type { Book } from '../../shared/book/book.ts';
import { say, writeOutputs, type Output } from './files.ts';
import { single, type GivenOptions } from './options.ts';
import { importSummary } from './plain-text.ts';
import { readRequestedAssumptions, readRequestedBook, refuseSharedTargets } from './request.ts';
import { warningLines } from './warnings.ts';

/** `handoff import`: reads a book, writes what was understood. */
export async function runImport(program: string, options: GivenOptions): Promise<void> {
  refuseSharedTargets(options, ['json', 'csv']);
  const assumptions = await readRequestedAssumptions(options);
  const result = await readRequestedBook(program, options);
  const outputs: Output[] = [];
  const json = single(options, 'json');
  if (json !== undefined)
    outputs.push({ target: json, content: asJson(understood(result, result.book, assumptions)) });
  const csv = single(options, 'csv');
  if (csv !== undefined)
    outputs.push({ target: csv, content: writeCsv(toCanonicalRows(result.book)) });
  if (outputs.length === 0)
    outputs.push({ target: '-', content: importSummary(result, result.book) });
  await writeOutputs(outputs);
  await say(warningLines(result));
}

/** JSON text as the command line writes it. */
export function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** What was understood of a book, as data: the form of `import --json`. */
export function understood(
  result: ImportResult,
  book: Book,
  assumptions: Assumptions,
): Readonly<Record<string, unknown>> {
  const { mapping, fields } = result;
  return {
    source: result.source,
    shape: result.shape,
    mapping: fields,
    accounts: book.count,
    totals: result.totals,
    currency: book.currency,
    estimated: { ...result.estimated, ...countEstimated(fillIn(book, assumptions)) },
    issues: result.issues,
    issueCounts: result.issueCounts,
    asOf: result.asOf,
    rules: result.rules,
    potentialRule: mapping.potentialRule,
    joins: result.joins,
    deals: result.deals,
    statedTotals: result.statedTotals,
    people: result.people,
    notPaying: result.notPaying.map(({ id }) => id),
    today: result.today,
  };
}
