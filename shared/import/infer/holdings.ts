import type { FoundColumn, FoundTable } from '../find/table.ts';
import { readFigures } from '../read/cells.ts';
import { letters } from '../text.ts';
import type { ColumnMapping, ColumnTransform, HoldingMeasure } from '../types.ts';
import type { Understood } from '../understand.ts';
import type { Profile } from './profile.ts';

/** A header that names a product, and how surely it does. */
interface Named {
  readonly product: string;
  readonly measure: HoldingMeasure;
  /** Figures that no word calls money or licences. */
  readonly isBare: boolean;
  /** The header says 'has', 'module', 'product', or stands under a group that does. */
  readonly isSaid: boolean;
  readonly transform: ColumnTransform;
}

const RECURRING = 'arr|mrr|qrr|acv|annual recurring revenue|monthly recurring revenue';
const MONEY = `${RECURRING}|revenue|amount|spend|value|umsatz|betrag|importe|montant`;
const COUNTS =
  'licen[cs]es?|seats?|users?|units?|qty|quantity|count|lizenzen|nutzer|licencias|usuarios|utilisateurs';
const FLAGS =
  'y\\/n|yes\\/no|j\\/n|ja\\/nein|s\\/n|o\\/n|owned|licensed|purchased|enabled|installed|flag|\\?';
const tail = (words: string): RegExp => new RegExp(`[\\s:(–-]+(?:${words})\\)?[\\s?:]*$`, 'i');
const lead = (words: string): RegExp => new RegExp(`^(?:${words})[\\s:_–-]+(?=\\S)`, 'i');
const TAIL: Readonly<Record<HoldingMeasure, RegExp>> = {
  amount: tail(`(?:${MONEY})(?:[\\s(]+(?:[a-z]{3}|[$€£]|k[$€£]))?`),
  count: tail(COUNTS),
  flag: tail(FLAGS),
};
const LEAD_MONEY = lead(RECURRING);
const LEAD_COUNT = lead(`#|number of|anzahl|no\\. of|${COUNTS}`);
/** Said before a product's name: dropped, or part of the name ('Module A'). */
const HAS = lead('has|have|uses?|owns?|hat|nutzt|tiene|usa');
const KIND_OF_THING =
  /^(?:product|module|modul|produkt|producto|produit|módulo|add-?on)s?[\s:_-]+\S/i;
const GROUP =
  /\b(?:products?|modules?|solutions?|add-?ons?|holdings?|entitlements?|packages|produkte?|lösungen|productos|módulos|produits)\b/i;
const IS_RECURRING = new RegExp(`\\b(?:${RECURRING})\\b`, 'i');
const IS_MONEY = new RegExp(`\\b(?:${MONEY})\\b`, 'i');
const IS_MONTHLY = /\bmrr\b|\bmonthly\b/i;
const IS_QUARTERLY = /\bqrr\b|\bquarterly\b/i;

/** Words that make 'Expansion ARR' or 'Auto-renewal: yes' something else than a product. */
const OTHER_MONEY =
  /\b(?:new|expansions?|upsells?|cross|churn(?:ed)?|lost|renewals?|renewing|start(?:ing)?|open(?:ing)?|begin(?:ning)?|end(?:ing)?|clos(?:ed|ing)|previous|prior|last|current|next|total|net|gross|avg|average|target|goal|budget|plan(?:ned)?|forecast|expected|weighted|potential|pipeline|committed|contract(?:ed)?|max|min|growth|delta|change|discount(?:ed)?|local|reporting|bookings?|downsell|downgrade|contraction|reactivation|risk|quota|incremental|ytd|mtd|ltm|ttm|annual|monthly|quarterly|recurring|customer|account|company|one[- ]time|non|q[1-4]|h[12]|(?:fy)?(?:20)?\d\d|fy|jan\w*|feb\w*|mar\w*|apr\w*|may|mai|june?|juni|july?|juli|aug\w*|sep\w*|oct\w*|okt\w*|nov\w*|de[cz]\w*|usd|eur|gbp|chf|us|eu|in|k)\b/i;
const OTHER_FLAG =
  /\b(?:auto\w*|renew\w*|referenc\w*|nda|strategic|key|vip|active|customers?|paid|paying|churn\w*|risk|trial|multi\w*|contract\w*|legal|gdpr|consent|opt|contact\w*|e?mail\w*|newsletter|nps|partner|reseller|parent|child|tax|po|required|public|listed|target|escalat\w*|complete\w*|done|onboard\w*|live|survey|advocate|case|logo|qbr|ebr|invoice\w*|overdue|billing|exec\w*|sponsor|champion|deleted|archived|duplicate|test|internal|is|won|closed|approved|signed|verified|compet\w*|discount\w*|price|upsell|cross|expan\w*|notice|cancel\w*|new|support ticket|blocked|locked|growth|healthy|eligible)\b/i;

/** A share of the rows in which product columns must add up to the ARR to be taken for its parts. */
const ADDS_UP = 0.8;

/**
 * Proposes which columns of accounts tables are products held: those that the header or the book's
 * products say are, and groups of at least two columns of the same make whose values suit. Columns
 * that the user decided about are left alone.
 */
