const POWERS = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
];

/** A number as XML writes it; NaN for what is none. */
export function numberOf(bytes: Uint8Array, from: number, to: number): number {
  let mantissa = 0;
  let digits = 0;
  let decimals = 0;
  let at = from;
  const negative = bytes[at] === 0x2d;
  if (negative) at++;
  for (; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) break;
    mantissa = mantissa * 10 + digit;
    digits++;
  }
  if (bytes[at] === 0x2e && digits > 0) {
    for (at++; at < to; at++) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) break;
      mantissa = mantissa * 10 + digit;
      digits++;
      decimals++;
    }
  }
  // Up to 15 digits both parts are exact, so that one division rounds once, as it should.
  if (at === to && digits > 0 && digits <= 15) {
    const value = mantissa / (POWERS[decimals] ?? 1);
    return negative ? -value : value;
  }
  return slowly(bytes, from, to);
}

function slowly(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 400) return NaN;
  const text = String.fromCharCode(...bytes.subarray(from, to)).trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
