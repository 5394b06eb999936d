import type { OpenDeals } from '../../book/book.ts';
import { UPSELLS } from '../../book/motions.ts';
import { amountText, plural } from '../amount.ts';
import type { BuildInput } from './input.ts';
import { openDeals, type Deals, type OpenByAccount } from '../read/deals.ts';
import type { Draft } from '../read/draft.ts';
import type { ChosenArr } from './arr.ts';

/** Open deals that the table of accounts states itself, added to those of the deals; null where there are neither. */
function allOpen(deals: Deals, arr: Float64Array, draft: Draft): OpenByAccount | null {
  const stated = [...draft.numbers.keys()].some((field) => field.startsWith('openDeals.'));
  const open = openDeals(deals, arr);
  if (!stated && open.deals === 0) return null;
  let count = open.deals;
  const add = (field: string, into: Float64Array): void =>
    draft.numbers.get(field)?.forEach((value, account) => {
      if (!(value > 0)) return;
      into[account] = (into[account] ?? 0) + value;
      count++;
    });
  for (const upsell of UPSELLS) add(`openDeals.${upsell}`, open.byUpsell[upsell]);
  add('openDeals.unstated', open.unstated);
  return { ...open, deals: count };
}

/** The open deals of the book and the rule by which they and the estimate become potential; null where the book has no deals. */
export function readPotential(
  deals: Deals,
  { arr }: ChosenArr,
  draft: Draft,
  { mapping, rules }: BuildInput,
  currency: string,
): OpenDeals | null {
  const open = allOpen(deals, arr, draft);
  if (open === null) return null;
  const cross = sum(open.byUpsell.newSolution);
  const stated = UPSELLS.reduce((total, upsell) => total + sum(open.byUpsell[upsell]), 0);
  const unstated = sum(open.unstated);
  const accounts = arr.filter(
    (_, account) =>
      (open.unstated[account] ?? 0) > 0 ||
      UPSELLS.some((upsell) => (open.byUpsell[upsell][account] ?? 0) > 0),
  ).length;
  const said = `${plural(open.deals, 'open upsell deal')} of ${amountText(stated + unstated, currency)} (${amountText(cross, currency)} cross-sell, ${amountText(stated - cross, currency)} other stated types, ${amountText(unstated, currency)} of no stated type)`;
  rules.choose(
    'potential',
    'What could be sold to each account?',
    [
      {
        value: 'larger',
        label: 'The larger of its open deals and the estimate, by type of upsell',
        effect: `${said}; what the estimate adds is marked estimated`,
      },
      {
        value: 'deals',
        label: 'Its open deals only',
        effect: `${said}; ${plural(arr.length - accounts, 'account')} without any potential`,
      },
      {
        value: 'dealsElseEstimate',
        label: 'Its open deals, else the estimate',
        effect: `deals on ${plural(accounts, 'account')}, the estimate on ${plural(arr.length - accounts, 'account')}`,
      },
    ],
    'larger',
  );
  return { rule: mapping.potentialRule, byUpsell: open.byUpsell, unstated: open.unstated };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
