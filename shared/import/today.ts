import type { Book } from '../book/book.ts';
import { countText } from './amount.ts';
import type { TodayProposal } from './types.ts';

/** Proposes who leads renewals and upsell today from the owners that the book names; the user decides. */
export function proposeToday(book: Book): TodayProposal {
  const named = (role: string): number =>
    book.owners[role]?.codes.reduce((sum, code) => sum + (code === 0 ? 0 : 1), 0) ?? 0;
  const [ae, am, csm] = [named('ae'), named('am'), named('csm')];
  const of = (count: number): string => `${countText(count)} of ${countText(book.count)} accounts`;
  const seller = ae > 0 ? 'an account executive' : 'an account manager';
  if (ae + am > 0 && csm > 0) {
    const sellers = book.owners[ae > 0 ? 'ae' : 'am'];
    const both = book.owners['csm']?.codes.reduce(
      (sum, code, account) => sum + (code !== 0 && (sellers?.codes[account] ?? 0) !== 0 ? 1 : 0),
      0,
    );
    return {
      model: 'split',
      evidence: `both ${seller} and a CSM are named on ${of(both ?? 0)}`,
    };
  }
  if (csm > 0) return { model: 'allCsm', evidence: `only a CSM is named, on ${of(csm)}` };
  if (ae + am > 0)
    return {
      model: 'allSales',
      evidence: `only ${seller} is named, on ${of(Math.max(ae, am))}; no CSM`,
    };
  return { model: null, evidence: 'the book names no owners' };
}
