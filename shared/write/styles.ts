import type { CellStyle } from 'hucre/xlsx';
import type { Block, CellFormat, Tone } from '../export/workbook-plan.ts';
import { numberFormat } from './number-format.ts';

const INK = '1B2430';
const MUTED = '5B6573';
const LINE = 'B6BFCA';
const HEADER_FILL = 'E9EDF2';
const GROUP_FILL = 'F4F6F8';
const CHANGED_FILL = 'FFF3D1';

/** Metrics that every spreadsheet program has or stands in for; each style says it, or a default steps in. */
export const FONT = { name: 'Arial', size: 10 } as const;

const fill = (rgb: string): CellStyle => ({
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } },
});

/** The look of text outside of tables. */
export const TEXT_STYLES: Readonly<Record<Exclude<Block['kind'], 'table'>, CellStyle>> = {
  title: {
    font: { ...FONT, bold: true, size: 16, color: { rgb: INK } },
    alignment: { vertical: 'center' },
  },
  finding: {
    font: { ...FONT, bold: true, size: 12, color: { rgb: INK } },
    alignment: { vertical: 'top', wrapText: true },
  },
  heading: {
    font: { ...FONT, bold: true, size: 12, color: { rgb: INK } },
    alignment: { vertical: 'bottom' },
  },
  text: { font: { ...FONT, color: { rgb: INK } }, alignment: { vertical: 'top', wrapText: true } },
};

/** A column's header: the model's colour where it is a model's. */
export function headerStyle(isNumber: boolean, colour: string | undefined): CellStyle {
  return {
    ...fill(colour === undefined ? HEADER_FILL : colour.replace('#', '').toUpperCase()),
    font: { ...FONT, bold: true, color: { rgb: colour === undefined ? INK : 'FFFFFF' } },
    alignment: {
      horizontal: isNumber ? 'right' : 'left',
      vertical: 'bottom',
      wrapText: true,
      ...(isNumber ? {} : INDENT),
    },
    border: { bottom: { style: 'thin', color: { rgb: LINE } } },
  };
}

/** Keeps text off the figures in the column before it. */
const INDENT = { indent: 1 } as const;

/** How a cell stands in its column. */
export interface CellLook {
  readonly tone: Tone;
  readonly isEstimated: boolean;
  /** Text that does not fit goes on below, not under the next cell. */
  readonly wraps: boolean;
  /** A word among figures stands where the figures stand. */
  readonly amongFigures: boolean;
}

/** The look of a cell of a table. */
export function cellStyle(
  format: CellFormat,
  { tone, isEstimated, wraps, amongFigures }: CellLook,
  currency: string,
): CellStyle {
  const isText = format === 'text';
  const isLeft = isText && !amongFigures;
  const isStrong = tone !== 'plain';
  return {
    ...(tone === 'group' ? fill(GROUP_FILL) : tone === 'changed' ? fill(CHANGED_FILL) : {}),
    font: {
      ...FONT,
      ...(isStrong ? { bold: true } : {}),
      ...(isEstimated ? { italic: true } : {}),
      color: { rgb: isEstimated ? MUTED : INK },
    },
    alignment: {
      horizontal: isLeft ? 'left' : 'right',
      vertical: 'top',
      ...(isLeft ? INDENT : {}),
      ...(isText && wraps ? { wrapText: true } : {}),
    },
    ...(tone === 'total' ? { border: { top: { style: 'thin', color: { rgb: LINE } } } } : {}),
    ...(isText ? {} : { numFmt: numberFormat(format, currency) }),
  };
}
