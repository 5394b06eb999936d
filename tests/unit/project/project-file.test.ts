import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { decodeProject, openProject } from '../../../shared/project/decode.ts';
import type { ProjectDocument } from '../../../shared/project/document.ts';
import { encodeProject } from '../../../shared/project/encode.ts';
import { crc32, unzipParts } from '../../../shared/project/archive.ts';
import { readBytes } from '../../../shared/project/parts.ts';
import { smallProject } from '../../helpers/projects.ts';

const APP = { appVersion: '0.1.0' };

/** The file with one part replaced, its manifest put right again: only the part's own checks can object. */
async function withPart(name: string, change: (json: never) => unknown): Promise<Uint8Array> {
  const parts = unzipSync((await encodeProject(smallProject(), APP)).bytes);
  const part = strToU8(
    JSON.stringify(change(JSON.parse(strFromU8(readBytes(parts, name))) as never)),
  );
  const manifest = JSON.parse(strFromU8(readBytes(parts, 'manifest.json'))) as {
    parts: Record<string, unknown>;
  };
  manifest.parts[name] = { bytes: part.length, crc: crc32(part) };
  return zipSync({ ...parts, [name]: part, 'manifest.json': strToU8(JSON.stringify(manifest)) });
}

/** A zip of a megabyte whose directory says another size. */
function declaring(size: number): Uint8Array {
  const bytes = zipSync({ 'manifest.json': new Uint8Array(1_000_000) });
  const view = new DataView(bytes.buffer);
  view.setUint32(view.getUint32(bytes.length - 6, true) + 24, size, true);
  return bytes;
}

async function refusal(bytes: Uint8Array | Promise<Uint8Array>): Promise<string> {
  const opened = openProject(await bytes);
  return opened.ok ? 'opened' : opened.error;
}

describe('a project file', () => {
  test('opens as it was saved, absent numbers and odd text included', async () => {
    const document = smallProject();
    const { bytes } = await encodeProject(document, APP);
    expect(openProject(bytes)).toEqual({ ok: true, value: { document, notes: [] } });
  });

  test('is the same bytes for the same document, and a zip that anyone can open', async () => {
    const first = await encodeProject(smallProject(), APP);
    const second = await encodeProject(smallProject(), APP);
    expect(second.bytes).toEqual(first.bytes);
    const parts = unzipSync(first.bytes);
    expect(new Float64Array(readBytes(parts, 'book/arr.f64').slice().buffer)).toEqual(
      smallProject().book?.arr,
    );
  });

  test('keeps the white space of a book that has one', async () => {
    const plain = smallProject();
    const whiteSpace = Float64Array.of(NaN, 620);
    const document = { ...plain, book: plain.book && { ...plain.book, whiteSpace } };
    const { bytes } = await encodeProject(document, APP);
    expect(openProject(bytes)).toEqual({ ok: true, value: { document, notes: [] } });
  });

  test('a project without a book opens', async () => {
    const document: ProjectDocument = {
      ...smallProject(),
      book: null,
      sources: [],
      mapping: null,
      report: null,
    };
    const { bytes } = await encodeProject(document, APP);
    expect(openProject(bytes)).toEqual({ ok: true, value: { document, notes: [] } });
  });

  test('encodes again only the parts whose slice changed', async () => {
    const document = smallProject();
    const first = await encodeProject(document, APP);
    const changed: ProjectDocument = {
      ...document,
      name: 'Renamed',
      view: { ...document.view, screen: 'book' },
    };
    let encoded = 0;
    const second = await encodeProject(changed, {
      ...APP,
      previous: first,
      pause: () => {
        encoded++;
        return Promise.resolve();
      },
    });
    expect(encoded).toBe(2);
    const renewed = [...second.parts].filter(([name, part]) => first.parts.get(name) !== part);
    expect(renewed.map(([name]) => name)).toEqual(['document.json', 'view.json']);
    expect(openProject(second.bytes)).toEqual({
      ok: true,
      value: { document: changed, notes: [] },
    });
  });

  test('keeps the names of accounts that pay nothing; an older file has their ids only', async () => {
    const paysNothing = async (notPaying: readonly unknown[]) => {
      const opened = openProject(
        await withPart('report.json', (report: object) => ({ ...report, notPaying })),
      );
      return opened.ok ? opened.value.document.report?.notPaying : opened.error;
    };
    const named = { id: 'A-9', name: 'Quince Mills' };
    expect(await paysNothing([named])).toEqual([named]);
    expect(await paysNothing(['A-9'])).toEqual([{ id: 'A-9', name: '' }]);
  });

  test('of format 1 opens', () => {
    const bytes = readFileSync('tests/fixtures/projects/format-1.handoff');
    expect(openProject(bytes)).toEqual({
      ok: true,
      value: { document: smallProject(), notes: [] },
    });
  });
});

