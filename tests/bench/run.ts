/** Runs the benchmarks that are asked for, or all; see build/bench.mjs. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Benchmark, Measured, NotMeasured } from './benchmark.ts';

const FILE = /^(.+)\.bench\.ts$/;

function names(): string[] {
  return readdirSync(import.meta.dirname).flatMap((file) => FILE.exec(file)?.[1] ?? []);
}

async function load(name: string): Promise<Benchmark> {
  const file = join(import.meta.dirname, `${name}.bench.ts`);
  const module: { benchmark: Benchmark } = await import(pathToFileURL(file).href);
  return module.benchmark;
}

function line(name: string, against: string, result: Measured | NotMeasured): string {
  if ('notMeasured' in result) return `${name}: not measured (${result.notMeasured})`;
  const { ratio, value, unit, runs, beside = {} } = result;
  const others = Object.entries(beside).map(
    ([what, figure]) => `; ${what} ${figure.value.toPrecision(4)} ${figure.unit}`,
  );
  return `${name}: ${ratio.toFixed(3)} × ${against} (${value.toPrecision(4)} ${unit}, median of ${runs} interleaved runs${others.join('')})`;
}

const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const json = process.argv.includes('--json');
const known = names();
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}: choose from ${known.join(', ')}.\n`,
  );
  process.exit(2);
}

const figures: Record<string, unknown> = {};
for (const name of asked.length > 0 ? asked : known) {
  const { against, run } = await load(name);
  const result = await run();
  if ('notMeasured' in result) figures[name] = { ...result, against };
  else {
    const { ratio, value, unit, beside } = result;
    figures[name] = { ratio, value, unit, against, ...(beside !== undefined && { beside }) };
  }
  if (!json) process.stdout.write(`${line(name, against, result)}\n`);
}
if (json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
