import enterprise from './enterprise.csv?raw';
import midMarket from './mid-market.csv?raw';
import smallBusiness from './small-business.csv?raw';

/** A book that comes with the app. Its text goes through the same reading as any file. */
export interface SampleBook {
  readonly id: string;
  readonly title: string;
  /** What it teaches, in one line. */
  readonly teaches: string;
  readonly fileName: string;
  /** Comma-separated text with a header row. */
  readonly text: string;
}

/** Three fictional companies whose cycles and potentials lead to three different answers. */
export const SAMPLE_BOOKS: readonly SampleBook[] = [
  {
    id: 'small-business',
    title: 'Small-business SaaS',
    teaches: 'Short sales cycles and more of the same: why all-CSM leads.',
    fileName: 'small-business.csv',
    text: smallBusiness,
  },
  {
    id: 'mid-market',
    title: 'Mid-market platform',
    teaches: 'Renewals are routine, growth is new sales: why a split leads.',
    fileName: 'mid-market.csv',
    text: midMarket,
  },
  {
    id: 'enterprise',
    title: 'Enterprise vendor',
    teaches: 'Cycles over a year and new solutions: why all-Sales leads.',
    fileName: 'enterprise.csv',
    text: enterprise,
  },
];
