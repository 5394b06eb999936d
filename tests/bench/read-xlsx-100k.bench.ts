import { readFileSync } from 'node:fs';
import { LARGE_COLUMNS, largeWorkbook } from '../helpers/large-workbook.ts';
import { interleaved, type Benchmark } from './benchmark.ts';
import { readOurs, readSheetJs, SHEETJS } from './sheets.ts';

const ROWS = 100_000;

export const benchmark: Benchmark = {
  name: 'read-xlsx-100k',
  against: SHEETJS,
  async run() {
    const bytes = new Uint8Array(readFileSync(await largeWorkbook(ROWS)));
    return interleaved(
      () => readOurs('book.xlsx', bytes, ROWS + 1, LARGE_COLUMNS),
      () => readSheetJs(bytes, ROWS + 1),
      { unit: 'ms' },
    );
  },
};
