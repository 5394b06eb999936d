import { appendFile, mkdtemp, readdir, rm, truncate, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from '../../../electron/files/journal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handoff-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const base = (text: string): Uint8Array => new TextEncoder().encode(text);
const recovered = async () => {
  const found = await new Journal(folder).recover();
  return found === null
    ? null
    : { base: new TextDecoder().decode(found.base), records: found.records };
};

describe('the journal', () => {
  it('has nothing to offer when nothing was ever written', async () => {
    expect(await recovered()).toBeNull();
  });

  it('gives back the base and every change after it, in order', async () => {
    const journal = new Journal(folder);
    await journal.reset(base('project'));
    const records = Array.from({ length: 50 }, (_, index) => `change ${index}\nof two lines`);
    await Promise.all(records.map((record) => journal.append(record)));
    expect(await recovered()).toEqual({ base: 'project', records });
  });

  it('keeps changes that were made before there was a base', async () => {
    await new Journal(folder).append('first');
    expect(await recovered()).toEqual({ base: '', records: ['first'] });
  });

  it('starts anew from a base: earlier changes are in it', async () => {
    const journal = new Journal(folder);
    await journal.reset(base('one'));
    await journal.append('in one');
    await journal.reset(base('two'));
    await journal.append('after two');
    expect(await recovered()).toEqual({ base: 'two', records: ['after two'] });
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('leaves nothing when it is ended', async () => {
    const journal = new Journal(folder);
    await journal.reset(base('one'));
    await journal.append('change');
    await journal.reset(null);
    expect(await recovered()).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  it('drops only the record that a crash cut short', async () => {
    const journal = new Journal(folder);
    await journal.reset(base('one'));
    await journal.append('whole');
    await journal.append('cut short');
    const file = join(folder, (await readdir(folder)).find((n) => n.endsWith('.changes')) ?? '');
    await truncate(file, (await stat(file)).size - 4);
    expect(await recovered()).toEqual({ base: 'one', records: ['whole'] });
  });

  it('never joins an old base to new changes: a crash between two bases keeps the newer', async () => {
    await new Journal(folder).reset(base('old'));
    await appendFile(join(folder, '1.changes'), '"old change"\n');
    await writeFile(join(folder, '2.base'), 'new');
    expect(await recovered()).toEqual({ base: 'new', records: [] });
  });

  it('goes on where a recovered one stopped', async () => {
    const first = new Journal(folder);
    await first.reset(base('one'));
    await first.append('before');
    const second = new Journal(folder);
    await second.recover();
    await second.append('after');
    expect(await recovered()).toEqual({ base: 'one', records: ['before', 'after'] });
  });
});
