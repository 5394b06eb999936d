import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiveInPieces, sendInPieces, type Wire } from '../../../shared/ipc/pieces.ts';

/** What travels of a message, cloned as on its way to another thread. */
function travelling(message: unknown, share: boolean): readonly Wire[] {
  const wires: Wire[] = [];
  sendInPieces(message, (wire) => wires.push(structuredClone(wire)), share);
  return wires;
}

/** What comes out at the other end. */
function received(wires: readonly Wire[], share: boolean): unknown {
  const messages: unknown[] = [];
  const receive = receiveInPieces((message) => messages.push(message), share);
  wires.forEach(receive);
  expect(messages).toHaveLength(1);
  return messages[0];
}

const numbers = (count: number) => Float64Array.from({ length: count }, (_, i) => i / 3);
const texts = (count: number) => Array.from({ length: count }, (_, i) => `Account ${String(i)}`);

describe('a message in pieces', () => {
  it('comes out as it went in, whatever it holds and however long its lists are', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constant('\ud800'));
    const long = fc
      .tuple(text, text, fc.integer({ min: 0, max: 9000 }))
      .map(([a, b, count]) => Array.from({ length: count }, (_, i) => (i % 3 === 0 ? a : b)));
    const column = fc.integer({ min: 0, max: 20_000 }).chain((count) =>
      fc.constantFrom<unknown>(
        numbers(count),
        Uint32Array.from(numbers(count)),
        Uint16Array.from(numbers(count)),
        Int8Array.from(numbers(count)),
        new Uint8Array(8 * count).fill(7),
        // A view of a part of a larger memory.
        numbers(count).subarray(count >> 1),
      ),
    );
    const key = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('__proto__', 'constructor'));
    const { message } = fc.letrec<{ message: unknown }>((tie) => ({
      message: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<unknown>(null, true, 0, NaN, 'a', undefined),
        long,
        column,
        fc.array(tie('message'), { maxLength: 4 }),
        fc.dictionary(key, tie('message'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(message, fc.boolean(), (whole, share) => {
        expect(received(travelling(whole, share), share)).toEqual(whole);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('makes no piece that is long to receive: texts by the thousand, a column at a time', () => {
    const book = { name: texts(10_000), long: texts(3000).map((name) => name.repeat(100)) };
    const wires = travelling({ ...book, arr: numbers(10_000) }, true);
    const blocks = wires.flatMap((wire) => (wire.type === 'texts' ? [wire.block] : []));
    expect(Math.max(...blocks.map(({ ends }) => ends.length))).toBeLessThanOrEqual(4096);
    expect(Math.max(...blocks.map(({ text }) => text.length))).toBeLessThan(1_100_000);
    expect(blocks.length).toBe(3 + 4);
    const [last] = wires.slice(-1);
    expect(last).toMatchObject({ type: 'rest', rest: { name: null, long: null, arr: null } });
  });

  it('puts columns of numbers into memory that threads share, bytes never', () => {
    const shared = (value: unknown) =>
      ArrayBuffer.isView(value) && value.buffer instanceof SharedArrayBuffer;
    const message = { arr: numbers(10_000), bytes: new Uint8Array(100_000) };
    for (const [sender, receiver] of [
      [true, true],
      [true, false],
      [false, true],
    ] as const) {
      const got = received(travelling(message, sender), receiver);
      expect(shared(Reflect.get(Object(got), 'arr'))).toBe(true);
      expect(shared(Reflect.get(Object(got), 'bytes'))).toBe(false);
    }
    const apart = received(travelling(message, false), false);
    expect(shared(Reflect.get(Object(apart), 'arr'))).toBe(false);
  });

  it('sends the same memory and the same blocks again to the next thread', () => {
    const got = received(travelling({ arr: numbers(10_000), name: texts(5000) }, true), true);
    const again: Wire[] = [];
    sendInPieces(got, (wire) => again.push(wire), true);
    const onceMore: Wire[] = [];
    sendInPieces(got, (wire) => onceMore.push(wire), true);
    expect(again.map(({ type }) => type)).toEqual(['column', 'texts', 'texts', 'rest']);
    for (const [at, wire] of again.entries()) {
      const other = onceMore[at];
      if (wire.type === 'column') expect(wire.column).toBe(Reflect.get(Object(got), 'arr'));
      if (wire.type === 'texts' && other?.type === 'texts') expect(other.block).toBe(wire.block);
    }
    expect(received(again, true)).toEqual(got);
  });

  it('refuses pieces that have no place: a foreign process reaches nothing but its message', () => {
    const column = new Uint8Array(1);
    for (const [rest, path] of [
      [{ a: {} }, ['a', '__proto__', 'polluted']],
      [{ a: 1 }, ['a']],
      [{ a: null }, ['b']],
      [{ a: null }, ['a', 'b']],
    ] as const) {
      const receive = receiveInPieces(() => undefined, true);
      receive({ type: 'column', column });
      expect(() => receive({ type: 'rest', rest, places: [{ path, pieces: 1 }] })).toThrow(
        'A piece of a message has no place in it.',
      );
    }
    expect('polluted' in {}).toBe(false);
  });
});
