import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { largeWorkbook } from '../helpers/large-workbook.ts';
import { interleaved, type Benchmark } from './benchmark.ts';
import { readSheetJs, SHEETJS } from './sheets.ts';

const ROWS = 1_000_000;
const PARTNER_ROWS = 100_000;

/**
 * SheetJS gives back no sheet for a file of this size, so it is measured on a tenth of the rows and
 * taken times ten. The product reads in a process of its own, whose peak is its memory.
 */
export const benchmark: Benchmark = {
  name: 'read-xlsx-1m',
  against: `ten times ${SHEETJS} on 100,000 rows (it gives nothing back for 1,000,000)`,
  async run() {
    const path = await largeWorkbook(ROWS);
    const tenth = new Uint8Array(readFileSync(await largeWorkbook(PARTNER_ROWS)));
    let peak = 0;
    const measured = await interleaved(
      async () => {
        const own = await inOwnProcess(path);
        peak = Math.max(peak, own.peak);
        return own.taken;
      },
      async () => (ROWS / PARTNER_ROWS) * (await readSheetJs(tenth, PARTNER_ROWS + 1)),
      { unit: 'ms' },
    );
    return { ...measured, unit: `ms, ${Math.round(peak)} MB of memory at its peak` };
  },
};

async function inOwnProcess(path: string): Promise<{ taken: number; peak: number }> {
  const script = join(import.meta.dirname, 'read-in-own-process.ts');
  const args = ['--expose-gc', '--import', 'tsx', script, path, String(ROWS + 1)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const measured: { taken: number; peak: number } = JSON.parse(stdout);
  return measured;
}
