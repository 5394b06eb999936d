import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import { parseAssumptionsText } from '../../shared/model/assumptions/parse.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import type { ImportOptions, ImportResult } from '../../shared/import/types.ts';
import { readMapping } from '../../shared/project/mapping-file.ts';
import { readText } from './files.ts';
import { single, type GivenOptions } from './options.ts';
import { readBook } from './read-book.ts';
import { Refusal } from './refusal.ts';

/** The book that the options name, as read. Throws a Refusal where none can be made of it. */
export async function readRequestedBook(
  program: string,
  options: GivenOptions,
): Promise<ImportResult & { readonly book: NonNullable<ImportResult['book']> }> {
  const paths = options.get('book') ?? [];
  if (paths.length === 0) throw new Refusal('No book is named: add --book FILE.');
  if (paths.includes('-'))
    throw new Refusal('A book is read from a file, not from standard input: name a file.');
  const result = await readBook(program, paths, await importOptions(options));
  const { book } = result;
  if (book === undefined) {
    // A file that is something else than its name says may be the wrong file.
    const reasons = result.issues.filter(
      ({ severity, code }) => severity === 'error' || code === 'format-mismatch',
    );
    throw new Refusal(...reasons.map(({ message }) => message));
  }
  return { ...result, book };
}

/** The assumptions that the options name; the defaults where they name none. */
export async function readRequestedAssumptions(options: GivenOptions): Promise<Assumptions> {
  const path = single(options, 'assumptions');
  if (path === undefined) return DEFAULTS;
  const parsed = parseAssumptionsText(await readText(path));
  if (parsed.ok) return parsed.value;
  throw new Refusal(...parsed.error.map(({ message }) => `${path}: ${message}.`));
}

/** Where the output goes, or undefined; two outputs can't share a place. */
export function refuseSharedTargets(options: GivenOptions, outputs: readonly string[]): void {
  const targets = outputs.flatMap((name) => single(options, name) ?? []);
  const shared = targets.find((target, at) => targets.indexOf(target) !== at);
  if (shared === undefined) return;
  const place = shared === '-' ? 'standard output' : shared;
  throw new Refusal(`Two outputs go to ${place}: give each a place of its own.`);
}

async function importOptions(options: GivenOptions): Promise<ImportOptions> {
  const asOf = single(options, 'as-of');
  if (asOf !== undefined && !isDate(asOf))
    throw new Refusal(`--as-of must be a day such as 2026-03-31, is "${asOf}".`);
  const path = single(options, 'mapping');
  const mapping = path === undefined ? undefined : readMapping(await readText(path));
  if (mapping?.ok === false) throw new Refusal(`${String(path)} can't be used: ${mapping.error}.`);
  return { asOf, mapping: mapping?.value, sheet: single(options, 'sheet') };
}

function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}
