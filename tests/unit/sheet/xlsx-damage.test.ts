import { describe, expect, it } from 'vitest';
import { makeWorkbook, readAs, refusalOf, rowsOf, sheetOf, workbookParts, zipped } from './make.ts';

const data = '<row r="1"><c r="A1"><v>1</v></c></row>';

describe('a damaged workbook is refused with its place', () => {
  it.each([
    ['a row that never closes', '<row r="1"><c r="A1"><v>1</v></c>'],
    ['a closing tag too many', `${data}</row>`],
    ['tags that cross', '<row r="1"><c r="A1"><v>1</c></v></row>'],
    ['a cell that says it is in another row', '<row r="1"><c r="A7"><v>1</v></c></row>'],
    ['a cell without a readable place', '<row r="1"><c r="11A"><v>1</v></c></row>'],
    ['a row without a number', '<row r="one"><c><v>1</v></c></row>'],
    ['a value without quotes', '<row r=1><c><v>1</v></c></row>'],
  ])('%s', async (_, rows) => {
    const refusal = await refusalOf('book.xlsx', sheetOf(rows));
    expect(refusal.code).toBe('damaged');
    expect(refusal.message).toMatch(/sheet "Book" .*\(near row \d+\)/);
  });

  it('a sheet that is named but missing is never an empty one', async () => {
    const parts = workbookParts({
      sheets: [
        { name: 'Book', data },
        { name: 'Gone', data },
      ],
    });
    delete parts['xl/worksheets/sheet2.xml'];
    expect((await refusalOf('book.xlsx', zipped(parts))).message).toContain(
      'its sheet "Gone" is missing',
    );
    parts['xl/worksheets/sheet2.xml'] = '';
    expect((await refusalOf('book.xlsx', zipped(parts))).code).toBe('damaged');
    const unlinked = workbookParts({ sheets: [{ name: 'Book', data }] });
    unlinked['xl/_rels/workbook.xml.rels'] = '<Relationships/>';
    expect((await refusalOf('book.xlsx', zipped(unlinked))).message).toContain('"Book" is missing');
  });

  it('a sheet that ends in the middle of a row is never read as far as it goes', async () => {
    const rows = Array.from(
      { length: 500 },
      (_, r) => `<row r="${r + 1}"><c r="A${r + 1}"><v>${r}</v></c></row>`,
    );
    const whole = workbookParts({ sheets: [{ name: 'Book', data: rows.join('') }] });
    const xml = whole['xl/worksheets/sheet1.xml'] ?? '';
    for (const length of [xml.length - 1, xml.length - 13, xml.length / 2, 60]) {
      const cut = { ...whole, 'xl/worksheets/sheet1.xml': xml.slice(0, length) };
      expect((await refusalOf('book.xlsx', zipped(cut))).code).toBe('damaged');
    }
  });

  it('other broken parts are named', async () => {
    const parts = workbookParts({ sheets: [{ name: 'Book', data }] });
    const broken = (path: string) =>
      refusalOf('book.xlsx', zipped({ ...parts, [path]: '<a><b></a>' }));
    expect((await broken('xl/sharedStrings.xml')).message).toContain('its list of texts');
    expect((await broken('xl/styles.xml')).message).toContain('its list of styles');
    expect((await broken('xl/workbook.xml')).message).toContain('its list of sheets');
    expect((await broken('xl/_rels/workbook.xml.rels')).message).toContain('its list of parts');
  });

  it('one part that is several sheets is refused: a small file could grow without end', async () => {
    const parts = workbookParts({ sheets: [{ name: 'Book', data }] });
    const book = (parts['xl/workbook.xml'] ?? '').replace(
      /<sheet [^>]*>/,
      (sheet) => sheet + sheet.replace('Book', 'Again'),
    );
    const refusal = await refusalOf('book.xlsx', zipped({ ...parts, 'xl/workbook.xml': book }));
    expect(refusal.message).toContain('"Again" is another one');
  });

  it('no workbook, no sheets', async () => {
    const parts = workbookParts({ sheets: [] });
    expect((await refusalOf('book.xlsx', zipped(parts))).code).toBe('no-sheets');
  });
});

