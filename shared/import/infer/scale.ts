import { CURRENCY_CODES } from '../values/number.ts';

/** What figures are divided by to be units of money: those in thousands by 0.001. */
export interface Scale {
  readonly divisor: number;
  /** 'thousands'. */
  readonly name: string;
}

const MONEY = `(?:[€$£₹¥]|${[...CURRENCY_CODES].join('|')})`;
const THOUSANDS = new RegExp(
  `(?:^|[\\s([/])(?:k|t|tsd\\.?)\\s?${MONEY}(?![a-z])|${MONEY}\\s?(?:k\\b|000)|(?:in|of) (?:thousands?|tsd|tausend|miles|milliers|k)\\b|${MONEY}\\s(?:thousands?|tausend)|thousands? of|[([]k[)\\]]|'000|\\b000s\\b|\\btsd\\b`,
  'i',
);
const MILLIONS = new RegExp(
  `(?:^|[\\s([/])(?:m|mm|mn|mio\\.?)\\s?${MONEY}(?![a-z])|${MONEY}\\s?(?:m|mm|mn|mio)\\b|(?:in|of) (?:millions?|mio|millionen|millones)\\b|${MONEY}\\s(?:millions?|mio)|millions? of|[([]mm?[)\\]]`,
  'i',
);

const SCALES: readonly (Scale & { readonly pattern: RegExp })[] = [
  { pattern: THOUSANDS, divisor: 0.001, name: 'thousands' },
  { pattern: MILLIONS, divisor: 0.000001, name: 'millions' },
  { pattern: /\blakhs?\b|\blacs?\b/i, divisor: 1e-5, name: 'lakhs' },
  { pattern: /\bcrores?\b|\bcr\b/i, divisor: 1e-7, name: 'crores' },
  { pattern: /(?:\b|_)(?:in )?(?:euro)?cents?\b/i, divisor: 100, name: 'cents' },
];

/** The scale that a header names: 'ARR (k€)', 'ARR in thousands'. */
export function scaleIn(header: string): Scale | undefined {
  return SCALES.find(({ pattern }) => pattern.test(header));
}

/** What a remark talks about when it gives the scale of a sheet. */
const OF_AMOUNTS =
  /\b(?:amounts?|figures?|values?|numbers?|currency|all|in|betrage|beträge|werte|angaben|zahlen|montants?|chiffres?|valeurs?|importes?|cifras|valores)\b/i;

/** The remark beside a table that gives the scale of its amounts: 'All amounts in USD thousands'. */
export function scaleRemark(
  remarks: readonly string[],
): { readonly text: string; readonly scale: Scale } | undefined {
  for (const text of remarks) {
    const scale = SCALES.slice(0, 2).find(({ pattern }) => pattern.test(text));
    if (scale !== undefined && OF_AMOUNTS.test(text)) return { text, scale };
  }
  return undefined;
}
