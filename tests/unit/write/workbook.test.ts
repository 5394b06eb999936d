import { unzipSync, strFromU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { planWorkbook } from '../../../shared/export/workbook.ts';
import type { Block, TablePlan, WorkbookPlan } from '../../../shared/export/workbook-plan.ts';
import type { ScenarioInput } from '../../../shared/export/workbook-input.ts';
import { parseAssumptionsText } from '../../../shared/model/assumptions/parse.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import { evaluate } from '../../../shared/model/evaluate.ts';
import { METRIC_GROUPS } from '../../../shared/model/metric.ts';
import { metricsOf } from '../../../shared/model/metrics.ts';
import { breakdown } from '../../../shared/analysis/breakdown.ts';
import { cellAt, type Cell, type Grid, type SheetFile } from '../../../shared/sheet/grid.ts';
import { readSheetFile } from '../../../shared/sheet/read.ts';
import { writeWorkbook } from '../../../shared/write/workbook-xlsx.ts';
import { readFileSync } from 'node:fs';
import { readCanonicalBook } from '../../helpers/read-canonical-book.ts';
import { takeAccounts } from '../../../renderer/engine/jobs/filter-book.ts';
import { smallProject } from '../../helpers/projects.ts';

const MADE_AT = new Date('2026-03-31T12:00:00Z');
const MODELS = ['allSales', 'split', 'allCsm', 'bestFit', 'bestBySegment'];
const EXAMPLE = 'tests/fixtures/model-example';

function example(): Assumptions {
  const parsed = parseAssumptionsText(readFileSync(`${EXAMPLE}/assumptions.json`, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error[0]?.message);
  return parsed.value;
}

function scenario(change: Partial<ScenarioInput> = {}): ScenarioInput {
  const book = readCanonicalBook(`${EXAMPLE}/book.csv`);
  return {
    name: 'Base',
    book,
    assumptions: example(),
    models: MODELS,
    filter: '',
    flips: null,
    ...change,
  };
}

function planned(...scenarios: readonly ScenarioInput[]): WorkbookPlan {
  const report = smallProject().report;
  const mapping = smallProject().mapping;
  const plan = planWorkbook({
    title: 'Alder & Birch: "review"',
    locale: 'en-US',
    report: report && mapping && { ...report, mapping },
    scenarios,
  });
  if (!plan.ok) throw new Error(plan.error);
  return plan.value;
}

async function readBack(bytes: Uint8Array): Promise<SheetFile> {
  const read = await readSheetFile({ file: 'workbook.xlsx', bytes, size: bytes.length });
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const isTable = (block: Block): block is Extract<Block, { kind: 'table' }> =>
  block.kind === 'table';

/** What a reader sees of a cell: a number, a text, or null where it is empty. */
function plain(cell: Cell): number | string | null {
  if (cell.kind === 'number') return cell.value;
  if (cell.kind === 'date') return cell.days;
  if (cell.kind === 'text') return cell.text;
  return null;
}

/** The rows of a table in a sheet read back: those below the first row from `from` that holds its headers. */
function tableRows(grid: Grid, table: TablePlan, from = 0): (number | string | null)[][] {
  const first = headerRow(grid, table, from) + 1;
  return Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((_column, at) => plain(cellAt(grid, first + row, at))),
  );
}

function headerRow(grid: Grid, table: TablePlan, from: number): number {
  const headers = table.columns.map(({ header }) => (header === '' ? null : header));
  for (let row = from; row < grid.rows; row++)
    if (headers.every((header, at) => plain(cellAt(grid, row, at)) === header)) return row;
  throw new Error(`no row of headers ${headers.join(', ')}`);
}

describe('a workbook of the worked example', () => {
  let plan: WorkbookPlan;
  let file: SheetFile;
  let bytes: Uint8Array;
  beforeAll(async () => {
    plan = planned(scenario());
    bytes = await writeWorkbook(plan, MADE_AT);
    file = await readBack(bytes);
  });
  const sheet = (name: string): Grid => {
    const grid = file.grids.find((one) => one.name === name);
    if (grid === undefined) throw new Error(`no sheet ${name}`);
    return grid;
  };
  const tables = (name: string): TablePlan[] =>
    (plan.sheets.find((one) => one.name === name)?.blocks ?? [])
      .filter(isTable)
      .map(({ table }) => table);

  test('has its sheets in order', () => {
    expect(file.grids.map(({ name }) => name)).toEqual([
      'Summary',
      'Compare',
      'All-Sales',
      'Split',
      'All-CSM',
      'Best fit',
      'Best by segment',
      'Accounts',
      'Accounts explained',
      'Assumptions',
      'Data quality',
    ]);
  });

  test('explains its accounts step by step, with the bookings of the sheet of accounts', () => {
    const [steps] = tables('Accounts explained');
    const [accounts] = tables('Accounts');
    const column = (table: TablePlan | undefined, header: string) => {
      const found = table?.columns.find((each) => each.header.startsWith(header));
      if (found === undefined) throw new Error(`no column ${header}`);
      return [...found.values];
    };
    expect(steps?.rows).toBe(36 * MODELS.length * 7);
    const names = column(steps, 'Model');
    const ids = column(steps, 'Account id');
    const booked = column(steps, 'Booked');
    const label = { split: 'Split', bestFit: 'Best fit', bestBySegment: 'Best by segment' };
    for (const model of Object.values(label)) {
      column(accounts, 'Account id').forEach((id, account) => {
        const own = booked.filter((_, row) => ids[row] === id && names[row] === model);
        const total = own.reduce<number>((sum, amount) => sum + Number(amount), 0);
        expect(total).toBeCloseTo(Number(column(accounts, `${model}: booked`)[account]), 6);
      });
    }
    // The largest account comes first.
    const arr = column(accounts, 'ARR').map(Number);
    const largest = arr.indexOf(Math.max(...arr));
    expect(ids[0]).toBe(column(accounts, 'Account id')[largest]);
  });

  test('says how many accounts it explains where there are more', () => {
    const small = readCanonicalBook(`${EXAMPLE}/book.csv`);
    const twice = Uint32Array.from({ length: 60 }, (_, account) => account % small.count);
    const taken = takeAccounts(small, twice);
    const book = { ...taken, accountId: taken.accountId.map((id, row) => `${id} ${String(row)}`) };
    const sheets = planned(scenario({ book, models: ['split'] })).sheets;
    const explained = sheets.find(({ name }) => name === 'Accounts explained');
    expect(explained?.blocks[1]).toMatchObject({
      text: expect.stringContaining('the 50 largest of 60 accounts by ARR'),
    });
  });

  test('every cell of every table reads back as planned, figures as numbers', () => {
    for (const { name } of plan.sheets) {
      let from = 0;
      for (const table of tables(name)) {
        const rows = tableRows(sheet(name), table, from);
        from = headerRow(sheet(name), table, from) + 1;
        rows.forEach((cells, row) => {
          cells.forEach((cell, at) => {
            const value = table.columns[at]?.values[row];
            const expected =
              value === '' || value === undefined || Number.isNaN(value) ? null : value;
            expect(cell, `${name}, ${table.columns[at]?.header ?? ''}, row ${String(row)}`).toEqual(
              expected,
            );
          });
        });
      }
    }
  });

  test('Compare holds every metric of every model', () => {
    const input = scenario();
    const result = evaluate(input.book, input.assumptions, MODELS);
    if (!result.ok) throw new Error(result.error);
    const { models } = result.value;
    const table = tables('Compare')[0];
    const rows = table ? tableRows(sheet('Compare'), table) : [];
    const metrics = metricsOf(Object.keys(input.assumptions.roles));
    expect(rows).toHaveLength(metrics.length + METRIC_GROUPS.length);
    const expected = METRIC_GROUPS.flatMap((group) =>
      metrics
        .filter((metric) => metric.group === group)
        .map((metric) => [
          metric.label,
          ...MODELS.map((id) => {
            const model = models[id];
            return model ? metric.read(model, models['split']) : undefined;
          }),
        ]),
    );
    const shown = rows.filter((row) => row[1] !== null).map((row) => [row[0], ...row.slice(2, 7)]);
    expect(shown).toEqual(expected);
  });

  test('a model’s breakdowns sum to its figures', () => {
    const { book, assumptions } = scenario();
    const broken = breakdown(book, assumptions, 'split', 'segment');
    if (!broken.ok) throw new Error(broken.error);
    const table = tables('Split').find(({ columns }) => columns[0]?.header === 'Segment');
    const rows = table ? tableRows(sheet('Split'), table) : [];
    expect(rows.slice(0, -1).map((row) => row[2])).toEqual(broken.value.rows.map(({ arr }) => arr));
    const total = rows.at(-1);
    expect(total?.[0]).toBe('Total');
    expect(total?.[2]).toBeCloseTo(6_000_769, 6);
  });

  test('figures have formats with their currency', () => {
    const npv = cellAt(sheet('Compare'), 4, 2);
    expect(npv.kind === 'number' && npv.format).toBe('[$$]#,##0;-[$$]#,##0');
  });

  test('holds no formula, and looks the same made again', async () => {
    const parts = unzipSync(bytes);
    const sheets = Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(11);
    for (const name of sheets)
      expect(strFromU8(parts[name] ?? new Uint8Array())).not.toMatch(/<f[ >/]/);
    expect(await writeWorkbook(plan, MADE_AT)).toEqual(bytes);
  });
});

describe('what a book or a user may bring', () => {
  const evil = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '=cmd|"/c calc"!A1',
    '_x0041_',
    '<b>&"',
    '\u0007\ud800',
    'سلام 🦊',
  ];

  test('text stays the text it is', async () => {
    const base = scenario();
    const book = { ...base.book, name: base.book.name.map((name, i) => evil[i] ?? name) };
    const plan = planned({ ...base, book, models: ['split'] });
    const file = await readBack(await writeWorkbook(plan, MADE_AT));
    const accounts = file.grids.find(({ name }) => name === 'Accounts');
    const names = Array.from(
      { length: evil.length },
      (_, i) => accounts && plain(cellAt(accounts, 3 + i, 1)),
    );
    expect(names).toEqual(evil.map((text) => text.replace('\ud800', '\ufffd')));
  });

  test('scenario and model names become sheet names that a workbook may have', () => {
    const long = 'A very long name: with [brackets] / slashes \\ and more';
    const names = planned(
      scenario({ name: long }),
      scenario({ name: long }),
      scenario({ name: "'" }),
    ).sheets.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
    }
  });

  test('no accounts, and nobody said who leads today', async () => {
    const base = scenario();
    const book = takeAccounts(base.book, new Uint32Array());
    const plan = planned({
      ...base,
      book,
      assumptions: { ...base.assumptions, currentModel: null },
    });
    const file = await readBack(await writeWorkbook(plan, MADE_AT));
    const compare = file.grids.find(({ name }) => name === 'Compare');
    expect(compare?.strings).not.toContain('Payback');
    expect(JSON.stringify(file.grids.map(({ strings }) => strings))).not.toMatch(
      /NaN|Infinity|undefined/,
    );
  });

  test('a large book, whose look is set by column, reads back the same', async () => {
    const base = scenario();
    const rows = Uint32Array.from({ length: 3_600 }, (_, i) => i % base.book.count);
    const taken = takeAccounts(base.book, rows);
    const name = [...taken.name.slice(0, -1), '#N/A'];
    const book = { ...taken, name, accountId: name.map((_, i) => `A-${String(i)}`) };
    const plan = planned({ ...base, book, models: ['split'] });
    const file = await readBack(await writeWorkbook(plan, MADE_AT));
    const table = plan.sheets
      .find((sheet) => sheet.name === 'Accounts')
      ?.blocks.filter(isTable)
      .at(0)?.table;
    const grid = file.grids.find((one) => one.name === 'Accounts');
    if (table === undefined || grid === undefined) throw new Error('no accounts');
    const cells = tableRows(grid, table);
    const at = table.columns.findIndex(({ header }) => header.startsWith('ARR'));
    expect(cells.map((row) => row[at])).toEqual([...book.arr]);
    expect(cells.at(-1)?.[1]).toBe('#N/A');
    const arr = cellAt(grid, headerRow(grid, table, 0) + 1, at);
    expect(arr.kind === 'number' && arr.format).toBe('[$$]#,##0;-[$$]#,##0');
  });

  test('a refusal is one sentence', () => {
    const input = {
      title: '',
      locale: 'en-US',
      report: null,
      scenarios: [scenario({ models: ['nobody'] })],
    };
    expect(planWorkbook(input)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^There is no model "nobody"/) as string,
    });
  });
});
