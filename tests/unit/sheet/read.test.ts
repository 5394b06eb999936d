import { describe, expect, it } from 'vitest';
import type { SheetProgress } from '../../../shared/sheet/pace.ts';
import { readSheetFile } from '../../../shared/sheet/read.ts';
import { readAs, rowsOf, sheetOf } from './make.ts';

/** Enough rows for many turns of the event loop. */
function longSheet(rows: number): Uint8Array {
  const parts: string[] = [];
  for (let r = 1; r <= rows; r++) {
    parts.push(
      `<row r="${r}"><c r="A${r}"><v>${r}</v></c><c r="B${r}" t="str"><v>text ${r % 100}</v></c></row>`,
    );
  }
  return sheetOf(parts.join(''));
}

function longText(rows: number): Uint8Array {
  const parts = Array.from({ length: rows }, (_, r) => `${r},a text that fills a row,"${r % 7}"\n`);
  return new TextEncoder().encode(parts.join(''));
}

function streamOf(bytes: Uint8Array, chunk: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += chunk)));
    },
  });
}

describe.each([
  ['workbook.xlsx', longSheet(80_000)],
  ['text.csv', longText(200_000)],
])('reading %s', (file, bytes) => {
  it('tells how far it is, ever further, to the end', async () => {
    const seen: SheetProgress[] = [];
    const result = await readSheetFile(
      { file, bytes, size: bytes.length },
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(result.ok).toBe(true);
    expect(seen.length).toBeGreaterThan(4);
    for (let n = 1; n < seen.length; n++) {
      expect(seen[n]?.bytesDone).toBeGreaterThanOrEqual(seen[n - 1]?.bytesDone ?? 0);
      expect(seen[n]?.rows).toBeGreaterThanOrEqual(seen[n - 1]?.rows ?? 0);
    }
    const rows = result.ok ? result.value.grids[0]?.rows : 0;
    expect(seen.at(-1)).toEqual({ bytesDone: bytes.length, bytesTotal: bytes.length, rows });
  });

  it('stops soon after it is cancelled, in the middle', async () => {
    const controller = new AbortController();
    let calls = 0;
    const result = await readSheetFile(
      { file, bytes, size: bytes.length },
      {
        signal: controller.signal,
        onProgress: ({ rows }) => {
          calls++;
          if (rows > 0) controller.abort();
        },
      },
    );
    expect(result).toEqual({
      ok: false,
      error: { code: 'cancelled', message: `Reading ${file} was cancelled.` },
    });
    expect(calls).toBeLessThan(8);
  });

  it('lets others run meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await readSheetFile({ file, bytes, size: bytes.length });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  it('gives the same from a stream as from bytes', async () => {
    const whole = await readAs(file, bytes);
    const result = await readSheetFile({
      file,
      bytes: streamOf(bytes, 60_001),
      size: bytes.length,
    });
    if (!result.ok) throw new Error(result.error.message);
    const [a, b] = [whole.grids[0], result.value.grids[0]];
    expect(b?.strings).toEqual(a?.strings);
    const bytesOf = (grid: typeof a): Buffer[] =>
      (grid?.columns ?? []).flatMap(({ kinds, values }) => [
        Buffer.from(kinds),
        Buffer.from(values.buffer),
      ]);
    expect(bytesOf(b).map((part, n) => part.equals(bytesOf(a)[n] ?? Buffer.alloc(0)))).toEqual(
      bytesOf(a).map(() => true),
    );
  });
});

describe('the function', () => {
  it('refuses a file that is too large before it reads a byte', async () => {
    const bytes = new ReadableStream<Uint8Array>({
      pull() {
        throw new Error('was read');
      },
    });
    const result = await readSheetFile({ file: 'huge.xlsx', bytes, size: 2 ** 40 });
    expect(result.ok ? '' : result.error.code).toBe('too-large');
  });

  it('does not trust the size that it was told', async () => {
    const bytes = sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>');
    for (const size of [0, 1, bytes.length * 2]) {
      const result = await readSheetFile({ file: 'x.xlsx', bytes: streamOf(bytes, 100), size });
      if (!result.ok) throw new Error(result.error.message);
      expect(rowsOf(result.value.grids[0])).toEqual([[1]]);
    }
    const endless = streamOf(new Uint8Array(5000), 1000);
    const result = await readSheetFile(
      { file: 'x.csv', bytes: endless, size: 10 },
      { limits: { fileBytes: 3000 } },
    );
    expect(result.ok ? '' : result.error.code).toBe('too-large');
  });

  it('turns a stream that breaks into a refusal', async () => {
    const bytes = new ReadableStream<Uint8Array>({
      pull() {
        throw new Error('disk on fire');
      },
    });
    const result = await readSheetFile({ file: 'x.xlsx', bytes, size: 10 });
    expect(result.ok ? '' : result.error.code).toBe('damaged');
  });
});
