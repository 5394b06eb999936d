import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';

const ACCOUNTS: TestCell[][] = [
  ['Account ID', 'Account Name', 'Industry', 'Annual Revenue', 'Employees'],
  [18, 'Alder Freight', 'Media', 9_000_000, 40],
  [19, 'Birch Foods', 'Energy', 8_000_000, 50],
  [20, 'Cobalt Air', 'Media', 7_000_000, 60],
  [21, 'Dune Bank', 'Energy', 6_000_000, 70],
  [22, 'Ember Press', 'Media', 5_000_000, 80],
];
const accounts = fileOf(ACCOUNTS, 'accounts.xlsx');
const read = (...tables: [string, TestCell[][]][]) =>
  importBook([accounts, ...tables.map(([name, rows]) => fileOf(rows, name))], {
    asOf: '2025-12-31',
  });
const subs = (rows: TestCell[][], key = 'Account ID'): [string, TestCell[][]] => [
  'subs.xlsx',
  [['Subscription ID', key, 'MRR', 'Start Date', 'End Date', 'Status'], ...rows],
];

describe('joining', () => {
  it('finds accounts across 18, 18.0 and "18"; several rows an account add up once', () => {
    const result = read(
      subs([
        ['S-1', '18', 100, null, null, 'Active'],
        ['S-2', '18.0', 50, null, null, 'Paused'],
        ['S-3', '"19"', 10, null, null, 'Active'],
        ['S-4', 20, 5, null, null, 'Cancelled'],
        ['S-5', 99, 7, null, null, 'Active'],
        ['S-6', null, 7, null, null, 'Active'],
      ]),
    );
    expect(Array.from(result.book?.arr ?? [])).toEqual([1800, 120, 0, 0, 0]);
    expect(result.joins[0]).toMatchObject({
      by: 'id',
      rows: 5,
      matched: 4,
      withoutKey: 1,
      unmatched: [{ text: '99', rows: 1 }],
      accountsWithout: 2,
      unmentioned: ['Dune Bank', 'Ember Press'],
      state: 'certain',
      rule: '',
    });
    expect(result.issueCounts).toMatchObject({ 'no-such-account': 1, 'rows-without-account': 1 });
    expect(result.issues.find(({ code }) => code === 'no-such-account')).toMatchObject({
      row: 6,
      column: 'B',
      text: '99',
    });
  });

  it('joins by name, trimmed and case folded, and says which share matched', () => {
    const result = read(
      subs(
        [' alder  freight', 'BIRCH FOODS', 'Cobalt Air', 'Dune Bank', 'Nobody Ltd'].map(
          (name, i) => [`S-${String(i)}`, name, 10, null, null, 'active'],
        ),
        'Customer',
      ),
    );
    expect(result.totals.arr).toBe(480);
    const [warning] = result.issues;
    expect(warning).toMatchObject({ code: 'joined-by-name', severity: 'warning' });
    expect(warning?.message).toContain('80% of 5 rows');
    expect(result.joins[0]).toMatchObject({
      state: 'proposed',
      rule: 'join:subscriptions:Customer',
    });
    expect(result.joins[0]?.unmatched).toEqual([{ text: 'Nobody Ltd', rows: 1 }]);
    // Each of the five rows is 120 a year.
    expect(result.issues.find(({ code }) => code === 'money-without-account')?.message).toBe(
      '1 row of subs.xlsx, sheet "Sheet1" without an account of the book holds 120, 20% of "MRR": it is not counted for any account.',
    );
  });

  it('takes a join by name as confirmed, or leaves the table out, once the user has said so', () => {
    const files = [
      fileOf(ACCOUNTS, 'accounts.xlsx'),
      fileOf(
        [
          ['Subscription ID', 'Customer', 'MRR', 'Status'],
          ...['Alder Freight', 'Birch Foods', 'Cobalt Air'].map((name, i): TestCell[] => [
            `S-${String(i)}`,
            name,
            10,
            'active',
          ]),
        ],
        'subs.xlsx',
      ),
    ];
    const first = importBook(files, {});
    const decide = (value: string) =>
      importBook(files, {
        mapping: { ...first.mapping, rules: { 'join:subscriptions:Customer': value } },
      });
    const confirmed = decide('confirmed');
    expect(confirmed.issueCounts['joined-by-name']).toBeUndefined();
    expect(confirmed.joins[0]?.state).toBe('confirmed');
    expect(confirmed.totals).toEqual(first.totals);
    const without = decide('leaveOut');
    expect(without.joins).toEqual([]);
    expect(without.rules[0]).toMatchObject({
      rule: 'join:subscriptions:Customer',
      chosen: 'leaveOut',
    });
    expect(without.issues.map(({ code }) => code)).toContain('table-left-out');
  });

  it('refuses a join below 80 % and names both columns', () => {
    const result = read(
      subs(
        ['Alder Freight', 'Birch Foods', 'Nobody Ltd', 'Nowhere Inc'].map((name, i) => [
          `S-${String(i)}`,
          name,
          10,
          null,
          null,
          'active',
        ]),
        'Customer',
      ),
    );
    expect(result.book).toBeUndefined();
    expect(result.issues[0]).toMatchObject({ code: 'join-refused', severity: 'error' });
    expect(result.issues[0]?.message).toContain('"Customer" and "Account Name"');
  });

  it('says what counts as current by dates where there is no status', () => {
    const result = read([
      'contracts.xlsx',
      [
        ['Contract Number', 'Account ID', 'Annual Amount', 'Start Date', 'End Date'],
        ['C-1', 18, 1000, { date: '2025-01-01' }, { date: '2026-06-30' }],
        ['C-2', 18, 400, { date: '2024-01-01' }, { date: '2024-12-31' }],
        ['C-3', 19, 500, { date: '2025-01-01' }, { date: '2028-12-31' }],
        ['C-4', 20, 300, { date: '2026-03-01' }, null],
      ],
    ]);
    expect(Array.from(result.book?.arr ?? [])).toEqual([1000, 500, 0, 0, 0]);
    expect(Array.from(result.book?.renewalShare ?? []).slice(0, 2)).toEqual([1, 0]);
    const rule = result.rules.find((one) => one.rule === 'currentSubscriptions');
    expect(rule?.options.map(({ value, effect }) => [value, effect])).toEqual([
      ['byDates', 'ARR 1,500'],
      ['all', 'ARR 2,200'],
    ]);
  });

  it('takes renewals within a year, the latest health, and names for owner ids', () => {
    const file = fileOf(
      [
        ['Account ID', 'Account Name', 'ARR', 'Owner ID'],
        [1, 'Alder Freight', 1000, 'u1'],
        [2, 'Birch Foods', 2000, 'u2'],
        [3, 'Cobalt Air', 4000, 'u1'],
      ],
      'accounts.xlsx',
    );
    const renewals = fileOf(
      [
        ['Account ID', 'Renewal Date', 'Renewal Amount'],
        [1, { date: '2026-03-31' }, 500],
        [2, { date: '2027-06-30' }, 2000],
      ],
      'renewals.xlsx',
    );
    const health = fileOf(
      [
        ['Account ID', 'Date', 'Health Score'],
        [1, { date: '2025-09-01' }, 40],
        [1, { date: '2025-11-01' }, 75],
        [1, { date: '2025-10-01' }, 20],
        [3, { date: '2025-10-01' }, 90],
      ],
      'health.xlsx',
    );
    const people = fileOf(
      [
        ['User ID', 'Name', 'Role', 'Quota'],
        ['u1', 'Seller 1', 'Account Executive', 900_000],
        ['u2', 'Success 1', 'Customer Success Manager', null],
        ['u3', 'Seller 2', 'Account Executive', 900_000],
      ],
      'people.xlsx',
    );
    const result = importBook([file, renewals, health, people], { asOf: '2025-12-31' });
    expect(result.mapping.tables.map(({ role }) => role)).toEqual([
      'accounts',
      'renewals',
      'health',
      'people',
    ]);
    const { book } = result;
    expect(Array.from(book?.renewalShare ?? [])).toEqual([0.5, 0, NaN]);
    expect(Array.from(book?.health ?? [])).toEqual([75, NaN, 90]);
    expect(book?.owners['ae']?.values).toEqual(['', 'Seller 1']);
    expect(book?.owners['csm']?.values).toEqual(['', 'Success 1']);
    expect(result.people.map(({ name, accounts: owned }) => [name, owned])).toEqual([
      ['Seller 1', 2],
      ['Success 1', 1],
      ['Seller 2', 0],
    ]);
    expect(result.estimated['renewalShare']).toBe(1);
  });

  it('says a renewal date is of no use until somebody says what day it is', () => {
    const rows: TestCell[][] = [
      ['Account', 'ARR', 'Renewal Date'],
      ['Alder', 10, { date: '2026-03-31' }],
      ['Birch', 20, { date: '2027-03-31' }],
    ];
    const without = importBook([fileOf(rows)], {});
    expect(without.issueCounts['as-of-unknown']).toBe(1);
    expect(Array.from(without.book?.renewalShare ?? [])).toEqual([NaN, NaN]);
    const saved = importBook([fileOf(rows, 'b.xlsx', { savedOn: '2025-12-01' })], {});
    expect(saved.asOf).toEqual({ date: '2025-12-01', origin: 'the day the file was last saved' });
    expect(Array.from(saved.book?.renewalShare ?? [])).toEqual([1, 0]);
  });
});