describe('hostile and broken files are refused in a sentence', () => {
  test('a newer format', async () => {
    const bytes = withPart('view.json', (view) => view);
    const parts = unzipSync(await bytes);
    const manifest = strToU8(
      JSON.stringify({ app: 'Handoff', format: 2, version: '3.4', new: [] }),
    );
    expect(await refusal(zipSync({ ...parts, 'manifest.json': manifest }))).toBe(
      'it was saved by a newer Handoff (3.4): update Handoff to open it',
    );
  });

  test('foreign files', async () => {
    expect(await refusal(strToU8('name,arr\nAlder,1'))).toBe('it is not a Handoff project');
    expect(await refusal(new Uint8Array(0))).toBe('it is not a Handoff project');
    expect(await refusal(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe(
      'it is not a Handoff project',
    );
  });

  test('a file cut short anywhere', async () => {
    const { bytes } = await encodeProject(smallProject(), APP);
    for (let length = 2; length < bytes.length; length += 97)
      expect(await refusal(bytes.subarray(0, length))).toBe('it is cut short or damaged');
  });

  test('a changed byte is noticed, wherever it is', async () => {
    const document = smallProject();
    const { bytes } = await encodeProject(document, APP);
    for (let at = 0; at < bytes.length; at += 41) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      const opened = openProject(damaged);
      // Bytes of the archive that carry nothing (times, versions) may change without harm.
      if (opened.ok) expect(opened.value.document).toEqual(document);
      else expect(opened.error).toMatch(/^it|^"/);
    }
  });

  test('paths, double names, and sizes that a project cannot have', async () => {
    const evil = zipSync({ '../../evil.json': strToU8('{}') });
    expect(await refusal(evil)).toBe('it is not a Handoff project');
    expect(await refusal(declaring(600 * 2 ** 20))).toBe(
      'it unpacks to more than a project can hold',
    );
  });

  test('a part that lies about its size is never inflated beyond it', async () => {
    const parts = unzipParts(declaring(10));
    expect(parts.ok ? parts.value['manifest.json']?.length : 0).toBeLessThanOrEqual(10);
  });

  test.each([
    ['a missing column', 'book/index.json', (index: object) => ({ ...index, count: 3 })],
    ['double ids', 'book/accountId.json', () => ['A-1', 'A-1']],
    ['no scenario', 'scenarios.json', () => []],
    [
      'a figure out of range',
      'scenarios.json',
      (list: { assumptions: object }[]) =>
        list.map((one) => ({ ...one, assumptions: { ...one.assumptions, grossMargin: 30 } })),
    ],
    ['an unknown key', 'mapping.json', (mapping: object) => ({ ...mapping, extra: 1 })],
    [
      'cells of an unknown kind of sheet',
      'sources/0-0.json',
      (grid: object) => ({ ...grid, rows: 1 }),
    ],
  ])('%s', async (_, part, change) => {
    expect(await refusal(withPart(part, change as (json: never) => unknown))).toMatch(/^(its|") ?/);
  });

  test('prototype names as keys of data do no harm', async () => {
    const bytes = await withPart('view.json', (view: object) => ({
      ...view,
      choices: JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}') as unknown,
    }));
    openProject(bytes);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('a history that does not fit is left out, and said', async () => {
    const bytes = await withPart('history.json', (history: { future: object[] }) => ({
      ...history,
      past: [{ label: 'x', redo: [], undo: [{ op: 'replace', path: ['scenarios'], value: [] }] }],
    }));
    const opened = openProject(bytes);
    expect(opened.ok && opened.value.document.history).toEqual({ past: [], future: [] });
    expect(opened.ok && opened.value.notes).toHaveLength(1);
  });

  test('a missing part is named', async () => {
    const parts = { ...unzipSync((await encodeProject(smallProject(), APP)).bytes) };
    delete parts['book/risk.f64'];
    expect(decodeProject(parts)).toEqual({
      ok: false,
      error: 'its part "book/risk.f64" is missing',
    });
  });
});
