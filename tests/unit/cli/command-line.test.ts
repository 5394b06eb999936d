import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differences } from '../../helpers/differences.ts';
import { handoff } from '../../helpers/command-line.ts';

const EXAMPLE = 'tests/fixtures/model-example';
const BOOK = `${EXAMPLE}/book.csv`;
const THREE = ['accounts', 'subscriptions', 'opportunities'].flatMap((name) => [
  '--book',
  `tests/fixtures/books/three-files/${name}.csv`,
]);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handoff-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const inFolder = (name: string): string => join(folder, name);
function written(name: string, content: string | Uint8Array): string {
  writeFileSync(inFolder(name), content);
  return inFolder(name);
}

describe('compare', () => {
  test.each([
    ['', []],
    ['-fixed', ['--models', 'allSales,split,allCsm,customTiered,bestFit,bestBySegment']],
    ['-third', ['--models', 'allSales,split,allCsm,customTiered,bestFit,bestBySegment']],
  ])('equals the worked example%s in every key', async (name, models) => {
    const assumptions = ['--assumptions', `${EXAMPLE}/assumptions${name}.json`];
    const ended = await handoff(
      'compare',
      '--book',
      BOOK,
      ...assumptions,
      ...models,
      '--json',
      '-',
    );
    expect(ended.stderr).toBe('');
    expect(ended.status).toBe(0);
    const expected: unknown = JSON.parse(readFileSync(`${EXAMPLE}/expected${name}.json`, 'utf8'));
    expect(differences(JSON.parse(ended.stdout), expected)).toEqual([]);
  });

  test('reads several files as one book, and a table goes to standard output', async () => {
    const ended = await handoff('compare', ...THREE, '--current', 'split');
    expect(ended.stderr).toBe('');
    expect(ended.stdout).toMatch(
      /^60 accounts, USD +All-Sales +Split \(today\) +All-CSM +Best fit/m,
    );
    expect(ended.stdout).toMatch(/^Net present value +\$[\d,]+/m);
    expect(ended.stdout).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(ended.status).toBe(0);
  });

  test('without today there is no cost of a change', async () => {
    const none = await handoff('compare', '--book', BOOK, '--current', 'none');
    expect(none.stdout).not.toContain('Cost of the change');
  });

  test('writes workbook, JSON and book at once', async () => {
    const outputs = [
      '--workbook',
      inFolder('a.xlsx'),
      '--json',
      inFolder('a.json'),
      '--csv',
      inFolder('a.csv'),
    ];
    const ended = await handoff('compare', '--book', BOOK, ...outputs);
    expect(ended).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(inFolder('a.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const again = await handoff('compare', '--book', inFolder('a.csv'), '--json', '-');
    const [first, second] = [readFileSync(inFolder('a.json'), 'utf8'), again.stdout].map(
      (text) => (JSON.parse(text) as { models: unknown }).models,
    );
    expect(differences(first, second)).toEqual([]);
  });

  test('a rate converts the assumptions; without one the sentence says what is missing', async () => {
    const euros = written(
      'eur.csv',
      'account name,arr,currency\nAlder Freight,100000,EUR\nBirch Foods,250000,EUR\nCobalt Press,90000,EUR\nDune Labs,70000,EUR\n',
    );
    const refused = await handoff('compare', '--book', euros, '--json', '-');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(
      /^The book is in EUR and the assumptions are in USD: give the rate/,
    );
    const given = await handoff('compare', '--book', euros, '--rate', '0.9', '--json', '-');
    expect(JSON.parse(given.stdout)).toMatchObject({ accounts: 4, currency: 'EUR' });
  });
});

describe('import', () => {
  test('tells a name that promises something else, be the file read or refused', async () => {
    const read = written('accounts.xlsx', 'account name,arr\nAlder,100\nBirch,200\n');
    const told = /accounts\.xlsx is delimited text \(\.csv\), whatever its name says/;
    const ended = await handoff('import', '--book', read);
    expect(ended).toMatchObject({ status: 0, stderr: expect.stringMatching(told) as string });
    written('accounts.xlsx', 'field,meaning\nA,b\nC,d\n');
    const refused = await handoff('import', '--book', read);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringMatching(told) as string });
  });

  test('warns on standard error, one line a kind, wherever the rest goes', async () => {
    const values = [100, 200, '#N/A', '#N/A', '#N/A', 600, 700, 800, 900, 1000];
    const rows = values.map((arr, at) => `Firm ${String(at + 1)},${String(arr)}`);
    const book = written('odd.csv', ['account name,arr', ...rows].join('\n'));
    const ended = await handoff('import', '--book', book, '--csv', inFolder('odd-out.csv'));
    expect(ended.status).toBe(0);
    expect(ended.stderr).toMatch(
      /^Warning: odd\.csv, sheet "odd", cell B4: .*#N\/A.* \(2 more like it\)\n/,
    );
    const codes = ended.stderr.match(/#N\/A/g);
    expect(codes).toHaveLength(1);
  });

  test('says what was understood as data', async () => {
    const ended = await handoff('import', ...THREE, '--json', '-');
    const read = JSON.parse(ended.stdout) as Record<string, unknown>;
    expect(read).toMatchObject({
      shape: 'joined',
      accounts: 60,
      notPaying: ['ac_012', 'ac_020', 'ac_038'],
      mapping: {
        name: { file: 'accounts.csv', column: expect.stringMatching(/^[A-Z]$/) as string },
      },
    });
    expect(Object.keys(read)).toEqual(
      expect.arrayContaining(['source', 'totals', 'estimated', 'issues', 'currency']),
    );
  });

  test('the canonical book reads again as it was', async () => {
    const first = await handoff('import', '--book', BOOK, '--csv', inFolder('one.csv'));
    expect(first).toEqual({ status: 0, stdout: '', stderr: '' });
    const second = await handoff('import', '--book', inFolder('one.csv'), '--csv', '-');
    expect(second.stdout).toBe(readFileSync(inFolder('one.csv'), 'utf8'));
  });

  test('text that a spreadsheet would run is text in the CSV', async () => {
    const book = written(
      'evil.csv',
      'account name,arr\n"=HYPERLINK(""x"")",500\n@cmd,600\nAlder Freight,700\nBirch Foods,800\n',
    );
    const ended = await handoff('import', '--book', book, '--csv', '-');
    expect(ended.stdout).toContain(`"'=HYPERLINK(""x"")"`);
    expect(ended.stdout).toContain(",'@cmd,");
  });
});

describe('refusals: status 2, one sentence, no output left behind', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no book', ['compare'], /^No book is named: add --book FILE\.$/],
    [
      'no such file',
      ['import', '--book', 'nowhere.csv'],
      /^nowhere\.csv could not be read: there is no such file/,
    ],
    ['an unknown command', ['comprae'], /^There is no command "comprae"/],
    [
      'what is not there yet',
      ['analyse', 'map', '--book', BOOK],
      /^Handoff does not have the command "analyse" yet/,
    ],
    [
      'an unknown model',
      ['compare', '--book', BOOK, '--models', 'split,x'],
      /^There is no model "x": known are/,
    ],
    [
      'a day that is none',
      ['import', '--book', BOOK, '--as-of', '2026-02-30'],
      /^--as-of must be a day/,
    ],
    [
      'assumptions that are none',
      ['import', '--book', BOOK, '--assumptions', BOOK],
      /the file is not JSON/,
    ],
  ];
  test.each(cases)('%s', async (_, args, sentence) => {
    const ended = await handoff(...args);
    expect(ended.stdout).toBe('');
    expect(ended.stderr.trimEnd()).toMatch(sentence);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(ended.stderr).not.toMatch(/\n\s+at |Error:/);
    expect(ended.status).toBe(2);
  });

  test('a wrong assumption is refused by path and reason', async () => {
    const file = written('wrong.json', '{"roles": {"csm": {"variableShare": 30}}}');
    const ended = await handoff('compare', '--book', BOOK, '--assumptions', file);
    expect(ended.stderr).toContain('roles.csm.variableShare must be between 0 and 1, is 30');
    expect(ended.status).toBe(2);
  });

  test('a file that holds no book, and outputs that are not made', async () => {
    const file = written(
      'random.xlsx',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251),
    );
    const before = readdirSync(folder);
    const ended = await handoff(
      'compare',
      '--book',
      file,
      '--json',
      inFolder('none.json'),
      '--workbook',
      inFolder('none.xlsx'),
    );
    expect(ended.status).toBe(2);
    expect(ended.stderr).toMatch(/random\.xlsx/);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('where one output cannot be written none is', async () => {
    const before = readdirSync(folder);
    const ended = await handoff(
      'compare',
      '--book',
      BOOK,
      '--json',
      inFolder('none.json'),
      '--csv',
      join(folder, 'nowhere', 'b.csv'),
    );
    expect(ended.status).toBe(2);
    expect(ended.stderr).toMatch(/^b\.csv could not be written: there is no such file or folder/);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('help', () => {
  test('lists the commands, and nothing that is not there', async () => {
    const ended = await handoff('--help');
    expect(ended.status).toBe(0);
    expect(ended.stdout).toMatch(/import .*\n.*compare /);
    const compare = await handoff('compare', '--help');
    expect(compare.stdout).toContain('--workbook FILE.xlsx');
    expect(ended.stdout + compare.stdout).not.toMatch(/--deck|--report|analyse/);
  });

  test('the version is the package’s', async () => {
    const about = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await handoff('--version')).stdout).toBe(`${about.version}\n`);
  });
});
