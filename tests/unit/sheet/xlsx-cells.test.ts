import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellAt } from '../../../shared/sheet/grid.ts';
import { makeWorkbook, readAs, rowsOf, sheetOf, workbookParts, zipped } from './make.ts';

/** The first sheet's rows. */
async function rowsIn(bytes: Uint8Array) {
  return rowsOf((await readAs('book.xlsx', bytes)).grids[0]);
}

describe('cells of a plain workbook', () => {
  it('are read by their type', async () => {
    const bytes = sheetOf(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12.5</v></c><c r="C1" t="b"><v>1</v></c>` +
        `<c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="str"><f>A1</f><v>cached</v></c>` +
        `<c r="F1" t="inlineStr"><is><t>in line</t></is></c><c r="G1" t="d"><v>2026-03-31</v></c>` +
        `<c r="H1" t="n"><v>-1.5E-7</v></c><c r="I1" t="b"><v>0</v></c></row>`,
      { shared: '<si><t>shared</t></si>' },
    );
    expect(await rowsIn(bytes)).toEqual([
      [
        'shared',
        12.5,
        true,
        { error: '#N/A' },
        'cached',
        'in line',
        { date: '2026-03-31' },
        -1.5e-7,
        false,
      ],
    ]);
  });

  it('take formulas by their last value, errors included, and never run them', async () => {
    const bytes = sheetOf(
      `<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>42</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>` +
        `<c r="C1" t="str"><f>cmd|'/c calc'!A1</f><v>=cmd</v></c><c r="D1"><f>NOW()</f></c>` +
        `<c r="E1" t="str"><f t="shared" ref="E1:E2" si="0">""</f><v></v></c></row>`,
    );
    expect(await rowsIn(bytes)).toEqual([[42, { error: '#DIV/0!' }, '=cmd']]);
  });

  it('join rich text, leave reading aids out, and decode escapes and entities', async () => {
    const bytes = sheetOf(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>` +
        `<c r="D1" t="inlineStr"><is><r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></is></c>` +
        `<c r="E1" t="str"><v>&lt;b&gt; &amp; &#8364; &#x1F600;</v></c><c r="F1" t="inlineStr"><is><t><![CDATA[<raw> & ]]></t></is></c></row>`,
      {
        shared:
          '<si><r><t xml:space="preserve">rich </t></r><r><rPr><i/></rPr><t>text</t></r></si>' +
          '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
          '<si><t>one_x000A_two_x005F_three_x0009_&amp;</t></si>',
      },
    );
    expect(await rowsIn(bytes)).toEqual([
      ['rich text', '東京', 'one\ntwo_three\t&', 'two runs', '<b> & € 😀', '<raw> & '],
    ]);
  });

  it('stand where they say, or after the one before', async () => {
    const bytes = sheetOf(
      `<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row r="3"/><row r="4" spans="1:3"><c r="C4"><v>3</v></c><c><v>4</v></c></row>` +
        `<row><c r="B5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`,
    );
    expect(await rowsIn(bytes)).toEqual([
      ['a', 'b', null, null],
      [2, null, null, null],
      [null, null, null, null],
      [null, null, 3, 4],
      [null, 5, null, null],
    ]);
  });

  it('are dates where their style says so, in both day systems', async () => {
    const data =
      '<row r="1"><c r="A1" s="1"><v>45000</v></c><c r="B1" s="2"><v>45000.75</v></c><c r="C1" s="3"><v>0.5</v></c><c r="D1" s="4"><v>45000</v></c><c r="E1" s="1"><v>59</v></c><c r="F1" s="1"><v>-1</v></c></row>';
    const formats =
      '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="[Red]&quot;days&quot;\\ 0"/>';
    const styles = [0, 14, 164, 20, 165];
    expect(await rowsIn(sheetOf(data, { formats, styles }))).toEqual([
      [
        { date: '2023-03-15' },
        { date: '2023-03-15T18:00:00' },
        0.5,
        45000,
        { date: '1900-02-28' },
        -1,
      ],
    ]);
    const [row] = await rowsIn(sheetOf(data, { formats, styles, date1904: true }));
    expect(row?.[0]).toEqual({ date: '2027-03-16' });
  });

  it('keep the number formats that tell currency, percent and ids', async () => {
    const bytes = sheetOf(
      '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1" s="3"><v>18</v></c><c r="D1"><v>4</v></c></row>',
      {
        formats: '<numFmt numFmtId="164" formatCode="[$€-407]\\ #,##0.00"/>',
        styles: [0, 164, 9, 49],
      },
    );
    const grid = (await readAs('book.xlsx', bytes)).grids[0];
    if (grid === undefined) throw new Error('no grid');
    const formats = [0, 1, 2, 3].map((c) => {
      const cell = cellAt(grid, 0, c);
      return cell.kind === 'number' ? cell.format : cell.kind;
    });
    expect(formats).toEqual(['[$€-407]\\ #,##0.00', '0%', '@', 'General']);
  });

  it('keep what is not what its type says as the text that stood there', async () => {
    const bytes = sheetOf(
      '<row r="1"><c r="A1"><v>12,5</v></c><c r="B1"><v>1e999</v></c><c r="C1" t="b"><v>maybe</v></c><c r="D1" t="d"><v>2026-13-45</v></c></row>',
    );
    expect(await rowsIn(bytes)).toEqual([['12,5', '1e999', 'maybe', '2026-13-45']]);
  });

  it('are read under a prefix as well', async () => {
    const xml =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>prefixed</x:t></x:is></x:c><x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await rowsIn(makeWorkbook({ sheets: [{ name: 'Book', xml }] }))).toEqual([
      ['prefixed', 7],
    ]);
  });

  it('may be one alone at the far corner of the sheet', async () => {
    const bytes = sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    const grid = (await readAs('book.xlsx', bytes)).grids[0];
    expect([grid?.rows, grid?.columns.length]).toEqual([1_048_576, 16_384]);
    expect(grid?.columns[16_383]?.values[1_048_575]).toBe(1);
  });

  it('may be long, right to left and outside the basic plane', async () => {
    const long = 'x'.repeat(10_000);
    const bytes = sheetOf(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${long}</t></is></c><c r="B1" t="inlineStr"><is><t>שלום ‏مرحبا 𝒜𝓫</t></is></c></row>`,
    );
    expect(await rowsIn(bytes)).toEqual([[long, 'שלום ‏مرحبا 𝒜𝓫']]);
  });
});

describe('what a sheet has beside its cells', () => {
  it('hidden rows and columns, merges, the filter', async () => {
    const bytes = sheetOf(
      '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>',
      {
        before:
          '<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="true"/></cols>',
        after:
          '<autoFilter ref="A1:C2"/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
      },
    );
    const grid = (await readAs('book.xlsx', bytes)).grids[0];
    expect(grid).toMatchObject({
      hiddenRows: [1],
      hiddenColumns: [1],
      merges: [[0, 0, 0, 1]],
      filterRange: [0, 0, 1, 2],
    });
  });

  it("a table's range stands in for a filter", async () => {
    const bytes = makeWorkbook({
      sheets: [
        {
          name: 'Book',
          data: '<row r="2"><c r="B2"><v>1</v></c></row>',
          links: { table: '../tables/table1.xml' },
        },
      ],
      parts: { 'xl/tables/table1.xml': '<table ref="B2:D9"/>' },
    });
    expect((await readAs('book.xlsx', bytes)).grids[0]?.filterRange).toEqual([1, 1, 8, 3]);
  });

  it('visibility, in the order of the workbook', async () => {
    const bytes = makeWorkbook({
      sheets: [
        { name: 'Seen' },
        { name: 'A &amp; B', state: 'hidden', data: '<row r="1"><c r="A1"><v>1</v></c></row>' },
        { name: '__proto__', state: 'veryHidden' },
      ],
    });
    const { grids } = await readAs('book.xlsx', bytes);
    expect(grids.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Seen', 'visible'],
      ['A & B', 'hidden'],
      ['__proto__', 'veryHidden'],
    ]);
  });

  it('texts and formats are kept once, those of other sheets are not', async () => {
    const shared = Array.from({ length: 50 }, (_, n) => `<si><t>text ${n}</t></si>`).join('');
    const cell = (ref: string, n: number) => `<c r="${ref}" t="s"><v>${n}</v></c>`;
    const bytes = makeWorkbook({
      sheets: [
        { name: 'One', data: `<row r="1">${cell('A1', 7)}${cell('B1', 7)}${cell('C1', 9)}</row>` },
        { name: 'Two', data: `<row r="1">${cell('A1', 9)}</row>` },
      ],
      shared,
    });
    const { grids } = await readAs('book.xlsx', bytes);
    expect(grids.map(({ strings }) => strings)).toEqual([['text 7', 'text 9'], ['text 9']]);
  });
});

describe('the package around', () => {
  const data = '<row r="1"><c r="A1"><v>1</v></c></row>';

  it('may name its parts absolutely, elsewhere, in other letters, or with backslashes', async () => {
    const parts = workbookParts({ sheets: [{ name: 'Book', data }] });
    const workbook = parts['xl/_rels/workbook.xml.rels'] ?? '';
    const absolute = {
      ...parts,
      'xl/_rels/workbook.xml.rels': workbook.replace('"worksheets/', '"/xl/worksheets/'),
    };
    expect(await rowsIn(zipped(absolute))).toEqual([[1]]);
    const renamed = Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [
        path
          .replace('xl/workbook.xml', 'xl/Book.xml')
          .replace('xl/_rels/workbook', 'xl/_rels/Book'),
        part.replace('"xl/workbook.xml"', '"xl/Book.xml"'),
      ]),
    );
    expect(await rowsIn(zipped(renamed))).toEqual([[1]]);
    const dos = Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path.replaceAll('/', '\\').toUpperCase(), part]),
    );
    expect(await rowsIn(zipped(dos))).toEqual([[1]]);
  });

  it('may lack styles and shared texts', async () => {
    const parts = workbookParts({ sheets: [{ name: 'Book', data }] });
    delete parts['xl/styles.xml'];
    delete parts['xl/sharedStrings.xml'];
    expect(await rowsIn(zipped(parts))).toEqual([[1]]);
  });

  it('may be stored unpacked', async () => {
    const files = Object.fromEntries(
      Object.entries(workbookParts({ sheets: [{ name: 'Book', data }] })).map(([path, part]) => [
        path,
        new TextEncoder().encode(part),
      ]),
    );
    expect(await rowsIn(zipSync(files, { level: 0 }))).toEqual([[1]]);
  });

  it('says when it was saved', async () => {
    const parts = workbookParts({ sheets: [{ name: 'Book', data }] });
    parts['_rels/.rels'] = (parts['_rels/.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    );
    parts['docProps/core.xml'] =
      '<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d"><dcterms:modified>2026-02-03T04:05:06Z</dcterms:modified></cp:coreProperties>';
    expect((await readAs('book.xlsx', zipped(parts))).savedOn).toBe('2026-02-03');
  });

  it('tells sheets without rows, and workbooks that only show a pivot', async () => {
    const chart = await readAs(
      'book.xlsx',
      makeWorkbook({
        sheets: [
          { name: 'Book', data },
          { name: 'Picture', type: 'chartsheet', xml: '<chartsheet/>' },
        ],
      }),
    );
    expect(chart.grids.map(({ name }) => name)).toEqual(['Book']);
    expect(chart.notes).toMatchObject([{ code: 'no-rows', sheet: 'Picture' }]);

    const pivot = await readAs(
      'book.xlsx',
      makeWorkbook({
        sheets: [{ name: 'Pivot', data, links: { pivotTable: '../pivotTables/pivotTable1.xml' } }],
        parts: {
          'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition/>',
          'xl/model/item.data': 'x',
        },
      }),
    );
    expect(pivot.notes.map(({ code }) => code)).toEqual(['pivot', 'only-pivot']);
    expect(pivot.notes[1]?.message).toBe(
      'This workbook holds no rows, only a pivot of a data model: export the table behind it and open that.',
    );

    const empty = await readAs('book.xlsx', makeWorkbook({ sheets: [{ name: 'Book' }] }));
    expect(empty.notes.map(({ code }) => code)).toEqual(['no-rows']);
  });
});
