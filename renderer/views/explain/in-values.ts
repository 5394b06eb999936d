import type { FigureExplanation } from '../../../shared/analysis/explain.ts';
import type { Term } from '../../../shared/analysis/expression.ts';
import type { Format } from '../../../shared/format/format.ts';

/** A piece of a formula: a sign or word as it stands, or a term in whose place its value stands. */
export interface FormulaPiece {
  readonly text: string;
  readonly term: Term | null;
}

/** The formula cut at its terms; of two symbols that fit, the longest is meant. */
export function piecesOf(formula: string, terms: readonly Term[]): readonly FormulaPiece[] {
  const bySize = terms.toSorted((a, b) => b.symbol.length - a.symbol.length);
  const pieces: FormulaPiece[] = [];
  let plain = '';
  let at = 0;
  while (at < formula.length) {
    const term = startsWord(formula, at)
      ? bySize.find(({ symbol }) => formula.startsWith(symbol, at))
      : undefined;
    if (term === undefined) {
      plain += formula.charAt(at);
      at += 1;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, term: null });
    pieces.push({ text: term.symbol, term });
    plain = '';
    at += term.symbol.length;
  }
  return plain === '' ? pieces : [...pieces, { text: plain, term: null }];
}

/** A symbol begins where a word does: "cost" is not in "forecost". */
function startsWord(formula: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(formula.charAt(at - 1));
}

/** The formula with this number's own inputs in it: "75.0% × ($5,072,198 + $1,029,344) − $1,002,668". */
export function inValues({ formula, terms }: FigureExplanation, format: Format): string | null {
  if (formula === null) return null;
  return piecesOf(formula, terms)
    .map(({ text, term }) => (term === null ? text : format.figure(term.value, term.unit)))
    .join('');
}
