/** `read-in-own-process.ts FILE ROWS`: prints the milliseconds that reading takes and the peak of memory in MB. */
import { readFileSync } from 'node:fs';
import { LARGE_COLUMNS } from '../helpers/large-workbook.ts';
import { readOurs } from './sheets.ts';

const [path = '', rows = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
const taken = await readOurs('book.xlsx', bytes, Number(rows), LARGE_COLUMNS);
// Linux counts in kilobytes, and so does Node everywhere.
const peak = process.resourceUsage().maxRSS / 1000;
process.stdout.write(JSON.stringify({ taken, peak }));
