import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RememberedMappings } from '../../../electron/files/remembered-mappings.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handoff-mappings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('how books were read', () => {
  it('is kept by headers, with the day it was kept, across starts', async () => {
    const first = new RememberedMappings(folder);
    expect(first.recall('a')).toBeNull();
    await first.remember('a', 'old', new Date('2026-01-05T08:00:00Z'));
    await first.remember('b', 'other', new Date('2026-01-06T08:00:00Z'));
    await first.remember('a', 'new', new Date('2026-02-05T08:00:00Z'));
    const again = new RememberedMappings(folder);
    expect(again.recall('a')).toEqual({ text: 'new', savedAt: '2026-02-05T08:00:00.000Z' });
    expect(again.recall('b')?.text).toBe('other');
    expect(again.recall('constructor')).toBeNull();
  });

  it('forgets the oldest, and a damaged file counts as none', async () => {
    const mappings = new RememberedMappings(folder);
    for (let month = 0; month < 61; month++) {
      await mappings.remember(`book ${String(month)}`, '{}', new Date(month));
    }
    expect(mappings.recall('book 0')).toBeNull();
    expect(mappings.recall('book 1')).not.toBeNull();
    const path = join(folder, 'mappings.json');
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, -5));
    expect(new RememberedMappings(folder).recall('book 60')).toBeNull();
  });
});
