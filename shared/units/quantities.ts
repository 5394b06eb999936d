/**
 * Numbers with meaning. A brand costs nothing at run time and stops an hour from being added to a
 * dollar. Columns are bare typed arrays (a brand cannot live in a Float64Array); the doc comment of
 * each column says its unit instead.
 */
declare const unit: unique symbol;
type Branded<Unit extends string> = number & { readonly [unit]: Unit };

/** Money in the book's currency. */
export type Money = Branded<'money'>;
/** A fraction: 0.25 is 25 %. */
export type Share = Branded<'share'>;
/** Working hours a year. */
export type Hours = Branded<'hours'>;
/** Calendar days. */
export type Days = Branded<'days'>;
/** Full-time equivalents. */
export type Fte = Branded<'fte'>;
