/** What a figure is measured in, and so how it is written. Money is the currency's whole units. */
export type FigureUnit =
  | 'money'
  | 'share'
  | 'hours'
  | 'days'
  | 'months'
  | 'years'
  | 'people'
  | 'count'
  | 'ratio'
  | 'points'
  | 'moneyPerMoney'
  | 'moneyPerHour'
  | 'moneyPerDay';

/** Decimals of an exact figure; a column of one unit has the same everywhere. */
export const DECIMALS: Readonly<Record<FigureUnit, number>> = {
  money: 0,
  share: 1,
  hours: 0,
  days: 0,
  months: 1,
  years: 1,
  people: 1,
  count: 0,
  ratio: 2,
  points: 1,
  moneyPerMoney: 2,
  moneyPerHour: 2,
  moneyPerDay: 0,
};
