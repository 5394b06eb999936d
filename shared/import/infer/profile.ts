import { KIND } from '../../sheet/grid.ts';
import type { FoundTable } from '../find/table.ts';
import { cellText, isBlankWord, isErrorText } from '../text.ts';
import { parsePeriod, proveDate } from '../values/date.ts';
import { currencyIn, parseNumber, proveDecimal, type Decimal } from '../values/number.ts';
import { parseFlag, parseHealthWord } from '../values/words.ts';

/** What the values of a column look like, from an even sample of its rows. Shares are of the filled cells. */
export interface Profile {
  readonly filled: number;
  readonly sampled: number;
  readonly numberShare: number;
  /** Cells that the file itself types as numbers. */
  readonly typedNumbers: number;
  readonly dateShare: number;
  readonly flagShare: number;
  /** Colours and levels: 'Green', 'at risk', 'High'. */
  readonly ragShare: number;
  /** Short codes with a digit in them and no blank: 'ACC-1001', '0018', '001xx00AB'. */
  readonly idShare: number;
  /** Figures of 0 to 100, and figures above 1. */
  readonly hundredShare: number;
  readonly overOneShare: number;
  /** Figures between 0 and 1. */
  readonly fractionShare: number;
  readonly min: number;
  readonly max: number;
  readonly percent: boolean;
  /** Currencies seen in texts and formats. */
  readonly currencies: readonly string[];
  readonly decimal: Decimal | null;
  readonly distinct: ReadonlyMap<string, number>;
  readonly samples: readonly string[];
}

const SAMPLE = 2_000;
const ID = /^(?=.*\d)[\p{L}\d][\p{L}\d_\-./#:]{0,39}$/u;

/** Looks at up to 2,000 rows, evenly spread, of one column. */
export function profileColumn(table: FoundTable, column: number): Profile {
  const { grid, rows } = table;
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const distinct = new Map<string, number>();
  const currencies = new Set<string>();
  const tally = {
    filled: 0,
    sampled: 0,
    number: 0,
    typed: 0,
    date: 0,
    flag: 0,
    rag: 0,
    id: 0,
    hundred: 0,
    over: 0,
    fraction: 0,
  };
  let [min, max, percent] = [Infinity, -Infinity, false];
  let decimal: Decimal | null = null;
  const cells = grid.columns[column];
  const formats = grid.formats.map((format) => ({
    currency: currencyIn(format),
    percent: format.includes('%'),
  }));
  const number = (value: number): void => {
    tally.number++;
    if (value >= 0 && value <= 100) tally.hundred++;
    if (value > 1) tally.over++;
    if (value > 0 && value < 1) tally.fraction++;
    min = Math.min(min, value);
    max = Math.max(max, value);
  };
  for (let index = 0; index < rows.length; index += step) {
    const row = rows[index] ?? 0;
    tally.sampled++;
    const kind = cells?.kinds[row] ?? KIND.empty;
    if (kind === KIND.empty || kind === KIND.error) continue;
    const text = cellText(grid, row, column);
    if (isBlankWord(text) || isErrorText(text)) continue;
    tally.filled++;
    distinct.set(text, (distinct.get(text) ?? 0) + 1);
    if (kind === KIND.date) tally.date++;
    else if (kind === KIND.boolean) tally.flag++;
    else {
      if (ID.test(text)) tally.id++;
      if (parseFlag(text) !== null) tally.flag++;
      if (kind === KIND.number) {
        tally.typed++;
        const format = formats[cells?.formats?.[row] ?? 0];
        if (format !== undefined && format.currency !== '') currencies.add(format.currency);
        if (format?.percent === true) percent = true;
        number(cells?.values[row] ?? NaN);
      } else {
        decimal ??= proveDecimal(text);
        const parsed = parseNumber(text, decimal ?? '.');
        if (parsed !== null) {
          number(parsed.value);
          if (parsed.percent) percent = true;
          if (parsed.currency !== '') currencies.add(parsed.currency);
        }
        if (proveDate(text) !== 'none' || !Number.isNaN(parsePeriod(text, 'first'))) tally.date++;
        if (!Number.isNaN(parseHealthWord(text))) tally.rag++;
      }
    }
  }
  const share = (count: number): number => (tally.filled === 0 ? 0 : count / tally.filled);
  return {
    filled: tally.filled,
    sampled: tally.sampled,
    numberShare: share(tally.number),
    typedNumbers: tally.typed,
    dateShare: share(tally.date),
    flagShare: share(tally.flag),
    ragShare: share(tally.rag),
    idShare: share(tally.id),
    hundredShare: share(tally.hundred),
    overOneShare: share(tally.over),
    fractionShare: share(tally.fraction),
    min,
    max,
    percent,
    currencies: [...currencies].sort(),
    decimal,
    distinct,
    samples: [...distinct.keys()].slice(0, 5).map((text) => text.slice(0, 80)),
  };
}

/** Distinct values among the filled cells of a whole column, 0..1: 1 where every row has its own. */
export function distinctShare(table: FoundTable, column: number): number {
  const seen = new Set<string>();
  let filled = 0;
  for (const row of table.rows) {
    const text = cellText(table.grid, row, column);
    if (text === '') continue;
    filled++;
    seen.add(text);
  }
  return filled === 0 ? 0 : seen.size / filled;
}
