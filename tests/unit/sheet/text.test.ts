import { describe, expect, it } from 'vitest';
import { readAs, refusalOf, rowsOf } from './make.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

async function read(bytes: Uint8Array, file = 'book.csv') {
  const { format, grids, notes } = await readAs(file, bytes);
  return {
    format,
    rows: rowsOf(grids[0]),
    notes: notes.map(({ code }) => code),
    name: grids[0]?.name,
  };
}

describe('the encoding', () => {
  const text = 'name,city\nMüller Zürich,Genève\n';
  const rows = [
    ['name', 'city'],
    ['Müller Zürich', 'Genève'],
  ];

  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`)],
    ['UTF-16 little end first', utf16(text, false, true)],
    ['UTF-16 big end first', utf16(text, true, true)],
    ['UTF-16 without a mark', utf16(text, false, false)],
    ['UTF-16 big end first without a mark', utf16(text, true, false)],
  ])('%s is read without a word', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ rows, notes: [] });
  });

  it('Windows-1252 is read where UTF-8 is impossible, and said', async () => {
    const bytes = new Uint8Array(Buffer.from(`${text}\x80 1\u00b2,\x93x\x94\n`, 'latin1'));
    expect(await read(bytes)).toMatchObject({
      rows: [...rows, ['€ 1²', '“x”']],
      notes: ['encoding'],
    });
  });

  it('UTF-16 without a mark is known by its digits and delimiters, in any script', async () => {
    const cyrillic = 'клиент;выручка\nСеверный ветер;1200\nЮжный берег;900\n';
    for (const big of [false, true]) {
      const { rows: read16, notes } = await read(utf16(cyrillic, big, false));
      expect([read16[1], notes]).toEqual([['Северный ветер', '1200'], []]);
    }
  });

  it('Mac Roman is read where lines end as on old Macs, and said', async () => {
    const bytes = new Uint8Array(
      Buffer.from('name,city\rM\x9fller Z\x9frich,Gen\x8fve\r', 'latin1'),
    );
    expect(await read(bytes)).toMatchObject({ rows, notes: ['encoding'] });
  });

  it('a broken letter in a UTF-8 text is counted, not taken for another encoding', async () => {
    const bytes = new Uint8Array([...utf8('äöüßéèêëàâç,x\n'), 0x41, 0xff, 0x0a]);
    expect(await read(bytes)).toMatchObject({
      rows: [
        ['äöüßéèêëàâç', 'x'],
        ['A�', null],
      ],
      notes: ['encoding'],
    });
  });

  it('a letter may fall between two pieces of a large file', async () => {
    const line = `${'é'.repeat(99)},${'😀'.repeat(50)}\n`;
    const count = 6000;
    const { grids, notes } = await readAs('book.csv', utf8(`a${line.repeat(count)}`));
    expect(grids[0]?.rows).toBe(count);
    expect(grids[0]?.strings).toEqual([`a${'é'.repeat(99)}`, '😀'.repeat(50), 'é'.repeat(99)]);
    expect(notes).toEqual([]);
  });
});

describe('the delimiter', () => {
  it.each([
    ['commas', 'a,b,c\n1,2,3\n', 'csv', 3],
    ['semicolons with decimal commas', 'a;b;c;d\n1,5;2,5;3,5;4,5\n2,5;1,5;0,5;1,5\n', 'csv', 4],
    ['tabs with thousands', 'a\tb\n1,000\t2,000\n3,000\t4,000\n', 'tsv', 2],
    ['bars with commas in names', 'Acme, Inc|10|x\nGlobex|20|y, z\n', 'csv', 3],
    ['carets', 'a^b\n1^2\n3^4\n', 'csv', 2],
    ['none', 'one column\nonly words, here\nand there\n', 'csv', 1],
    ['quoted delimiters', '"a;b;c","d"\n"e;f;g","h"\n', 'csv', 2],
    ['a title above', 'Report for the quarter\n\na,b,c\n1,2,3\n4,5,6\n', 'csv', 3],
  ])('%s', async (_, text, format, columns) => {
    const { rows, format: found } = await read(utf8(text));
    expect(found).toBe(format);
    expect(Math.max(...rows.map((row) => row.length))).toBe(columns);
  });

  it('is the one that the first line declares', async () => {
    const { rows } = await read(utf8('sep=;\na,b;c\n1,2;3\n'));
    expect(rows).toEqual([
      ['a,b', 'c'],
      ['1,2', '3'],
    ]);
  });
});

describe('cells', () => {
  it('stay the text that stands there', async () => {
    const { rows } = await read(utf8('id,amount,date\n007,"1,234.50",01/02/2026\n1E5,=1+1,TRUE\n'));
    expect(rows.slice(1)).toEqual([
      ['007', '1,234.50', '01/02/2026'],
      ['1E5', '=1+1', 'TRUE'],
    ]);
  });

  it('quotes, line ends of every kind, short and long rows', async () => {
    const { rows } = await read(utf8('a,"say ""hi""",c\r\n"two\r\nlines",x\r1,2,3,4\n\n,,last'));
    expect(rows).toEqual([
      ['a', 'say "hi"', 'c', null],
      ['two\nlines', 'x', null, null],
      ['1', '2', '3', '4'],
      [null, null, null, null],
      [null, null, 'last', null],
    ]);
  });

  it('ids wrapped for spreadsheet programs are unwrapped', async () => {
    expect((await read(utf8('id,n\n="00123",1\n'))).rows[1]).toEqual(['00123', '1']);
  });

  it('a quote that never closes swallows no rows', async () => {
    const { rows, notes } = await read(utf8('a,b\n1,"x\n2,y\n3,z\n'));
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '"x'],
      ['2', 'y'],
      ['3', 'z'],
    ]);
    expect(notes).toEqual(['unclosed-quote']);
  });

  it('a quote that should be doubled is told, and swallows no rows', async () => {
    const { grids, notes } = await readAs('book.csv', utf8('a,b\n1,"Big" Ltd\n2,"x"\n"y"y,3\n'));
    expect(rowsOf(grids[0])).toEqual([
      ['a', 'b'],
      ['1', '"Big" Ltd'],
      ['2', 'x'],
      ['"y"y', '3'],
    ]);
    expect(notes).toEqual([
      {
        code: 'stray-quote',
        message:
          '2 rows have quotes inside a text that should be doubled: compare row 2 with the source.',
      },
    ]);
  });

  it('nor in a large file', async () => {
    const count = 120_000;
    const body = Array.from(
      { length: count },
      (_, r) => `${r},text of a row that is long enough to fill\n`,
    );
    const { grids, notes } = await readAs('book.csv', utf8(`a,b\n1,"open\n${body.join('')}`));
    expect(grids[0]?.rows).toBe(count + 2);
    expect(notes[0]?.message).toContain('row 2');
  });

  it('the sheet is called like the file', async () => {
    expect((await read(utf8('a,b\n'), 'accounts.2026.csv')).name).toBe('accounts.2026');
  });

  it('names of prototypes are names', async () => {
    const { rows } = await read(utf8('__proto__,constructor,toString\n1,2,3\n'));
    expect(rows[0]).toEqual(['__proto__', 'constructor', 'toString']);
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty-file'],
    ['white space', utf8(' \n\n\t '), 'empty-file'],
    [
      'random bytes',
      new Uint8Array(Array.from({ length: 4000 }, (_, n) => (n * 7919 + (n >> 3) * 31) % 251)),
      'not-a-table',
    ],
    ['JSON', utf8('[{"a": 1}]'), 'not-a-table'],
    ['XML', utf8('<?xml version="1.0"?><accounts/>'), 'not-a-table'],
    ['a PDF', utf8('%PDF-1.7 x'), 'not-a-table'],
  ])('%s', async (_, bytes, code) => {
    expect((await refusalOf('book.csv', bytes)).code).toBe(code);
  });

  it('columns set by spaces', async () => {
    const text =
      'id     name            ARR\nA-1    North           1200\nA-2    South and East   900\n';
    const { code, message } = await refusalOf('book.txt', utf8(text));
    expect(code).toBe('unsupported');
    expect(message).toContain('columns are set by spaces');
  });

  it('a line longer than any row', async () => {
    const { code, message } = await refusalOf('book.csv', utf8(`a,b\n${'x'.repeat(17 * 2 ** 20)}`));
    expect([code, message.includes('Row 2')]).toEqual(['too-large', true]);
  });

  it('more columns than a sheet has', async () => {
    const { code } = await refusalOf('book.csv', utf8(`${'x,'.repeat(16_384)}x\n`));
    expect(code).toBe('too-large');
  });
});
