import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesInArguments } from '../../../electron/files/arguments.ts';
import { writeAtomically } from '../../../electron/files/atomic.ts';
import { fileFault } from '../../../electron/files/faults.ts';
import { JsonFile } from '../../../electron/files/json-file.ts';
import { placeOf, RecentFiles } from '../../../electron/files/recent.ts';
import { FileRegistry } from '../../../electron/files/registry.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handoff-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('an atomic write', () => {
  it('replaces the whole file and leaves nothing beside it', async () => {
    const path = join(folder, 'book.handoff');
    await writeAtomically(path, 'a much longer first version');
    await writeAtomically(path, 'second');
    expect(await readFile(path, 'utf8')).toBe('second');
    expect(await readdir(folder)).toEqual(['book.handoff']);
  });

  it('that fails keeps the old file and cleans up', async () => {
    // A folder in the place of the file: the rename cannot succeed.
    const path = join(folder, 'taken');
    await mkdir(join(path, 'inside'), { recursive: true });
    await expect(writeAtomically(path, 'text')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['taken']);
    expect(await readdir(path)).toEqual(['inside']);
  });
});

describe('the registry of chosen files', () => {
  it('gives out ids that say nothing of the path, the same for the same file', async () => {
    const path = join(folder, 'acme.csv');
    await writeFile(path, 'a,b\n');
    const registry = new FileRegistry();
    const first = await registry.existing(path);
    expect(first).toMatchObject({ name: 'acme.csv', bytes: 4 });
    expect(first?.id).not.toContain('acme');
    expect(JSON.stringify(first)).not.toContain(folder);
    expect((await registry.existing(path))?.id).toBe(first?.id);
    expect(registry.pathOf(first?.id ?? '')).toBe(path);
  });

  it('knows no folder, no absent file, and no id it did not give', async () => {
    const registry = new FileRegistry();
    expect(await registry.allExisting([folder, join(folder, 'absent')])).toEqual([]);
    expect(registry.pathOf('/etc/passwd')).toBeNull();
  });
});

describe('recent files', () => {
  it('are newest first, once each, still there, and kept between runs', async () => {
    const paths = ['one.csv', 'two.handoff', 'gone.csv'].map((name) => join(folder, name));
    for (const path of paths) await writeFile(path, 'x');
    const [one = '', two = '', gone = ''] = paths;
    const recent = new RecentFiles(folder, new FileRegistry());
    await recent.add(one, 'book', new Date('2026-01-01T10:00:00Z'));
    await recent.add(two, 'project', new Date('2026-01-02T10:00:00Z'));
    await recent.add(gone, 'book', new Date('2026-01-03T10:00:00Z'));
    await recent.add(one, 'book', new Date('2026-01-04T10:00:00Z'));
    await rm(gone);
    const later = await new RecentFiles(folder, new FileRegistry()).list();
    expect(later.map(({ name, kind, openedAt }) => ({ name, kind, openedAt }))).toEqual([
      { name: 'one.csv', kind: 'book', openedAt: '2026-01-04T10:00:00.000Z' },
      { name: 'two.handoff', kind: 'project', openedAt: '2026-01-02T10:00:00.000Z' },
    ]);
  });

  it.each([
    ['/home/me/acme.csv', '~/acme.csv'],
    ['/home/me/Clients/2026/Q1/raw/acme.csv', '~/Clients/…/raw/acme.csv'],
    ['/home/meadow/acme.csv', '/home/meadow/acme.csv'],
  ])('show %s as %s', (path, place) => {
    expect(placeOf(path, '/home/me')).toBe(place);
  });
});

describe('a small file of settings', () => {
  const parse = (value: unknown): { n: number } | null =>
    typeof value === 'object' && value !== null && 'n' in value && typeof value.n === 'number'
      ? { n: value.n }
      : null;

  it('keeps its value between runs, and the last of many quick changes wins', async () => {
    const path = join(folder, 'deep/settings.json');
    const file = new JsonFile(path, parse, { n: 0 });
    await Promise.all([1, 2, 3].map((n) => file.set({ n })));
    expect(new JsonFile(path, parse, { n: 0 }).value).toEqual({ n: 3 });
  });

  it.each(['', '{', 'null', '{"n":"3"}'])('counts as absent when it holds %j', async (text) => {
    const path = join(folder, 'settings.json');
    await writeFile(path, text);
    expect(new JsonFile(path, parse, { n: 7 }).value).toEqual({ n: 7 });
  });

  it('that cannot be written does not stop the work', async () => {
    const path = join(folder, 'settings.json');
    await mkdir(join(path, 'in the way'), { recursive: true });
    const file = new JsonFile(path, parse, { n: 0 });
    await file.set({ n: 1 });
    expect(file.value).toEqual({ n: 1 });
  });
});

describe('files on the command line', () => {
  it('are what follows the program, flags aside, from the folder it was called in', () => {
    const packaged = ['/opt/Handoff/handoff', '--no-sandbox', 'a.csv', '/data/b.xlsx'];
    expect(filesInArguments(packaged, '/home/me', true)).toEqual([
      '/home/me/a.csv',
      '/data/b.xlsx',
    ]);
    expect(
      filesInArguments(['electron', '--flag', '/checkout', 'a.csv'], '/home/me', false),
    ).toEqual(['/home/me/a.csv']);
    expect(filesInArguments(['electron', '/checkout'], '/home/me', false)).toEqual([]);
  });
});

describe('what went wrong with a file', () => {
  it('is a sentence with its name and what to do', async () => {
    const absent = await readFile(join(folder, 'acme.csv')).catch((error: unknown) => error);
    expect(fileFault('acme.csv', 'read', absent)).toBe(
      'acme.csv could not be read: it is not there any more: choose it again.',
    );
    expect(fileFault('a.handoff', 'saved', new Error('odd'))).toBe(
      'a.handoff could not be saved: the system answered with an error: try another place.',
    );
  });
});