export function withHoldings(tables: readonly Understood[]): readonly Understood[] {
  const products = knownProducts(tables);
  return tables.map((table) => {
    const { found, mapping, profiles } = table;
    if (found === null || mapping.role !== 'accounts') return table;
    const name = (index: number): Named | null => {
      const [header, profile] = [found.columns[index], profiles[index]];
      if (header === undefined || profile === undefined) return null;
      return nameOf(header, profile, products);
    };
    const named = mapping.columns.map(({ field, chosenBy }, index) =>
      field === null && chosenBy === 'inferred' ? name(index) : null,
    );
    const believed = settleAmounts(
      found,
      mapping.columns,
      named.map((one, index) => (isBelieved(index, named) ? one : null)),
    );
    const columns = mapping.columns.map((column, index) => {
      const one = believed[index] ?? null;
      if (one !== null) return { ...column, ...holding(one), confidence: one.isSaid ? 0.8 : 0.6 };
      if (column.field !== 'holding' || column.measure !== undefined) return column;
      // The user says that it is a product: which one, and how it is told, is read off the column.
      const { product = column.header, measure = 'flag' } = name(index) ?? {};
      return { ...column, product: column.product ?? product, measure };
    });
    const isSame = columns.every((column, index) => column === mapping.columns[index]);
    return isSame ? table : table.withColumns(columns);
  });
}

function holding({ product, measure, transform }: Named) {
  return { field: 'holding', product, measure, transform } as const;
}

/** Products that other tables of the book name, by their letters. */
function knownProducts(tables: readonly Understood[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { mapping, profiles } of tables) {
    if (mapping.role !== 'products' && mapping.role !== 'subscriptions') continue;
    mapping.columns.forEach(({ field }, index) => {
      if (field !== 'product' && !(mapping.role === 'products' && field === 'productId')) return;
      for (const text of profiles[index]?.distinct.keys() ?? []) names.add(letters(text));
    });
  }
  return names;
}

function nameOf(
  { header, ownHeader }: FoundColumn,
  profile: Profile,
  products: ReadonlySet<string>,
): Named | null {
  if (profile.filled === 0) return null;
  const own = ownHeader === '' ? header : ownHeader;
  const group = header.endsWith(own) ? header.slice(0, header.length - own.length) : '';
  const isFlag = profile.flagShare >= 0.8;
  if (!isFlag && profile.numberShare < 0.8) return null;
  const whole = `${group} ${own}`;
  const measure: HoldingMeasure =
    TAIL.amount.test(own) || LEAD_MONEY.test(own) || IS_RECURRING.test(group)
      ? 'amount'
      : isFlag
        ? 'flag'
        : TAIL.count.test(own) || LEAD_COUNT.test(own)
          ? 'count'
          : 'amount';
  const isBare = measure === 'amount' && !IS_MONEY.test(whole) && profile.currencies.length === 0;
  const bare = own
    .replace(TAIL[measure], '')
    .replace(measure === 'amount' ? LEAD_MONEY : LEAD_COUNT, '')
    .trim();
  const product = bare.replace(HAS, '').trim();
  if (product === '' || letters(product) === '') return null;
  const isKnown = products.has(letters(product)) || GROUP.test(group) || KIND_OF_THING.test(bare);
  // Without a word that says what they are, figures are parts of the ARR or licences, never just numbers.
  const isMade =
    measure === 'flag' || (measure === 'count' ? product !== own : IS_RECURRING.test(whole));
  const other = measure === 'flag' ? OTHER_FLAG : OTHER_MONEY;
  if (!isKnown && (!isMade || other.test(product))) return null;
  const isSaid = isKnown || product !== bare;
  const transform = IS_MONTHLY.test(whole)
    ? 'times12'
    : IS_QUARTERLY.test(whole)
      ? 'times4'
      : 'none';
  return { product, measure, isBare, isSaid, transform: measure === 'amount' ? transform : 'none' };
}

/** A column that nothing says is a product is one only beside another of the same make; of yes and no, right beside it. */
function isBelieved(index: number, named: readonly (Named | null)[]): boolean {
  const own = named[index] ?? null;
  if (own === null || own.isSaid) return own !== null;
  const isAlike = (other: Named | null | undefined): boolean =>
    other?.measure === own.measure && !other.isSaid;
  return own.measure === 'flag'
    ? isAlike(named[index - 1]) || isAlike(named[index + 1])
    : named.filter(isAlike).length >= 2;
}

/**
 * Are the figures the parts of the ARR? Those that don't come to the ARR that a column states, and
 * only look like parts of it, are no products at all; figures of no unit are licences.
 */
function settleAmounts(
  found: FoundTable,
  columns: readonly ColumnMapping[],
  named: readonly (Named | null)[],
): readonly (Named | null)[] {
  const arr = columns.find(({ field }) => field === 'arr');
  if (arr !== undefined && addsUp(found, arr, columns, named)) return named;
  return named.map((name) => {
    if (name?.measure !== 'amount') return name;
    if (name.isBare) return { ...name, measure: 'count' };
    return arr === undefined || name.isSaid ? name : null;
  });
}

function addsUp(
  found: FoundTable,
  arr: ColumnMapping,
  columns: readonly ColumnMapping[],
  named: readonly (Named | null)[],
): boolean {
  const read = (column: ColumnMapping): Float64Array =>
    readFigures(found, column, 'money', SILENT).values;
  const stated = read(arr);
  const sums = new Float64Array(stated.length);
  columns.forEach((column, index) => {
    const name = named[index] ?? null;
    if (name?.measure !== 'amount') return;
    read({ ...column, ...holding(name) }).forEach((value, row) => {
      sums[row] = (sums[row] ?? 0) + (value || 0);
    });
  });
  let [rows, equal] = [0, 0];
  stated.forEach((value, row) => {
    if (!(value > 0)) return;
    rows++;
    if (Math.abs((sums[row] ?? 0) - value) <= 0.005 * value) equal++;
  });
  return rows > 0 && equal >= ADDS_UP * rows;
}

/** Here the figures are only compared; what can't be read is said when the column is read. */
const SILENT = { bad: () => undefined, error: () => undefined };
