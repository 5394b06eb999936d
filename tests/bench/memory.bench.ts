import { interleaved, type Benchmark } from './benchmark.ts';
import { EMPTY, openWindow, PRODUCT } from './electron-window.ts';

export const benchmark: Benchmark = {
  name: 'memory',
  against: 'memory (PSS) of an empty Electron window',
  run: async () => {
    if (process.platform !== 'linux') return { notMeasured: 'needs the /proc of Linux' };
    return interleaved(
      async () => (await openWindow(PRODUCT, true)).memory / 1e6,
      async () => (await openWindow(EMPTY, true)).memory / 1e6,
      { unit: 'MB' },
    );
  },
};
