/**
 * Writes the odd workbooks of tests/fixtures/sheets: `npx tsx tests/unit/sheet/fixtures.ts`. Every
 * company in them is made up.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CFB, utils, write, type BookType } from 'xlsx';
import NUMBERS from 'xlsx/dist/xlsx.zahl.mjs';
import { makeWorkbook, zipped, workbookParts, type MadeSheet, type MadeWorkbook } from './make.ts';

/** Where the fixtures lie. */
export const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '../../fixtures/sheets');

const HEADERS = [
  'Account ID',
  'Account',
  'ARR',
  'Renewal rate',
  'Renewal date',
  'Strategic',
  'Owner',
];
const ACCOUNTS = Array.from({ length: 40 }, (_, n) => [
  `A-${String(n + 1).padStart(3, '0')}`,
  `Fictional Company ${n + 1} ${n % 3 === 0 ? 'GmbH & Co' : 'Ltd'}`,
  1000 + ((n * 7919) % 90000) / 4,
  ((n * 31) % 100) / 100,
  45000 + n * 9,
  n % 5 === 0,
  `Team ${String.fromCharCode(65 + (n % 4))}`,
]);
/** As strings or numbers: what delimited text holds. */
const ROWS = [HEADERS, ...ACCOUNTS];

/** All fixtures by file name. */
export function fixtures(): Record<string, Uint8Array> {
  return {
    'accounts.xlsx': makeWorkbook(accounts(true)),
    'accounts-1904.xlsx': makeWorkbook({ ...accounts(true), date1904: true }),
    'accounts-in-line.xlsx': makeWorkbook(accounts(false)),
    'accounts-prefixed.xlsx': zipped(prefixed(workbookParts(accounts(true)))),
    'odd-cells.xlsx': makeWorkbook(oddCells()),
    'far-corner.xlsx': makeWorkbook({
      sheets: [{ name: 'Far', data: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }],
    }),
    'several-sheets.xlsx': makeWorkbook(severalSheets()),
    'pivot-of-a-model.xlsx': makeWorkbook(pivotOfAModel()),
    'accounts.xlsb': written('xlsb'),
    'accounts.xls': written('biff8'),
    'accounts-biff5.xls': written('biff5'),
    'accounts.ods': written('ods'),
    'accounts.numbers': written('numbers'),
    'accounts.xml': written('xlml'),
    'web-page.xls': new TextEncoder().encode(webPage()),
    'accounts-semicolons.csv': new TextEncoder().encode(delimited(';', ',')),
    'accounts-utf16.csv': new Uint8Array(Buffer.from(`\ufeff${delimited('\t', '.')}`, 'utf16le')),
    'accounts-windows-1252.csv': new Uint8Array(
      Buffer.from(delimited(',', '.').replaceAll('Company', 'Gesellschaft für'), 'latin1'),
    ),
    'locked.xlsx': locked(),
    'cut-short.xlsx': makeWorkbook(accounts(true)).slice(0, 2000),
  };
}

