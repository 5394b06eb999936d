import { FIELDS } from '../../../shared/import/fields.ts';
import type { TableRole } from '../../../shared/import/types.ts';

export const ROLE_LABELS: Readonly<Record<TableRole, string>> = {
  accounts: 'Accounts',
  subscriptions: 'Subscriptions or contracts',
  opportunities: 'Opportunities or deals',
  renewals: 'Renewals',
  health: 'Health history',
  people: 'People',
  products: 'Products',
  codes: 'Codes and what they stand for',
  rates: 'Exchange rates',
  ignored: 'Not used',
};

/** A field in the user's words. */
export function fieldLabel(role: TableRole, field: string): string {
  return FIELDS[role].find((known) => known.field === field)?.label ?? field;
}

/** Words for the fields that the model fills in where the book is silent. */
export const ESTIMATED_LABELS: Readonly<Record<string, string>> = {
  arr: 'Recurring revenue, from won deals',
  segment: 'Segment, from contract value',
  cycleDays: 'Sales cycle',
  renewalShare: 'Share up for renewal',
  risk: 'Renewal risk',
  complexity: 'Complexity',
  'potential.priceIncrease': 'Potential: price increase',
  'potential.consumption': 'Potential: consumption',
  'potential.organicUsers': 'Potential: organic users',
  'potential.featureUpgrade': 'Potential: feature upgrade',
  'potential.proactiveUsers': 'Potential: proactive users',
  'potential.newSolution': 'Potential: new solution',
};

/** A sheet as people name it: the file, and the sheet where the file has sheets of its own names. */
export function placeName(file: string, sheet: string): string {
  const stem = file.replace(/\.[^.]+$/, '');
  return sheet === '' || sheet === file || sheet === stem ? file : `${file}, ${sheet}`;
}

/** A phrase as a sentence: capital and full stop. */
export function asSentence(phrase: string): string {
  const text = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}