describe('books of deals alone', () => {
  const deals: TestCell[][] = [
    ['Opportunity ID', 'Account', 'Sales Rep', 'Stage', 'Created', 'Close Date', 'Amount'],
    ['O-1', 'Alder', 'Seller 1', 'Closed Won', { date: '2025-01-10' }, { date: '2025-03-11' }, 100],
    ['O-2', 'Alder', 'Seller 2', 'Closed Won', { date: '2025-06-01' }, { date: '2025-06-21' }, 50],
    [
      'O-3',
      'Alder',
      'Seller 1',
      'Closed Lost',
      { date: '2025-01-01' },
      { date: '2025-01-11' },
      500,
    ],
    ['O-4', 'Birch', 'Seller 3', 'Closed Won', { date: '2023-01-01' }, { date: '2023-02-01' }, 70],
    ['O-5', 'Birch', 'Seller 3', 'Closed Won', { date: '2025-03-01' }, { date: '2025-02-01' }, 30],
    ['O-6', 'Alder', 'Seller 2', 'Proposal', { date: '2025-07-01' }, { date: '2026-02-01' }, 40],
    ['O-7', '', 'Seller 2', 'Proposal', { date: '2025-07-01' }, { date: '2026-02-01' }, 900],
  ];

  it('let the won value of twelve months stand in for ARR, marked as estimated', () => {
    const result = importBook([fileOf(deals)], {});
    expect(result.shape).toBe('opportunities');
    expect(result.asOf.date).toBe('2025-07-01');
    expect(result.book?.name).toEqual(['Alder', 'Birch']);
    expect(Array.from(result.book?.arr ?? [])).toEqual([150, 30]);
    expect(result.book?.arrEstimated).toBe(true);
    expect(result.estimated['arr']).toBe(2);
    expect(result.issueCounts).toMatchObject({
      'arr-estimated': 1,
      'negative-cycle': 1,
      'rows-without-account': 1,
    });
    expect(result.deals).toMatchObject({
      won: 4,
      wonValue: 250,
      lost: 1,
      open: 2,
      openValue: 940,
      withoutAccount: 1,
      negativeCycles: 1,
      meanCycleWon: (60 + 20 + 31) / 3,
      meanCycleClosed: (60 + 20 + 31 + 10) / 4,
    });
    expect(Array.from(result.book?.cycleDays ?? [])).toEqual([40, 31]);
    expect(result.book?.openDeals?.unstated[0]).toBe(40);
  });

  it('choose the owner by rule', () => {
    const first = importBook([fileOf(deals)], {});
    const owner = (rule: string) =>
      importBook([fileOf(deals)], { mapping: { ...first.mapping, rules: { owner: rule } } }).book
        ?.owners['ae']?.values[1];
    expect(owner('latest')).toBe('Seller 2');
    expect(owner('largest')).toBe('Seller 1');
  });

  it('say how many owners accounts have and what each rule changes; "ask" leaves and lists them', () => {
    const rows: TestCell[][] = [
      ['Opportunity ID', 'Account Name', 'Owner', 'Stage', 'Amount', 'Created Date', 'Close Date'],
      // Alder: the latest is Seller 1, the largest and most are Seller 2's.
      ['1', 'Alder', 'Seller 2', 'Closed Won', 900, { date: '2025-01-01' }, { date: '2025-02-01' }],
      ['2', 'Alder', 'Seller 2', 'Closed Won', 100, { date: '2025-01-01' }, { date: '2025-03-01' }],
      ['3', 'Alder', 'Seller 1', 'Closed Won', 100, { date: '2025-01-01' }, { date: '2025-04-01' }],
      // Birch: three owners, the latest and the largest are Seller 3's.
      ['4', 'Birch', 'Seller 1', 'Closed Won', 100, { date: '2025-01-01' }, { date: '2025-02-01' }],
      ['5', 'Birch', 'Seller 2', 'Closed Lost', 50, { date: '2025-01-01' }, { date: '2025-03-01' }],
      ['6', 'Birch', 'Seller 3', 'Closed Won', 200, { date: '2025-01-01' }, { date: '2025-04-01' }],
      [
        '7',
        'Cobalt',
        'Seller 1',
        'Closed Won',
        100,
        { date: '2025-01-01' },
        { date: '2025-02-01' },
      ],
    ];
    const first = importBook([fileOf(rows)], {});
    const rule = first.rules.find((one) => one.rule === 'owner');
    expect(rule?.question).toBe(
      'Who owns an account whose deals have several owners? Of the accounts, 1 have one, 1 two, 1 three or more.',
    );
    // By most: Alder changes to Seller 2; Birch, one deal each, to the first by name.
    expect(rule?.options.map(({ value, effect }) => [value, effect])).toEqual([
      ['latest', '2 owners'],
      ['largest', "3 owners; 1 account with another owner than the latest deal's"],
      ['most', "2 owners; 2 accounts with another owner than the latest deal's"],
      ['ask', '1 owner; 2 accounts to be assigned'],
    ]);
    const ask = importBook([fileOf(rows)], {
      mapping: { ...first.mapping, rules: { owner: 'ask' } },
    });
    const owners = ask.book?.owners['ae'];
    expect(Array.from(owners?.codes ?? [], (code) => owners?.values[code])).toEqual([
      '',
      '',
      'Seller 1',
    ]);
    expect(ask.issues.filter(({ code }) => code === 'owner-open').map(({ text }) => text)).toEqual([
      'Alder',
      'Birch',
    ]);
  });
});