describe('a document type is refused wherever it stands', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "ha">]>';
  it.each(['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml'])(
    '%s',
    async (path) => {
      const parts = workbookParts({ sheets: [{ name: 'Book', data }] });
      const part = (parts[path] ?? '').replace(/\?>\n/, `?>\n${bomb}`);
      const refusal = await refusalOf('book.xlsx', zipped({ ...parts, [path]: part }));
      expect(refusal.message).toContain('document type');
    },
  );

  it('an entity that XML does not know stays as it stands', async () => {
    const bytes = sheetOf('<row r="1"><c r="A1" t="str"><v>&lol9; &#0; &amp;</v></c></row>');
    expect(rowsOf((await readAs('book.xlsx', bytes)).grids[0])).toEqual([['&lol9; &#0; &']]);
  });
});

describe('what cannot be read with certainty', () => {
  it('is left to the second reader, and that is said', async () => {
    const parts = workbookParts({ sheets: [{ name: 'Book', data }] });
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    const latin = sheet.replace('UTF-8', 'ISO-8859-1');
    const { grids, notes } = await readAs(
      'book.xlsx',
      zipped({ ...parts, 'xl/worksheets/sheet1.xml': latin }),
    );
    expect(rowsOf(grids[0])).toEqual([[1]]);
    expect(notes).toMatchObject([{ code: 'other-reader' }]);
    const pieces = await readAs(
      'book.xlsx',
      sheetOf('<row r="1"><c r="A1"><v>1<!-- x -->2</v></c></row>'),
    );
    expect(pieces.notes).toMatchObject([{ code: 'other-reader' }]);
  });

  it('texts that are not there are counted', async () => {
    const bytes = sheetOf('<row r="1"><c r="A1" t="s"><v>5</v></c><c r="B1"><v>1</v></c></row>');
    const { grids, notes } = await readAs('book.xlsx', bytes);
    expect(rowsOf(grids[0])).toEqual([[null, 1]]);
    expect(notes[0]).toMatchObject({ code: 'missing-text', sheet: 'Book' });
  });

  it('nesting without end is refused', async () => {
    const deep = makeWorkbook({
      sheets: [{ name: 'Book', data, after: '<a>'.repeat(100_000) + '</a>'.repeat(100_000) }],
    });
    expect((await refusalOf('book.xlsx', deep)).message).toContain('nested deeper');
  });
});

describe('limits', () => {
  it('hidden columns and rows named over and over cost no memory', async () => {
    const cols = '<col min="1" max="16384" hidden="1"/>'.repeat(20_000);
    const rows = '<row r="2" hidden="1"/><row r="1" hidden="1"/>'.repeat(20_000);
    const bytes = sheetOf(`${rows}<row r="3"><c r="C3"><v>1</v></c></row>`, {
      before: `<cols>${cols}</cols>`,
    });
    const { grids } = await readAs('book.xlsx', bytes);
    expect(grids[0]).toMatchObject({ hiddenRows: [0, 1], hiddenColumns: [0, 1, 2] });
  });

  it('rows, columns, cells and texts', async () => {
    const far = sheetOf('<row r="1048577"><c r="A1048577"><v>1</v></c></row>');
    expect((await refusalOf('book.xlsx', far)).message).toContain('more than 1048576 rows');
    const wide = sheetOf('<row r="1"><c r="XFE1"><v>1</v></c></row>');
    expect((await refusalOf('book.xlsx', wide)).message).toContain('more than 16384 columns');
    const columns = Array.from(
      { length: 60 },
      (_, c) => `<c r="${letters(c)}1048576"><v>1</v></c>`,
    );
    const tall = sheetOf(`<row r="1048576">${columns.join('')}</row>`);
    expect((await refusalOf('book.xlsx', tall)).code).toBe('too-large');
    const texts = sheetOf('<row r="1"><c r="A1" t="str"><v>twelve chars</v></c></row>');
    expect((await refusalOf('book.xlsx', texts, { textCharacters: 10 })).message).toContain(
      'more text',
    );
  });
});

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
