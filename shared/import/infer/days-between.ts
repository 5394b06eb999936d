import { headerWords } from '../text.ts';
import type { FoundTable } from '../find/table.ts';
import type { ColumnMapping } from '../types.ts';
import { guessDayFirst } from './reading.ts';
import type { Profile } from './profile.ts';
import type { Concept } from './phrases.ts';
import { headerScores } from './vocabulary.ts';
import { readDates } from '../read/cells.ts';

/** A header must name a date this surely to count as the beginning or the end of a sale. */
const NAMED = 0.7;
/** Most rows must run forwards, or the two dates are not a beginning and an end. */
const FORWARDS = 0.5;

interface DateColumn {
  readonly index: number;
  readonly score: number;
}

/**
 * Takes the days between two dates of an accounts table for its sales cycle, where no column states
 * one: from first contact or creation to the day the customer signed. Columns that the user decided
 * about are left alone, except one that the user called the sales cycle although it holds dates.
 */
export function withDaysBetween(
  table: FoundTable,
  columns: readonly ColumnMapping[],
  profiles: readonly Profile[],
): readonly ColumnMapping[] {
  const holdsDates = (index: number): boolean => (profiles[index]?.dateShare ?? 0) > 0.5;
  const stated = columns.findIndex(({ field }) => field === 'cycleDays');
  if (stated >= 0 && (columns[stated]?.transform === 'daysBetween' || !holdsDates(stated)))
    return columns;
  const dated = (concept: Concept): DateColumn[] =>
    columns
      .flatMap(({ header }, index) => {
        const score = headerScores(headerWords(header)).get(concept) ?? 0;
        return holdsDates(index) && score >= NAMED ? [{ index, score }] : [];
      })
      .toSorted((a, b) => b.score - a.score || a.index - b.index);
  const [from] = dated('firstContact');
  const free = ({ index }: DateColumn): boolean => columns[index]?.chosenBy !== 'user';
  const to =
    stated >= 0
      ? { index: stated }
      : dated('becameCustomer')
          .filter(free)
          .find(({ index }) => index !== from?.index);
  if (from === undefined || to === undefined || from.index === to.index) return columns;
  if (!runsForwards(table, columns[from.index], columns[to.index])) return columns;
  const daysFrom = columns[from.index]?.header ?? '';
  return columns.map((column, index) =>
    index === to.index
      ? {
          ...column,
          field: 'cycleDays',
          confidence: column.chosenBy === 'user' ? 1 : 0.7,
          transform: 'daysBetween',
          daysFrom,
        }
      : column,
  );
}

function runsForwards(
  table: FoundTable,
  from: ColumnMapping | undefined,
  to: ColumnMapping | undefined,
): boolean {
  if (from === undefined || to === undefined) return false;
  const days = (column: ColumnMapping): Float64Array =>
    readDates(
      table,
      { ...column, reading: { dayFirst: guessDayFirst(table, column.column), evidence: '' } },
      SILENT,
    );
  const [starts, ends] = [days(from), days(to)];
  let [both, forwards] = [0, 0];
  starts.forEach((start, row) => {
    const length = (ends[row] ?? NaN) - start;
    if (Number.isNaN(length)) return;
    both++;
    if (length >= 0) forwards++;
  });
  return both > 0 && forwards >= FORWARDS * both;
}

/** Here only the order of the dates is asked for; what can't be read is said when the column is read. */
const SILENT = { bad: () => undefined, error: () => undefined };
