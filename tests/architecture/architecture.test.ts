import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circles, faultOf, importsOf, layerOf, missing, ROOT, sourceFiles } from './imports.ts';
import { DEPENDENCIES } from './table.ts';

const files = sourceFiles(
  ['shared', 'electron', 'renderer'].filter((f) => existsSync(join(ROOT, f))),
);
const imports = files.flatMap((file) => importsOf(file));

describe('the arrows between layers', () => {
  it('are those of the table, and every dependency stays where it belongs', () => {
    expect(imports.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
  });

  it('every source file lies in a layer', () => {
    expect(files.filter((file) => layerOf(file) === null)).toEqual([]);
  });

  it('every local import names its file, extension and all', () => {
    expect(missing(imports)).toEqual([]);
  });

  it('never form a circle', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        imports.filter((one) => one.local && one.from === file).map((one) => one.target),
      ]),
    );
    expect(circles(graph).map((circle) => circle.join(' → '))).toEqual([]);
  });

  it('every dependency of package.json is classified, and nothing else is', () => {
    const manifest: { devDependencies: Record<string, string>; dependencies?: object } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    expect(Object.keys(DEPENDENCIES).sort()).toEqual(Object.keys(manifest.devDependencies).sort());
    // The package holds bundles only: nothing is installed beside them.
    expect(manifest.dependencies).toBeUndefined();
  });
});

describe('the walker itself', () => {
  const fault = (from: string, text: string) => importsOf(from, text).map(faultOf);

  it.each([
    ['shared/model/worth.ts', "import { x } from '../analysis/map.ts';"],
    ['shared/book/book.ts', "import { readFileSync } from 'node:fs';"],
    ['shared/book/book.ts', "import fs from 'fs';"],
    ['shared/import/import.ts', "import { read } from 'xlsx';"],
    ['renderer/views/compare/compare.tsx', "import type { Bridge } from '../../bridge/bridge.ts';"],
    ['renderer/charts/bars.tsx', "import { useStore } from '../store/store.ts';"],
    ['renderer/views/book/book.tsx', "import { BarChart } from 'recharts';"],
    ['electron/main.ts', "import { evaluate } from '../shared/model/evaluate.ts';"],
    ['electron/main.ts', "import { app } from '../renderer/app/app.tsx';"],
    ['electron/main.ts', "const late = await import('left-pad');"],
    ['renderer/engine/pool.ts', "new Worker(new URL('../../electron/main.ts', import.meta.url))"],
    ['renderer/somewhere/new.ts', "import { ok } from '../../shared/units/result.ts';"],
  ])('refuses in %s: %s', (from, text) => {
    expect(fault(from, text)).toEqual([expect.stringContaining(from)]);
  });

  it.each([
    ['shared/analysis/map.ts', "import { evaluate } from '../model/evaluate.ts';"],
    ['electron/cli/main.ts', "import { evaluate } from '../../shared/model/evaluate.ts';"],
    ['shared/sheet/read.ts', "import { read } from 'xlsx';"],
    ['renderer/charts/bars.tsx', "import { BarChart } from 'recharts';"],
  ])('allows in %s: %s', (from, text) => {
    expect(fault(from, text)).toEqual([null]);
  });

  it('sees a circle', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(circles(graph)).toEqual([['b', 'c', 'b']]);
  });
});
