import type { Format } from '../../../shared/format/format.ts';

/**
 * The format for one account, whose hours are few: with one decimal, and where that would read nought,
 * in minutes. The whole book's hours are thousands, and are written whole.
 */
export function withSmallHours(format: Format): Format {
  const tenths = new Intl.NumberFormat(format.locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return {
    ...format,
    figure: (value, unit, precision) => {
      if (unit !== 'hours' || value === null || !Number.isFinite(value)) {
        return format.figure(value, unit, precision);
      }
      const minutes = value * 60;
      if (value === 0 || Math.abs(value) >= SHORTEST) return `${tenths.format(value)}${NO_BREAK}h`;
      return `${tenths.format(minutes)}${NO_BREAK}min`;
    },
  };
}

/** Hours that still read 0.1 h. */
const SHORTEST = 0.05;
const NO_BREAK = '\u00a0';
