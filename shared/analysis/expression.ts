import type { AssumptionPath } from '../model/assumptions/paths.ts';
import type { Grade } from '../model/assumptions/source.ts';
import type { FigureUnit } from '../units/figure-unit.ts';

/** One figure inside a formula, as the panel lists it. */
export interface Term {
  /** How the formula calls it; a reader takes the longest symbol that fits. */
  readonly symbol: string;
  readonly label: string;
  readonly value: number | null;
  readonly unit: FigureUnit;
  /** Where it comes from, if it is an assumption. */
  readonly assumption?: TermSource | undefined;
}

export interface TermSource {
  readonly path: AssumptionPath;
  readonly grade: Grade;
  readonly source: string | null;
  readonly year: number | null;
  readonly note: string;
  /** False where the user has another value than the default that the source speaks of. */
  readonly isDefault: boolean;
}

/**
 * A formula over terms. Its text is what the panel shows and what it computes: symbols, numbers,
 * + − × ÷ ^, brackets, and the functions min(a; b), max(a; b), exp(a), ln(a) and raised(a; step),
 * which goes up to the next step.
 */
export interface Expression {
  readonly text: string;
  readonly terms: readonly Term[];
}

/** Writes a formula with its terms in place: formula`${retained} ÷ ${arr}`. */
export function formula(
  strings: TemplateStringsArray,
  ...parts: readonly (Term | Expression)[]
): Expression {
  const terms = new Map<string, Term>();
  let text = strings[0] ?? '';
  for (const [index, part] of parts.entries()) {
    for (const term of 'terms' in part ? part.terms : [part]) terms.set(term.symbol, term);
    text += ('terms' in part ? part.text : part.symbol) + (strings[index + 1] ?? '');
  }
  return { text, terms: [...terms.values()] };
}

/** The parts added up; 0 where there are none. */
export function sumOf(parts: readonly (Term | Expression)[]): Expression {
  const [first, ...rest] = parts;
  if (first === undefined) return { text: '0', terms: [] };
  return rest.reduce<Expression>((sum, part) => formula`${sum} + ${part}`, formula`${first}`);
}
