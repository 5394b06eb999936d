import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toCanonicalRows } from '../../shared/import/canonical-rows.ts';
import { writeCsv } from '../../shared/write/csv.ts';
import { Handoff } from '../e2e/handoff.ts';
import { generatedBook } from '../helpers/generated-book.ts';
import { median, type Benchmark } from './benchmark.ts';
import { dragFor, type Drag } from './drag.ts';

const ACCOUNTS = 100_000;
const TURNS = 5;

export const benchmark: Benchmark = {
  name: 'drag-100k',
  against:
    'the same drag over 1,000 accounts; longest main-thread task while a slider moves for 5 s beside the charts',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'handoff-drag-'));
    const open: Handoff[] = [];
    try {
      const window = async (accounts: number): Promise<Handoff> => {
        const book = join(folder, `${accounts}.csv`);
        await writeFile(book, writeCsv(toCanonicalRows(generatedBook(accounts))));
        const handoff = await Handoff.start(join(folder, `data-${accounts}`), { files: [book] });
        open.push(handoff);
        return handoff;
      };
      const large = await window(ACCOUNTS);
      const small = await window(1000);
      const ours: Drag[] = [];
      const theirs: Drag[] = [];
      for (let turn = 0; turn < TURNS; turn++) {
        theirs.push(await dragFor(small, 'Compare', 5000));
        ours.push(await dragFor(large, 'Compare', 5000));
      }
      const alone = await dragFor(large, 'Assumptions', 5000);
      const of = (drags: readonly Drag[], read: (drag: Drag) => number) => median(drags.map(read));
      const ms = (value: number) => ({ value, unit: 'ms' });
      const longest = of(ours, ({ longestTask }) => longestTask);
      return {
        ratio: longest / of(theirs, ({ longestTask }) => longestTask),
        value: longest,
        unit: 'ms',
        runs: TURNS,
        beside: {
          'its processor time': ms(of(ours, ({ longestProcessor }) => longestProcessor)),
          'on the screen of assumptions': ms(alone.longestTask),
          'last move to settled figures': ms(of(ours, ({ settled }) => settled)),
          'to best fits and parts': ms(of(ours, ({ complete }) => complete)),
        },
      };
    } finally {
      for (const handoff of open) await handoff.crash();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
