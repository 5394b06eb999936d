import type { Book } from '../../shared/book/book.ts';
import { readCanonicalBook } from './read-canonical-book.ts';

const HEADERS: Readonly<Record<string, string>> = {
  accountId: 'Account ID',
  name: 'Account Name',
  region: 'Region',
  industry: 'Industry',
  ae: 'Account Executive',
  csm: 'CSM',
  arr: 'ARR',
  cycleDays: 'Sales Cycle (days)',
  health: 'Health Score',
  'potential.priceIncrease': 'Potential Price Increase',
  'potential.consumption': 'Potential Consumption',
  'potential.organicUsers': 'Potential Organic Users',
  'potential.featureUpgrade': 'Potential Feature Upgrade',
  'potential.proactiveUsers': 'Potential Proactive Users',
  'potential.newSolution': 'Potential New Solution',
};

export type SampleName = 'small-business' | 'mid-market' | 'enterprise';

/** One of the three sample books, columns as its header says. */
export function sampleBook(name: SampleName): Book {
  const file = new URL(`../../renderer/samples/${name}.csv`, import.meta.url);
  return readCanonicalBook(file, 'USD', (field) => HEADERS[field] ?? field);
}
