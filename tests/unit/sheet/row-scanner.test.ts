import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { RowScanner } from '../../../shared/sheet/text/row-scanner.ts';
import { random } from './chance.ts';

/** All rows of a text, given to the scanner in pieces of at most so many characters. */
function rowsOf(text: string, delimiter: string, piece = Infinity): string[][] {
  const scanner = new RowScanner(delimiter);
  const rows: string[][] = [];
  let input = '';
  for (let at = 0; at <= text.length; at += piece) {
    input += text.slice(at, at + piece);
    scanner.feed(input, at + piece >= text.length);
    while (scanner.next()) {
      const row: string[] = [];
      for (let n = 0; n < scanner.count; n++) {
        const field = input.slice(scanner.from[n], scanner.to[n]);
        row.push(scanner.doubled[n] === 1 ? field.replaceAll('""', '"') : field);
      }
      rows.push(row);
    }
    input = input.slice(scanner.at);
  }
  return rows;
}

describe('the row scanner', () => {
  it('splits well-formed text as another library does, in one piece or in many', () => {
    const PIECES = ['a', 'bc', '12.5', ' ', '"', '""', '\n', ',', ';', '', 'ü', '😀'];
    for (let seed = 1; seed <= 400; seed++) {
      const chance = random(seed);
      const pick = (): string => PIECES[Math.floor(chance() * PIECES.length)] ?? '';
      const delimiter = chance() < 0.5 ? ',' : ';';
      const lines = Array.from({ length: 1 + Math.floor(chance() * 6) }, () =>
        Array.from({ length: 1 + Math.floor(chance() * 5) }, () => {
          const value = pick() + pick() + pick();
          const needed = /[",;\n]/.test(value);
          return needed || chance() < 0.2 ? `"${value.replaceAll('"', '""')}"` : value;
        }).join(delimiter),
      );
      const text = `${lines.join('\n')}\n`;
      const other = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
      // The other library takes the end of the last line for one more row.
      const expected = other.parse(text, 0, false).data.slice(0, -1);
      expect(rowsOf(text, delimiter), `seed ${seed}`).toEqual(expected);
      expect(rowsOf(text, delimiter, 1), `seed ${seed}, letter by letter`).toEqual(expected);
    }
  });

  it.each([
    [
      'a quoted word at the start',
      '"Big" Ltd,2\n3,4\n',
      [
        ['"Big" Ltd', '2'],
        ['3', '4'],
      ],
    ],
    ['quoted words inside', '"the "old" one, here",2\n', [['the "old" one, here', '2']]],
    ['before a field with quotes', '"Big" Ltd,"b",3\n', [['"Big" Ltd', 'b', '3']]],
    [
      'before a row with quotes',
      '1,"Big" Ltd\n2,"Small"\n',
      [
        ['1', '"Big" Ltd'],
        ['2', 'Small'],
      ],
    ],
    ['spaces after a quote', '"a"  ,b\n', [['a', 'b']]],
    ['at the end of the text', 'a,"b"c', [['a', '"b"c']]],
  ])('never loses a row to quotes that are not doubled: %s', (_, text, rows) => {
    expect(rowsOf(text, ',')).toEqual(rows);
    expect(rowsOf(text, ',', 1)).toEqual(rows);
  });

  it('takes time in proportion to the length of a line full of stray quotes', () => {
    for (const piece of ['"a"b,', '"a"b"c', '"a" ', 'c"d,', '""', '",']) {
      expect(rowsOf(`"x"y${piece.repeat(200_000)}\n1,2\n`, ',').length).toBeLessThan(3);
    }
  });

  it('says where a quote never closes', () => {
    const scanner = new RowScanner(',');
    scanner.feed('a,b\n1,"x\n2,y\n', true);
    expect([scanner.next(), scanner.next(), scanner.open, scanner.at]).toEqual([
      true,
      false,
      true,
      4,
    ]);
  });
});
