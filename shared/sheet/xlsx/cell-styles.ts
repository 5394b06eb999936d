import type { GridBuilder } from '../grid-builder.ts';
import { formatMeaning, isDateSerial, serialToDays } from '../number-format.ts';

/** Sets numbers of one sheet as what their style makes of them: a date, or a number with a format. */
export class StyledNumbers {
  /** By style: index of the format in the grid, or DATE, or UNKNOWN where the style was not met yet. */
  private readonly formats: Int32Array;

  constructor(
    private readonly builder: GridBuilder,
    private readonly styles: readonly string[],
    private readonly date1904: boolean,
  ) {
    this.formats = new Int32Array(styles.length).fill(UNKNOWN);
  }

  set(row: number, column: number, value: number, style: number): void {
    let format = this.formats[style] ?? 0;
    if (format === UNKNOWN) format = this.learn(style);
    if (format !== DATE) this.builder.setNumber(row, column, value, format);
    else if (isDateSerial(value)) {
      this.builder.setDate(row, column, serialToDays(value, this.date1904));
    } else this.builder.setNumber(row, column, value);
  }

  private learn(style: number): number {
    const format = this.styles[style] ?? 'General';
    const known = formatMeaning(format) === 'date' ? DATE : this.builder.format(format);
    this.formats[style] = known;
    return known;
  }
}

const UNKNOWN = -2;
const DATE = -1;
