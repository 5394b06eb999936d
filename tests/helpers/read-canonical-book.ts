import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Book, TextColumn } from '../../shared/book/book.ts';
import { UPSELLS, type Upsell } from '../../shared/book/motions.ts';

/** Codes a column of text. */
export function textColumn(texts: readonly string[]): TextColumn {
  const values = [''];
  const codeOf = new Map<string, number>([['', 0]]);
  const codes = Uint32Array.from(texts, (text) => {
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    codeOf.set(text, values.length);
    return values.push(text) - 1;
  });
  return { codes, values };
}

/** Reads a CSV in the canonical columns as it stands, without the import's inference. */
export function readCanonicalBook(path: string | URL, currency = 'USD'): Book {
  const rows = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').trim(), {
    header: true,
  }).data;
  const texts = (field: string) => rows.map((row) => row[field] ?? '');
  const numbers = (field: string) =>
    Float64Array.from(texts(field), (text) => (text === '' ? NaN : Number(text)));
  return {
    count: rows.length,
    currency,
    accountId: texts('accountId').map((id, i) => (id === '' ? `row-${String(i + 1)}` : id)),
    name: texts('name'),
    segment: textColumn(texts('segment')),
    region: textColumn(texts('region')),
    industry: textColumn(texts('industry')),
    owners: {
      ae: textColumn(texts('ae')),
      am: textColumn(texts('am')),
      csm: textColumn(texts('csm')),
    },
    arr: numbers('arr'),
    contractValue: numbers('contractValue'),
    cycleDays: numbers('cycleDays'),
    cac: numbers('cac'),
    renewalShare: numbers('renewalShare'),
    risk: numbers('risk'),
    health: numbers('health'),
    complexity: numbers('complexity'),
    potential: Object.fromEntries(
      UPSELLS.map((upsell) => [upsell, numbers(`potential.${upsell}`)]),
    ) as Record<Upsell, Float64Array>,
  };
}
