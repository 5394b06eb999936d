import { POTENTIAL_RULES } from '../book/book.ts';
import type { SheetFile } from '../sheet/grid.ts';
import { buildBook } from './build-book.ts';
import { withCorrections } from './corrections.ts';
import { withHoldings } from './infer/holdings.ts';
import { withLookups } from './infer/lookups.ts';
import { issueList, type IssueList } from './issues.ts';
import { askOpenReadings } from './open-readings.ts';
import { lookupOf, tableReferred, type Lookup } from './read/lookups.ts';
import { openTable, type TableView } from './read/view.ts';
import { emptyResult } from './result.ts';
import { ruleBook } from './rules.ts';
import { saySources } from './say-sources.ts';
import { columnLetter } from './text.ts';
import type { ImportOptions, ImportResult, LookupTable, Mapping } from './types.ts';
import { understandFiles, type Understood } from './understand.ts';

/**
 * Understands the files as one book: finds the tables, says what each column means, joins, and gives
 * the book, or the issues that stand in its way. Pure, and never throws on any input. `onStep` is
 * called as work goes on, a table or a column at a time: whoever watches knows that it is alive.
 */
export function importBook(
  files: readonly SheetFile[],
  options: ImportOptions,
  onStep: () => void = () => undefined,
): ImportResult {
  const issues = issueList(columnLetter);
  const corrected = withCorrections(files, options.mapping?.corrections ?? []);
  const understood = withHoldings(withLookups(understandFiles(corrected, options, onStep)));
  const mapping = mappingOf(understood, options.mapping);
  saySources(corrected, understood, options, issues);
  const views = openTables(understood, issues, onStep);
  const notes = corrected.flatMap((file) =>
    file.notes.flatMap(({ code, message }) => (code === 'format-mismatch' ? [] : [message])),
  );
  const rules = ruleBook({ ...mapping.rules, potential: mapping.potentialRule });
  askOpenReadings(understood, rules, issues);
  const built = buildBook({ views, notes, understood, options, mapping, rules, issues });
  return {
    ...emptyResult(understood, mapping),
    ...built,
    rules: rules.list(),
    issues: issues.list(),
    issueCounts: issues.counts(),
  };
}

function openTables(
  understood: readonly Understood[],
  issues: IssueList,
  onStep: () => void,
): readonly TableView[] {
  const lookups = (reference: LookupTable): Lookup | null => {
    const table = tableReferred(understood, reference);
    return table === undefined ? null : lookupOf(table);
  };
  return understood.flatMap(({ found, mapping }) =>
    found === null || mapping.role === 'ignored'
      ? []
      : [openTable(found, mapping, lookups, issues, onStep)],
  );
}

function mappingOf(understood: readonly Understood[], before: Mapping | undefined): Mapping {
  const potential =
    before !== undefined && Object.hasOwn(before.rules, 'potential')
      ? before.rules['potential']
      : undefined;
  return {
    version: 1,
    tables: understood.map(({ mapping }) => mapping),
    rules: before?.rules ?? {},
    potentialRule:
      POTENTIAL_RULES.find((rule) => rule === potential) ?? before?.potentialRule ?? 'larger',
    currency: before?.currency ?? '',
    rates: before?.rates ?? {},
    corrections: before?.corrections ?? [],
    leaveOutNotPaying: before?.leaveOutNotPaying ?? false,
  };
}
