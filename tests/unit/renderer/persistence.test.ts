import { describe, expect, it } from 'vitest';
import { createEmbeddedEngine } from '../../../renderer/engine/embedded-engine.ts';
import { startProject } from '../../../renderer/store/book.ts';
import { PERSISTENCE, type Fate } from '../../../renderer/store/persistence.ts';
import { createAppStore, DEFAULT_PREFERENCES, NEW_SESSION } from '../../../renderer/store/store.ts';
import { importBook } from '../../../shared/import/import-book.ts';
import { decodeProject } from '../../../shared/project/decode.ts';
import { unzipParts } from '../../../shared/project/archive.ts';
import { readSheetFile } from '../../../shared/sheet/read.ts';

const keysOf = (slice: Readonly<Record<string, Fate>>, fate: Fate): readonly string[] =>
  Object.keys(slice)
    .filter((key) => slice[key] === fate)
    .sort();

describe('the fate of every state key', () => {
  it('is declared for the session and the preferences as they are', () => {
    expect(keysOf(PERSISTENCE.session, 'session')).toEqual(Object.keys(NEW_SESSION).sort());
    expect(keysOf(PERSISTENCE.preferences, 'preference')).toEqual(
      Object.keys(DEFAULT_PREFERENCES).sort(),
    );
  });

  it('is kept: what belongs to the project comes back from its file, and nothing else is in it', async () => {
    const bytes = new TextEncoder().encode('Account Name,ARR\nAlder Freight,28000');
    const read = await readSheetFile({ file: 'book.csv', bytes, size: bytes.length });
    if (!read.ok) throw new Error(read.error.message);
    const store = createAppStore();
    startProject(store, 'Book', [read.value], importBook([read.value], {}), null);
    const { document } = store.getState();
    if (document === null) throw new Error('no document');
    const { book, sources, report, ...light } = document;
    const file = await createEmbeddedEngine().run('encodeProject', {
      light,
      heavy: { book, sources, report },
      appVersion: '0.0.0',
    });
    const parts = unzipParts(file);
    const opened = parts.ok ? decodeProject(parts.value) : parts;
    if (!opened.ok) throw new Error(opened.error);
    expect(Object.keys(opened.value.document).sort()).toEqual(
      keysOf(PERSISTENCE.document, 'project'),
    );
    expect(opened.value.document).toEqual(document);
  });
});
