import type { FigureFormat } from '../export/workbook-plan.ts';
import { DECIMALS } from '../units/figure-unit.ts';

/** The number format of a figure as spreadsheet programs write it. */
export function numberFormat({ unit, decimals, plain }: FigureFormat, currency: string): string {
  const digits = decimals ?? DECIMALS[unit];
  if (plain === true) return '0';
  const number = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
  if (unit === 'share') return `${number.replace('#,##', '')}%`;
  if (!unit.startsWith('money') || currency === '') return number;
  const sign = currencySign(currency);
  return `${sign}${number};-${sign}${number}`;
}

/** The currency as a literal of its own: a bare "$" or "kr" would mean something else elsewhere. */
function currencySign(currency: string): string {
  const symbol = symbolOf(currency);
  return /\p{L}$/u.test(symbol) ? `[$${symbol}] ` : `[$${symbol}]`;
}

function symbolOf(currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return currency.replace(/[^\p{L}\p{Sc}]/gu, '');
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
