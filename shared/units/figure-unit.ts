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
