import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openProject } from '../../shared/project/decode.ts';
import { encodeProject } from '../../shared/project/encode.ts';
import { anyBook } from '../helpers/books.ts';
import { smallProject } from '../helpers/projects.ts';

test('save then load is identity, for any book', async () => {
  await fc.assert(
    fc.asyncProperty(anyBook(), fc.string({ unit: 'binary' }), async (book, name) => {
      const document = { ...smallProject(), book, name };
      const { bytes } = await encodeProject(document, { appVersion: '0.1.0' });
      expect(openProject(bytes)).toEqual({ ok: true, value: { document, notes: [] } });
    }),
    { numRuns: 60 },
  );
});

test('bytes changed at random never throw, and what opens is what was saved', async () => {
  const document = smallProject();
  const { bytes } = await encodeProject(document, { appVersion: '0.1.0' });
  const position = fc.integer({ min: 0, max: bytes.length - 1 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(position, fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 8,
      }),
      (changes) => {
        const damaged = bytes.slice();
        for (const [at, value] of changes) damaged[at] = value;
        const opened = openProject(damaged);
        if (opened.ok) expect(opened.value.document).toEqual(document);
        else expect(opened.error).toMatch(/\S/);
      },
    ),
    { numRuns: 300 },
  );
});
