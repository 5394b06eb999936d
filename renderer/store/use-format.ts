import { useMemo } from 'react';
import { createFormat, type Format } from '../../shared/format/format.ts';
import type { AppState } from './state.ts';
import { activeScenario } from './selectors.ts';
import { useApp } from './use-app.tsx';

/** The book's currency; where the book does not say, the assumptions'. */
export function bookCurrency(state: AppState): string {
  const own = state.document?.book?.currency ?? '';
  return own === '' ? assumptionsCurrency(state) : own;
}

/** The currency the assumptions' money is in. */
export function assumptionsCurrency(state: AppState): string {
  return activeScenario(state)?.assumptions.currency ?? 'USD';
}

/** Writes figures of the book: results, totals, accounts. */
export function useBookFormat(): Format {
  return useFormatIn(useApp(bookCurrency));
}

/** Writes assumptions: their money may be in another currency than the book. */
export function useAssumptionFormat(): Format {
  return useFormatIn(useApp(assumptionsCurrency));
}

function useFormatIn(currency: string): Format {
  const locale = useApp(({ preferences }) => preferences.locale);
  return useMemo(
    () => createFormat(locale === '' ? navigator.language : locale, currency),
    [locale, currency],
  );
}

const decimalMarks = new Map<string, '.' | ','>();

/** The decimal mark that the user types. */
export function decimalMark(locale: string): '.' | ',' {
  const known = decimalMarks.get(locale);
  if (known !== undefined) return known;
  const mark = new Intl.NumberFormat(locale).format(0.5).includes(',') ? ',' : '.';
  decimalMarks.set(locale, mark);
  return mark;
}
