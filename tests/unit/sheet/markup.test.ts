import { describe, expect, it } from 'vitest';
import { cellAt } from '../../../shared/sheet/grid.ts';
import { readAs, refusalOf, rowsOf, zipped } from './make.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('OpenDocument', () => {
  const ods = (sheets: string, styles = '', after = ''): Uint8Array =>
    zipped({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets}${after}</office:spreadsheet></office:body></office:document-content>`,
      'meta.xml': '<m><dc:date xmlns:dc="d">2026-05-06T07:08:09</dc:date></m>',
    });
  const table = (rows: string, name = 'Book'): string =>
    `<table:table table:name="${name}">${rows}</table:table>`;

  it('cells by their type', async () => {
    const bytes = ods(
      table(
        '<table:table-row>' +
          '<table:table-cell office:value-type="string"><text:p>two</text:p><text:p>lines <text:s text:c="2"/><text:span>here</text:span></text:p></table:table-cell>' +
          '<table:table-cell office:value-type="float" office:value="1.5"><text:p>1,5</text:p></table:table-cell>' +
          '<table:table-cell office:value-type="currency" office:currency="EUR" office:value="10"/>' +
          '<table:table-cell office:value-type="percentage" office:value="0.25"/>' +
          '<table:table-cell office:value-type="date" office:date-value="2026-03-31T12:00:00"/>' +
          '<table:table-cell office:value-type="time" office:time-value="PT12H00M00S"/>' +
          '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>' +
          '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>' +
          '<table:table-cell><office:annotation><text:p>a comment</text:p></office:annotation></table:table-cell>' +
          '</table:table-row>',
      ),
    );
    const file = await readAs('book.ods', bytes);
    expect(file.savedOn).toBe('2026-05-06');
    expect(rowsOf(file.grids[0])).toEqual([
      [
        'two\nlines   here',
        1.5,
        10,
        0.25,
        { date: '2026-03-31T12:00:00' },
        0.5,
        true,
        { error: '#N/A' },
      ],
    ]);
    const grid = file.grids[0];
    const format = (column: number): string | undefined => {
      const cell = grid === undefined ? null : cellAt(grid, 0, column);
      return cell?.kind === 'number' ? cell.format : undefined;
    };
    expect([format(1), format(2), format(3)]).toEqual(['General', '[$EUR] #,##0.00', '0.00%']);
  });

  it('repeats values, and empty cells without end cost nothing', async () => {
    const bytes = ods(
      table(
        '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/><table:table-cell table:number-columns-repeated="16382"/></table:table-row>' +
          '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
      ),
    );
    const { grids } = await readAs('book.ods', bytes);
    expect(rowsOf(grids[0])).toEqual([
      [7, 7],
      [7, 7],
      [7, 7],
    ]);
  });

  it('a value repeated over a whole sheet is refused, not expanded', async () => {
    const bytes = ods(
      table(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="7"/></table:table-row>',
      ),
    );
    expect((await refusalOf('book.ods', bytes)).code).toBe('too-large');
  });

  it('hidden sheets, rows and columns, merges and the filter', async () => {
    const rows =
      '<table:table-column/><table:table-column table:visibility="collapse"/>' +
      '<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="float" office:value="1"/><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="3"/></table:table-row>' +
      '<table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="2"/></table:table-row>';
    const bytes = ods(
      table(rows) + '<table:table table:name="Gone" table:style-name="ta2"/>',
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
      `<table:database-ranges><table:database-range table:target-range-address="Book.A1:Book.C2" table:display-filter-buttons="true"/></table:database-ranges>`,
    );
    const { grids } = await readAs('book.ods', bytes);
    expect(grids[0]).toMatchObject({
      hiddenRows: [1],
      hiddenColumns: [1],
      merges: [[0, 0, 0, 1]],
      filterRange: [0, 0, 1, 2],
    });
    expect(grids[1]).toMatchObject({ name: 'Gone', visibility: 'hidden' });
  });

  it('cut short or with a document type it is refused', async () => {
    const cut = zipped({ 'content.xml': '<office:document-content><table:table table:name="x">' });
    expect((await refusalOf('book.ods', cut)).code).toBe('damaged');
    const typed = zipped({ 'content.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' });
    expect((await refusalOf('book.ods', typed)).message).toContain('document type');
  });
});

describe('a web page posing as a workbook', () => {
  it('its tables are sheets of texts', async () => {
    const page = `<html><head><style>td{}</style></head><body><h1>Report</h1>
      <TABLE><tr><th>Id<th>Name &amp; city<th colspan=2>Both</tr>
      <tr><td rowspan="2">1</td><td>Z&uuml;rich&nbsp;AG</td><td>a</td><td>b</td></tr>
      <tr><td>line<br>two</td><td>5 < 6</td></tr></TABLE>
      <table><tr><td>second<table><tr><td>inner</td></tr></table></td></tr></table><table></table></body></html>`;
    const { grids } = await readAs('book.html', utf8(page));
    expect(grids.map((grid) => rowsOf(grid))).toEqual([
      [
        ['Id', 'Name & city', 'Both', null],
        ['1', 'Zürich AG', 'a', 'b'],
        [null, 'line\ntwo', '5 < 6', null],
      ],
      [['second inner']],
    ]);
    expect(grids[0]?.merges).toEqual([
      [0, 2, 0, 3],
      [1, 0, 2, 0],
    ]);
  });

  it('markup in a cell is no text, and nothing runs', async () => {
    const page =
      '<table><tr><td><script>alert(1)</script><b>bold</b><!-- not this --></td></tr></table>';
    expect(rowsOf((await readAs('x.html', utf8(page))).grids[0])).toEqual([['bold']]);
  });

  it('one without a table is refused', async () => {
    expect((await refusalOf('book.xls', utf8('<html><p>Please log in</p></html>'))).code).toBe(
      'not-a-table',
    );
  });

  it('takes time in proportion to its length, however broken', async () => {
    for (const piece of [
      '<',
      '<td',
      '<td "',
      '<!--',
      '<script>',
      '<STYLE></sty',
      '&#x',
      '<table><tr><td>',
    ]) {
      const page = `<html><table>${piece.repeat(300_000)}`;
      const result = await readAs('book.html', utf8(page)).catch(() => null);
      expect(result === null || result.format === 'html').toBe(true);
    }
  });
});

describe('an XML spreadsheet', () => {
  const book = (body: string, head = '<?xml version="1.0"?>'): Uint8Array =>
    utf8(
      `${head}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles><Style ss:ID="s1"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Short Date"/></Style></Styles>${body}</Workbook>`,
    );

  it('cells, gaps, spans, hidden things', async () => {
    const bytes = book(
      '<Worksheet ss:Name="One &amp; two"><Table><Column ss:Index="2" ss:Hidden="1"/><Row><Cell><Data ss:Type="String">a <B xmlns="h">bold</B></Data></Cell><Cell ss:Index="3" ss:StyleID="s1"><Data ss:Type="Number">0.5</Data></Cell><Cell><Data ss:Type="DateTime">2026-03-31T00:00:00.000</Data></Cell></Row>' +
        '<Row ss:Index="3" ss:Hidden="1"><Cell ss:MergeAcross="1"><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell><Cell ss:StyleID="s2"><Data ss:Type="Number">45000</Data></Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions><AutoFilter x:Range="R1C1:R3C4" xmlns="urn:schemas-microsoft-com:office:excel"/></Worksheet>',
    );
    const { grids } = await readAs('book.xml', bytes);
    expect(rowsOf(grids[0])).toEqual([
      ['a bold', null, 0.5, { date: '2026-03-31' }],
      [null, null, null, null],
      [true, null, { error: '#REF!' }, { date: '2023-03-15' }],
    ]);
    expect(grids[0]).toMatchObject({
      name: 'One & two',
      visibility: 'hidden',
      hiddenRows: [2],
      hiddenColumns: [1],
      merges: [[2, 0, 2, 1]],
      filterRange: [0, 0, 2, 3],
    });
  });

  it('in another encoding', async () => {
    const text = new TextDecoder().decode(
      book(
        '<Worksheet ss:Name="S"><Table><Row><Cell><Data ss:Type="String">Zürich</Data></Cell></Row></Table></Worksheet>',
        '<?xml version="1.0" encoding="ISO-8859-1"?>',
      ),
    );
    const { grids } = await readAs('book.xml', new Uint8Array(Buffer.from(text, 'latin1')));
    expect(rowsOf(grids[0])).toEqual([['Zürich']]);
  });

  it('broken or with a document type it is refused', async () => {
    expect((await refusalOf('book.xml', book('<Worksheet ss:Name="S"><Table>'))).code).toBe(
      'damaged',
    );
    const typed = book('', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>');
    expect((await refusalOf('book.xml', typed)).code).toBe('damaged');
  });
});
