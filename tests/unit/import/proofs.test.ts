import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROW = /^\| (?<what>[^|]+?) +\| `(?<file>[^`]+)` +\| (?<test>[^|]+?) +\|$/gm;
const table = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
const proofs = Array.from(table.matchAll(ROW), ({ groups = {} }) => groups);

/** The test file of this name, whatever kind of test it is. */
function sourceOf(name: string): string {
  const paths = ['.test.ts', '.test.tsx', '.ts'].map((end) =>
    join(import.meta.dirname, `${name}${end}`),
  );
  return readFileSync(paths.find(existsSync) ?? name, 'utf8');
}

describe('the table of proofs', () => {
  it('is whole', () => {
    expect(proofs.length).toBeGreaterThan(80);
    expect(proofs).toHaveLength(table.split('\n').filter((line) => /`.+` +\|/.test(line)).length);
  });

  it.each(proofs)('$what', ({ file = '', test = '' }) => {
    expect(sourceOf(file)).toContain(test);
  });
});
