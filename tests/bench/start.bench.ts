import { interleaved, type Benchmark } from './benchmark.ts';
import { EMPTY, openWindow, PRODUCT } from './electron-window.ts';

export const benchmark: Benchmark = {
  name: 'start',
  against: 'start of an empty Electron window',
  run: () =>
    interleaved(
      async () => (await openWindow(PRODUCT, false)).start,
      async () => (await openWindow(EMPTY, false)).start,
      { unit: 'ms', turns: 9 },
    ),
};
