import { LARGE_COLUMNS, largeText } from '../helpers/large-workbook.ts';
import { interleaved, type Benchmark } from './benchmark.ts';
import { readOurs, readSheetJs, SHEETJS } from './sheets.ts';

const ROWS = 100_000;

export const benchmark: Benchmark = {
  name: 'read-csv-100k',
  against: SHEETJS,
  async run() {
    const bytes = largeText(ROWS);
    return interleaved(
      () => readOurs('book.csv', bytes, ROWS + 1, LARGE_COLUMNS),
      () => readSheetJs(bytes, ROWS + 1),
      { unit: 'ms' },
    );
  },
};