describe('accounts that stand there twice', () => {
  const rows: TestCell[][] = [
    ['Account ID', 'Account Name', 'ARR', 'CSM', 'Industry'],
    ['A-1', 'Alder', 100, 'S 1', null],
    ['A-1', 'Alder', 100, 'S 1', 'Media'],
    ['A-2', 'Birch', 50, 'S 2', 'Energy'],
  ];

  it('never multiply ARR; adding them up is a choice with its effect', () => {
    const result = importBook([fileOf(rows)], {});
    expect([result.book?.count, result.totals.arr]).toEqual([2, 150]);
    expect(result.book?.industry.values).toEqual(['', 'Media', 'Energy']);
    expect(result.issues[0]).toMatchObject({
      code: 'duplicate-id',
      row: 3,
      column: 'A',
      text: 'A-1',
    });
    const rule = result.rules.find((one) => one.rule === 'duplicateAccounts');
    expect(rule?.options.map(({ effect }) => effect)).toEqual(['ARR 150', 'ARR 250']);
    const mapping = { ...result.mapping, rules: { duplicateAccounts: 'sum' } };
    expect(importBook([fileOf(rows)], { mapping }).totals.arr).toBe(250);
  });

  it('keep the ARR of churned accounts, prospects and trials out, by a rule with its effect', () => {
    const result = importBook(
      [
        fileOf([
          ['Account', 'ARR', 'Customer Status'],
          ['Alder', 100, 'Customer'],
          ['Birch', 70, 'Churned'],
          ['Cobalt', 5, 'Prospect'],
          ['Dune', 9, 'Active'],
        ]),
      ],
      {},
    );
    expect([result.totals.arr, result.notPaying.length]).toEqual([109, 2]);
    expect(result.rules.map(({ rule }) => rule)).toEqual(['accountStatus']);
  });
});
