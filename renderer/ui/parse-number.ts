import { err, ok, type Result } from '../../shared/units/result.ts';

export interface NumberSyntax {
  /** The decimal mark of the user's locale; the other one and spaces separate thousands. */
  readonly decimal: '.' | ',';
  /** A plain number means percent, as in a spreadsheet cell formatted so: `12` and `12%` are 0.12. */
  readonly percent: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  '%': 0.01,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
};
const TOKEN = /\s*(?:(\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)\s*(%|k|mn|m|bn|b)?|([-+*/()]))/iy;

/**
 * What a person types into a number: `12%`, `1.2m`, `1,200`, `$1.2m`, `(1,200)` for negative, and a
 * calculation after an equals sign, `=180*0.5`. The error is a sentence to show beside the field.
 */
export function parseNumber(text: string, syntax: NumberSyntax): Result<number, string> {
  const trimmed = text.trim();
  const formula = trimmed.startsWith('=');
  const plain = clean(formula ? trimmed.slice(1) : trimmed, syntax.decimal);
  if (plain === '') return err('Type a number.');
  const tokens = tokenize(plain);
  if (tokens === null || (!formula && !isSingleNumber(tokens))) return err(notANumber(trimmed));
  const reader = new ExpressionReader(tokens);
  const value = reader.read();
  if (value === null) return err(notANumber(trimmed));
  if (!Number.isFinite(value)) return err(`${trimmed} has no value: it divides by zero.`);
  const scaled = tokens.some((token) => token.kind === 'number' && token.scaled);
  return ok(syntax.percent && !formula && !scaled ? value / 100 : value);
}

function notANumber(text: string): string {
  return `"${text}" is not a number. Type 12%, 1.2m or =180*0.5.`;
}

/** Currency, thousands and the locale's decimal mark taken out; accounting brackets become a sign. */
function clean(text: string, decimal: '.' | ','): string {
  const bare = text
    .replace(/[$€£¥₹\u00a0\u202f'’]|\b[A-Z]{3}\b/g, '')
    .replace(/[−–]/g, '-')
    .replace(/×/g, '*')
    .trim();
  const dotted =
    decimal === ',' ? bare.replace(/\./g, '').replace(/,/g, '.') : bare.replace(/,/g, '');
  const joined = dotted.replace(/(\d) (?=\d{3}(?!\d))/g, '$1');
  return joined.replace(/^\(\s*([\d.]+\s*[a-z%]*)\s*\)$/i, '-$1');
}

type Token =
  | { readonly kind: 'number'; readonly value: number; readonly scaled: boolean }
  | { readonly kind: 'sign'; readonly sign: string };

function tokenize(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (match === null) return null;
    const [, digits, suffix, sign] = match;
    if (sign !== undefined) tokens.push({ kind: 'sign', sign });
    else {
      const scale = suffix === undefined ? 1 : (SCALES[suffix.toLowerCase()] ?? 1);
      const value = suffix === '%' ? Number(digits) / 100 : Number(digits) * scale;
      tokens.push({ kind: 'number', value, scaled: suffix !== undefined });
    }
  }
  return tokens;
}

function isSingleNumber(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (tokens.length === 1) return first?.kind === 'number';
  return (
    tokens.length === 2 &&
    first?.kind === 'sign' &&
    (first.sign === '-' || first.sign === '+') &&
    second?.kind === 'number'
  );
}

/** Sums of products of signed numbers and brackets; null where the tokens are no expression. */
class ExpressionReader {
  private at = 0;
  private readonly tokens: readonly Token[];
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  read(): number | null {
    const value = this.sum();
    return this.at === this.tokens.length ? value : null;
  }

  private sum(): number | null {
    let value = this.product();
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-')) {
      const next = this.product();
      if (value === null || next === null) return null;
      value = sign === '+' ? value + next : value - next;
    }
    return value;
  }

  private product(): number | null {
    let value = this.factor();
    for (let sign = this.take('*', '/'); sign !== null; sign = this.take('*', '/')) {
      const next = this.factor();
      if (value === null || next === null) return null;
      value = sign === '*' ? value * next : value / next;
    }
    return value;
  }

  private factor(): number | null {
    const sign = this.take('-', '+');
    if (sign !== null) {
      const value = this.factor();
      return value === null ? null : sign === '-' ? -value : value;
    }
    if (this.take('(') !== null) {
      const value = this.sum();
      return this.take(')') === null ? null : value;
    }
    const token = this.tokens[this.at];
    if (token?.kind !== 'number') return null;
    this.at += 1;
    return token.value;
  }

  private take(...signs: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !signs.includes(token.sign)) return null;
    this.at += 1;
    return token.sign;
  }
}
