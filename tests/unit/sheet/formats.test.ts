import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { CFB, utils, write, type BookType } from 'xlsx';
import NUMBERS from 'xlsx/dist/xlsx.zahl.mjs';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../shared/sheet/grid-builder.ts';
import { cellAt } from '../../../shared/sheet/grid.ts';
import { readWithLibrary } from '../../../shared/sheet/library/sheetjs.ts';
import { DEFAULT_LIMITS } from '../../../shared/sheet/limits.ts';
import { FIXTURES } from './fixtures.ts';
import { readAs, refusalOf, rowsOf, zipped, type Plain } from './make.ts';

const ROWS = [
  ['id', 'name', 'ARR', 'renewal', 'active'],
  ['A-1', 'Northwind', 1234.5, 45000, true],
  ['A-2', 'Globex', -3, 45031.5, false],
];

/** The same small book in a format that the library writes. */
function written(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet(ROWS);
  for (const row of [2, 3]) {
    Object.assign(sheet[`C${row}`], { z: '"$"#,##0.00' });
    Object.assign(sheet[`D${row}`], { z: 'm/d/yy' });
  }
  const book = utils.book_new(sheet, 'Accounts');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['only']]), 'Second');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  const bytes: ArrayBuffer = write(book, {
    bookType,
    type: 'array',
    cellStyles: true,
    numbers: NUMBERS,
  });
  return new Uint8Array(bytes);
}

const EXPECTED = [
  ['id', 'name', 'ARR', 'renewal', 'active'],
  ['A-1', 'Northwind', 1234.5, { date: '2023-03-15' }, true],
  ['A-2', 'Globex', -3, { date: '2023-04-15T12:00:00' }, false],
];

