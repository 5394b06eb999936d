import type { Expression } from '../../shared/analysis/expression.ts';

/**
 * Computes a formula from what the Explain panel shows, and nothing else: its text and the values of
 * its terms. A symbol is the longest one that fits; anything unknown throws.
 */
export function compute({ text, terms }: Expression): number {
  const symbols = terms.toSorted((a, b) => b.symbol.length - a.symbol.length);
  let rest = text;
  const skip = () => {
    rest = rest.trimStart();
  };
  const take = (sign: string): boolean => {
    skip();
    if (!rest.startsWith(sign)) return false;
    rest = rest.slice(sign.length);
    return true;
  };
  const expect = (sign: string) => {
    if (!take(sign)) throw new Error(`expected ${sign} at "${rest}"`);
  };
  const sum = (): number => {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('−')) value -= product();
      else return value;
    }
  };
  const product = (): number => {
    let value = power();
    for (;;) {
      if (take('×')) value *= power();
      else if (take('÷')) value /= power();
      else return value;
    }
  };
  const power = (): number => {
    const base = atom();
    return take('^') ? base ** atom() : base;
  };
  const atom = (): number => {
    if (take('−')) return -atom();
    skip();
    const term = symbols.find(({ symbol }) => rest.startsWith(symbol));
    if (term !== undefined) {
      rest = rest.slice(term.symbol.length);
      if (term.value === null) throw new Error(`${term.symbol} has no value`);
      return term.value;
    }
    if (take('(')) {
      const value = sum();
      expect(')');
      return value;
    }
    const name = /^(min|max|exp|ln|raised)\(/.exec(rest)?.[1];
    if (name !== undefined) {
      rest = rest.slice(name.length + 1);
      const values = [sum()];
      while (take(';')) values.push(sum());
      expect(')');
      return call(name, values);
    }
    const number = /^\d+(?:\.\d+)?/.exec(rest)?.[0];
    if (number === undefined) throw new Error(`cannot read "${rest}" in "${text}"`);
    rest = rest.slice(number.length);
    return Number(number);
  };
  const value = sum();
  if (rest.trim() !== '') throw new Error(`left over: "${rest}" in "${text}"`);
  return value;
}

function call(name: string, [a = Number.NaN, b = Number.NaN]: readonly number[]): number {
  switch (name) {
    case 'min':
      return Math.min(a, b);
    case 'max':
      return Math.max(a, b);
    case 'exp':
      return Math.exp(a);
    case 'ln':
      return Math.log(a);
    default:
      return Math.ceil(a / b - 1e-9) * b;
  }
}