function accounts(sharedTexts: boolean): MadeWorkbook {
  const texts: string[] = [];
  const textCell = (ref: string, text: string): string => {
    const escaped = text.replaceAll('&', '&amp;');
    if (!sharedTexts) return `<c r="${ref}" t="inlineStr"><is><t>${escaped}</t></is></c>`;
    if (!texts.includes(escaped)) texts.push(escaped);
    return `<c r="${ref}" t="s"><v>${texts.indexOf(escaped)}</v></c>`;
  };
  const styles = [0, 0, 1, 2, 3, 0, 0];
  const data = ROWS.map((row, r) => {
    const cells = row.map((value, c) => {
      const ref = `${String.fromCharCode(65 + c)}${r + 1}`;
      if (typeof value === 'string') return textCell(ref, value);
      if (typeof value === 'boolean') return `<c r="${ref}" t="b"><v>${Number(value)}</v></c>`;
      return `<c r="${ref}" s="${styles[c]}"><v>${value}</v></c>`;
    });
    return `<row r="${r + 1}"${r === 7 ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
  });
  const sheet: MadeSheet = {
    name: 'Accounts',
    before: '<cols><col min="7" max="7" hidden="1"/></cols>',
    data: data.join(''),
    after: `<autoFilter ref="A1:G${ROWS.length}"/>`,
  };
  return {
    sheets: [sheet],
    shared: texts.map((text) => `<si><t>${text}</t></si>`).join(''),
    formats: '<numFmt numFmtId="164" formatCode="[$$-409]#,##0.00"/>',
    styles: [0, 164, 9, 14],
  };
}

function prefixed(parts: Record<string, string>): Record<string, string> {
  const change = (xml: string): string =>
    xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns="', 'xmlns:x="');
  const changed = { ...parts };
  for (const path of [
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
  ]) {
    changed[path] = change(parts[path] ?? '');
  }
  return changed;
}

function oddCells(): MadeWorkbook {
  const data =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' +
    '<row r="3" spans="1:9"><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="str"><f>"a"</f><v>a &amp; b</v></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" s="1"><v>45000.25</v></c><c r="G3" s="2"/></row>' +
    '<row/><row><c t="str"><v>no place</v></c><c><v>1.5E+3</v></c></row><row r="9"/><row r="8"><c r="A8" t="e"><v>#N/A</v></c><c r="J8"><v>-0.1</v></c></row>';
  return {
    sheets: [
      { name: 'Odd', data, after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' },
    ],
    shared:
      '<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t xml:space="preserve"> two_x000A_lines &#8364; </t></si>',
    styles: [0, 22, 10],
  };
}

function severalSheets(): MadeWorkbook {
  const one = (value: number): string => `<row r="1"><c r="A1"><v>${value}</v></c></row>`;
  return {
    sheets: [
      { name: 'Cover', data: '' },
      { name: 'Accounts &amp; deals', data: one(1) },
      { name: 'Old', data: one(2), state: 'hidden' },
      { name: 'Lists', data: one(3), state: 'veryHidden' },
      {
        name: 'Chart',
        type: 'chartsheet',
        xml: '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
      },
    ],
  };
}

function pivotOfAModel(): MadeWorkbook {
  return {
    sheets: [
      {
        name: 'Pivot',
        data: '<row r="3"><c r="A3" t="str"><v>Row Labels</v></c><c r="B3" t="str"><v>Sum of ARR</v></c></row>',
        links: { pivotTable: '../pivotTables/pivotTable1.xml' },
      },
    ],
    parts: {
      'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition/>',
      'xl/model/item.data': 'not a table',
    },
  };
}

function written(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet(ROWS);
  ROWS.forEach((_, r) => {
    if (r === 0) return;
    Object.assign(sheet[`C${r + 1}`], { z: '"$"#,##0.00' });
    Object.assign(sheet[`D${r + 1}`], { z: '0%' });
    Object.assign(sheet[`E${r + 1}`], { z: 'm/d/yy' });
  });
  const bytes: ArrayBuffer = write(utils.book_new(sheet, 'Accounts'), {
    bookType,
    type: 'array',
    numbers: NUMBERS,
  });
  return new Uint8Array(bytes);
}

function webPage(): string {
  const cells = ROWS.map(
    (row) => `<tr>${row.map((value) => `<td>${String(value).replace('&', '&amp;')}`).join('')}`,
  );
  return `<html><body><table>${cells.join('\n')}</table></body></html>`;
}

function delimited(delimiter: string, decimal: string): string {
  const field = (value: string | number | boolean): string => {
    const text = typeof value === 'number' ? String(value).replace('.', decimal) : String(value);
    return text.includes('&') ? `"${text}"` : text;
  };
  return ROWS.map((row) => row.map(field).join(delimiter)).join('\r\n');
}

function locked(): Uint8Array {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', new Uint8Array(200));
  CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(5000).fill(7));
  return Uint8Array.from(CFB.write(container, { type: 'array' }));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(FIXTURES, { recursive: true });
  for (const [name, bytes] of Object.entries(fixtures())) {
    writeFileSync(join(FIXTURES, name), bytes);
  }
}
