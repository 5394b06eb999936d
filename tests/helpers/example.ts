import { readFileSync } from 'node:fs';
import type { Book } from '../../shared/book/book.ts';
import type { Assumptions } from '../../shared/model/assumptions/types.ts';
import type { Comparison } from '../../shared/model/result.ts';
import { readCanonicalBook } from './read-canonical-book.ts';

const folder = new URL('../fixtures/model-example/', import.meta.url);

function json(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

/** The example book of 36 accounts. */
export function exampleBook(): Book {
  return readCanonicalBook(new URL('book.csv', folder));
}

/** A complete assumptions file of the example, with the keys that files may leave out. */
export function exampleAssumptions(
  name: 'assumptions' | 'assumptions-fixed' | 'assumptions-third' = 'assumptions',
): Assumptions {
  const read = json(`${name}.json`) as Assumptions;
  return {
    ...read,
    decisionMetric: 'npv',
    cycle: { ...read.cycle, segmentDays: {} },
  };
}

/** What the example's assumptions lead to. */
export function exampleExpected(
  name: 'expected' | 'expected-fixed' | 'expected-third',
): Comparison {
  return json(`${name}.json`) as Comparison;
}