describe('one book in every format', () => {
  it.each<[BookType, string]>([
    ['xlsx', 'xlsx'],
    ['xlsm', 'xlsx'],
    ['xlsb', 'xlsb'],
    ['biff8', 'xls'],
    ['biff5', 'xls'],
    ['ods', 'ods'],
    ['xlml', 'spreadsheetml'],
  ])('%s', async (bookType, format) => {
    const file = await readAs('book', written(bookType));
    expect(file.format).toBe(format);
    // Into this format the library writes dates as plain numbers.
    const expected = bookType === 'ods' ? ROWS : EXPECTED;
    expect(rowsOf(file.grids[0])).toEqual(expected);
    expect(file.grids.map(({ name }) => name)).toEqual(['Accounts', 'Second']);
    expect(file.notes).toEqual([]);
  });

  it('Numbers, whose days count from 1904', async () => {
    const fixture = async (file: string) =>
      (await readAs(file, new Uint8Array(readFileSync(join(FIXTURES, file))))).grids[0];
    const numbers = await fixture('accounts.numbers');
    // Decimals come back from their digits: the last bit may differ.
    const rounded = (rows: Plain[][]): Plain[][] =>
      rows.map((row) => row.map((v) => (typeof v === 'number' ? Number(v.toFixed(9)) : v)));
    expect(rounded(rowsOf(numbers))).toEqual(rounded(rowsOf(await fixture('accounts-1904.xlsx'))));
    expect(numbers?.name).toBe('Accounts');
  });

  it.each<BookType>(['xlsx', 'xlsb', 'biff8', 'xlml'])(
    'a hidden sheet stays hidden in %s',
    async (bookType) => {
      const { grids } = await readAs('book', written(bookType));
      expect(grids.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden']);
    },
  );

  it('a format comes along, as evidence of the currency', async () => {
    for (const bookType of ['xlsx', 'xlsb', 'biff8', 'xlml'] as const) {
      const grid = (await readAs('book', written(bookType))).grids[0];
      expect(grid === undefined ? null : cellAt(grid, 1, 2)).toEqual({
        kind: 'number',
        value: 1234.5,
        format: '"$"#,##0.00',
      });
    }
  });
});

describe('content decides, not the name', () => {
  it.each([
    ['book.xls', written('xlsx'), 'an Excel workbook (.xlsx)'],
    ['book.xlsx', written('biff8'), 'an older Excel workbook (.xls)'],
    ['book.xlsx', written('ods'), 'an OpenDocument spreadsheet (.ods)'],
    ['book.csv', written('xlsb'), 'a binary Excel workbook (.xlsb)'],
    ['book.xls', written('xlml'), 'an XML spreadsheet'],
    ['book.xls', new TextEncoder().encode('<table><tr><td>x</td></tr></table>'), 'a web page'],
    ['book.xls', new TextEncoder().encode('a\tb\n1\t2\n'), 'tab-separated text'],
    ['book.xlsx', new TextEncoder().encode('a,b\n1,2\n'), 'delimited text (.csv)'],
  ])('%s that is something else is read, and that is said', async (file, bytes, what) => {
    const { grids, notes } = await readAs(file, bytes);
    expect(grids[0]?.rows).toBeGreaterThan(0);
    expect(notes[0]).toEqual({
      code: 'format-mismatch',
      message: `${file} is ${what}, whatever its name says: it was read as that.`,
    });
  });

  it('a name that fits, or none that promises anything, is no note', async () => {
    for (const file of ['book.xlsm', 'BOOK.XLSX', 'book', 'book.dat']) {
      expect((await readAs(file, written('xlsx'))).notes).toEqual([]);
    }
  });
});

describe('what is no readable spreadsheet', () => {
  const compound = (streams: Readonly<Record<string, string>>): Uint8Array => {
    const container = CFB.utils.cfb_new();
    for (const [name, text] of Object.entries(streams)) {
      CFB.utils.cfb_add(container, `/${name}`, new TextEncoder().encode(text));
    }
    return Uint8Array.from(CFB.write(container, { type: 'array' }));
  };

  it('an encrypted workbook says what to do', async () => {
    const bytes = compound({ EncryptionInfo: 'x', EncryptedPackage: 'y'.repeat(5000) });
    expect(await refusalOf('book.xlsx', bytes)).toEqual({
      code: 'password-protected',
      message: 'book.xlsx is password-protected: save it without a password.',
    });
  });

  it('so does an encrypted OpenDocument', async () => {
    const bytes = zipped({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': 'no xml at all',
      'META-INF/manifest.xml':
        '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    });
    expect((await refusalOf('book.ods', bytes)).code).toBe('password-protected');
  });

  it.each([
    ['a Word document of old', compound({ WordDocument: 'x'.repeat(5000) }), 'not-a-table'],
    [
      'a Word document',
      zipped({ 'word/document.xml': '<x/>', '[Content_Types].xml': '<x/>' }),
      'not-a-table',
    ],
    ['a broken compound file', written('biff8').slice(0, 700), 'damaged'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'not-a-table'],
    ['a packed file', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0]), 'not-a-table'],
    ['a SYLK file', written('sylk'), 'not-a-table'],
    ['a DIF file', written('dif'), 'not-a-table'],
    ['a dBase file', written('dbf'), 'not-a-table'],
  ])('%s', async (_, bytes, code) => {
    expect((await refusalOf('book.xls', bytes)).code).toBe(code);
  });

  it.each<BookType>(['xlsb', 'biff8', 'biff5', 'numbers'])(
    'a value of a %s file that the library does not give back',
    (bookType) => {
      const read = (cells: number) => () =>
        readWithLibrary('book', written(bookType), new Budget('book', DEFAULT_LIMITS), [
          { isWorksheet: true, rows: 3, cells },
          { isWorksheet: true, rows: 1, cells: 1 },
        ]);
      expect(read(15)().grids.length).toBe(2);
      expect(read(16)).toThrow('Sheet "Accounts" of book could not be read completely');
    },
  );

  it('a text of a binary workbook that is longer than its record', async () => {
    const parts = unzipSync(written('xlsb'));
    const book = Uint8Array.from(parts['xl/workbook.bin'] ?? []);
    // The id of the first sheet's part stands in a record of type 156, after its state and number.
    const at = book.findIndex((byte, n) => byte === 0x9c && book[n + 1] === 0x01) + 3 + 8;
    new DataView(book.buffer).setUint32(at, 0xf9e35b56, true);
    const { message } = await refusalOf('book.xlsb', zipped({ ...parts, 'xl/workbook.bin': book }));
    expect(message).toContain('has texts that are longer than their records');
  });

  it('an .xls with a cell that is cut short', async () => {
    const bytes = Buffer.from(written('biff5'));
    const number = bytes.indexOf(Buffer.from([0x03, 0x02, 14, 0]));
    expect(number).toBeGreaterThan(0);
    bytes[number + 2] = 10;
    const { message } = await refusalOf('book.xls', new Uint8Array(bytes));
    expect(message).toContain('has cells that are cut short');
  });

  it('an .xls is read by its values, whatever its formulas say', async () => {
    const sheet = utils.aoa_to_sheet(ROWS);
    // 1 − 4: seven bytes of a formula, of which it says that they are five.
    const formula = [5, 0, 0x1e, 1, 0, 0x1e, 4, 0, 0x04];
    Object.assign(sheet['C3'], { bf: formula });
    const book = utils.book_new(sheet, 'Accounts');
    const bytes = new Uint8Array(write(book, { bookType: 'biff8', type: 'array' }));
    expect(Buffer.from(bytes).includes(Buffer.from(formula))).toBe(true);
    expect(rowsOf((await readAs('book.xls', bytes)).grids[0])[2]?.[2]).toBe(-3);
  });

  it('an .xls cut short is never read in part', async () => {
    const rows = Array.from({ length: 3000 }, (_, r) => [`id ${r}`, r, r / 7]);
    const book = utils.book_new(utils.aoa_to_sheet(rows), 'Long');
    const bytes = new Uint8Array(write(book, { bookType: 'biff8', type: 'array' }));
    for (const share of [0.3, 0.6, 0.9]) {
      const result = await refusalOf('book.xls', bytes.slice(0, bytes.length * share));
      expect(result.code).toBe('damaged');
    }
  });

  it('a workbook too large for the second reader', async () => {
    const { code } = await refusalOf('book.xlsb', written('xlsb'), { libraryCells: 3 });
    expect(code).toBe('too-large');
  });
});
