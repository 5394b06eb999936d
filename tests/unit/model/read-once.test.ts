import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Book } from '../../../shared/book/book.ts';
import { importBook } from '../../../shared/import/import-book.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { createEvaluator } from '../../../shared/model/evaluator.ts';
import { readSheetFile } from '../../../shared/sheet/read.ts';
import { assumptionsWith } from '../../helpers/assumptions.ts';

const MODELS = ['allSales', 'split', 'allCsm', 'bestFit', 'bestBySegment'];

/** The example book read through the import, its gaps left open. */
async function imported(): Promise<Book> {
  const bytes = readFileSync(new URL('../../fixtures/model-example/book.csv', import.meta.url));
  const sheet = await readSheetFile({ file: 'book.csv', bytes, size: bytes.length });
  if (!sheet.ok) throw new Error(sheet.error.message);
  const { book } = importBook([sheet.value], {});
  if (book === undefined) throw new Error('the example book was not understood');
  return book;
}

function compared(book: Book, assumptions: Assumptions): unknown {
  const result = evaluate(book, assumptions, MODELS);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const WIDE_MIDDLE = { segments: { midsizeUpTo: 400_000 } };
const BY_CAC = { cycle: { measure: 'cac' } };

test.each([
  ['whitespace.share', {}, { whitespace: { share: 0.2 } }],
  ['risk.default', {}, { risk: { default: 0.25 } }],
  ['risk.atHealth0', {}, { risk: { atHealth0: 0.45 } }],
  ['risk.atHealth100', {}, { risk: { atHealth100: 0.05 } }],
  ['segments.smallBelow', WIDE_MIDDLE, { segments: { smallBelow: 300_000 } }],
  ['segments.midsizeUpTo', {}, { segments: { midsizeUpTo: 400_000 } }],
  ['cycle.measure', {}, BY_CAC],
  ['cycle.cacPerDay', BY_CAC, { cycle: { cacPerDay: 150 } }],
])(
  'a change of %s acts on the book as it was read, as on a fresh import',
  async (_, start, change) => {
    const before = assumptionsWith(start);
    const after = assumptionsWith(change, before);
    const book = await imported();
    const evaluator = createEvaluator(book);
    const first = evaluator.evaluate(before, MODELS);
    expect(first).toEqual({ ok: true, value: compared(await imported(), before) });
    const second = evaluator.evaluate(after, MODELS);
    expect(second).toEqual({ ok: true, value: compared(await imported(), after) });
    expect(second).not.toEqual(first);
  },
);
