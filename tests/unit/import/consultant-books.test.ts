import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import type { ImportOptions, ImportResult } from '../../../shared/import/types.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';

/** Exports and sheets as consultants meet them, cut down to what is odd about them. */
const NAMES = ['Alder', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Fjord'];
const ARR = [12_000, 24_000, 36_000, 48_000, 60_000, 72_000];
const TOTAL = 252_000;
type Row = readonly TestCell[];
const each = (row: (name: string, arr: number, i: number) => Row): Row[] =>
  NAMES.map((name, i) => row(name, ARR[i] ?? 0, i));
const read = (rows: readonly Row[], options: ImportOptions = {}) =>
  importBook([fileOf(rows)], options);
const said = ({ issues }: ImportResult, code: string) =>
  issues.filter((issue) => issue.code === code).map(({ message }) => message);
const fieldsOf = ({ mapping }: ImportResult) =>
  Object.fromEntries(
    mapping.tables[0]?.columns.flatMap(({ header, field }) =>
      field === null ? [] : [[header, field]],
    ) ?? [],
  );
const day = (date: string): TestCell => ({ date });

describe('exports of systems', () => {
  it('a grouped report of deals by product: groups named once, subtotals, counts and a footer', () => {
    const rows: Row[] = [
      ['Opportunities with Products'],
      ['As of 2026-11-20 09:00:00'],
      [],
      ['Account Name  ↑', 'Opportunity Name', 'Stage', 'Close Date', 'Type', 'Product', 'Amount'],
      ...NAMES.flatMap((name, i): Row[] => {
        const deal = (product: string, amount: number, account: string): Row => [
          account,
          `${name} deal`,
          'Closed Won',
          day('2026-05-31'),
          'New Business',
          product,
          amount,
        ];
        const arr = ARR[i] ?? 0;
        return [
          deal('Core', arr - 1000, name),
          deal('Analytics', 1000, ''),
          ['Subtotal', '', '', '', '', 'Sum', arr],
          ['', '', '', '', '', 'Count', 2],
        ];
      }),
      ['Total', '', '', '', '', 'Sum', TOTAL],
      ['', '', '', '', '', 'Count', 12],
      [],
      ['Confidential Information - Do Not Distribute'],
      ['Copyright © 2026'],
    ];
    const result = read(rows, { asOf: '2026-11-20' });
    expect(Array.from(result.book?.name ?? [])).toEqual(NAMES);
    expect(Array.from(result.book?.arr ?? [])).toEqual(ARR);
    expect(result.deals).toMatchObject({ won: 12, wonValue: TOTAL, withoutAccount: 0 });
    expect(said(result, 'filled-down')[0]).toContain('6 blank cells');
  });

  it('a table of name, MRR and ARR is one of accounts, not a price list', () => {
    const result = read([
      ['_id', 'name', 'owner', 'phase', 'mrr', 'arr', 'renewalDate'],
      ...each((name, arr, i) => [
        `5f${String(i)}`,
        name,
        'Team A',
        'customer',
        arr / 12,
        arr,
        day('2027-01-31'),
      ]),
    ]);
    expect(result.mapping.tables[0]?.role).toBe('accounts');
    expect(result.totals.arr).toBe(TOTAL);
  });

  it('columns named by their objects are what they are of them', () => {
    const billing = read([
      [
        'subscriptions.id',
        'subscriptions.status',
        'customers.id',
        'customers.company',
        'subscriptions.mrr',
        'subscriptions.currency_code',
      ],
      ...each((name, arr, i) => [
        `S${String(i)}`,
        i === 0 ? 'cancelled' : 'active',
        `C${String(i)}`,
        name,
        arr / 12,
        'EUR',
      ]),
    ]);
    expect(fieldsOf(billing)).toEqual({
      'subscriptions.id': 'subscriptionId',
      'subscriptions.status': 'status',
      'customers.id': 'accountId',
      'customers.company': 'accountName',
      'subscriptions.mrr': 'arr',
      'subscriptions.currency_code': 'currency',
    });
    expect([billing.totals.arr, billing.book?.currency]).toEqual([TOTAL - 12_000, 'EUR']);
    const charges = read([
      ['Account: Name', 'Account: Account Number', 'Subscription: Name', 'Rate Plan Charge: MRR'],
      ...each((name, arr, i) => [name, `A${String(i)}`, `A-S${String(i)}`, arr / 24]),
      ...each((name, arr, i) => [name, `A${String(i)}`, `A-S${String(i)}`, arr / 24]),
    ]);
    expect(charges.mapping.tables[0]?.role).toBe('subscriptions');
    expect(charges.totals.arr).toBe(TOTAL);
  });

  it('what was invoiced, or a contract without its term, is no ARR', () => {
    const invoices = read([
      ['Invoice No', 'Invoice Date', 'Customer', 'Description', 'Amount'],
      ...each((name, arr, i) => [i, day('2026-01-31'), name, 'Subscription, monthly', arr / 12]),
    ]);
    expect(invoices.book).toBeUndefined();
    expect(invoices.issues[0]?.severity).toBe('error');
    const contracts = read([
      ['Account Name', 'Total Contract Amount', 'Next Renewal Date', 'CSM', 'Industry'],
      ...each((name, arr) => [name, arr * 3, day('2027-01-31'), 'Team A', 'Retail']),
    ]);
    expect(contracts.book).toBeUndefined();
    expect(contracts.issues[0]?.message).toContain('add a column of the term in months');
  });

  it('a credit is taken off what its account pays', () => {
    const result = read([
      ['Subscription ID', 'Account Name', 'Product', 'MRR', 'Status'],
      ...each((name, arr, i) => [`S${String(i)}`, name, 'Base', arr / 12 + 100, 'active']),
      ...each((name, _, i) => [`C${String(i)}`, name, 'Loyalty credit', -100, 'active']),
    ]);
    expect(Array.from(result.book?.arr ?? [])).toEqual(ARR);
  });
});

describe('the scale of a sheet', () => {
  const rows = (remark: string): Row[] => [
    ['Account', 'ARR', 'CSM'],
    ...each((name, arr) => [name, arr / 1000, 'Team A']),
    [],
    [remark],
  ];

  it.each([
    ['All amounts in USD thousands', 'USD'],
    ['Note: figures in k€', 'EUR'],
    ['Alle Werte in TEUR', 'EUR'],
  ])('that a remark gives counts, is asked, and can be refused: %s', (remark, currency) => {
    const above = read([[remark], [], ...rows('')]);
    expect([above.totals.arr, above.book?.currency]).toEqual([TOTAL, currency]);
    const below = read(rows(remark));
    expect(below.totals.arr).toBe(TOTAL);
    expect(said(below, 'reading-open')).toEqual([
      `"ARR": a remark beside the table gives the scale of its figures. "${remark}" says thousands: check it.`,
    ]);
    const mapping = { ...below.mapping, rules: { 'scale:ARR': 'units' } };
    expect(read(rows(remark), { mapping }).totals.arr).toBe(TOTAL / 1000);
  });

  it('is not taken from a title that gives none', () => {
    for (const title of ['Top 6 accounts above $10k', 'Customer book FY26', 'Region: all'])
      expect(read([[title], [], ...rows('')]).totals.arr).toBe(TOTAL / 1000);
  });

  it('and a comma that may be either are asked, in a table that is not English too', () => {
    const german: Row[] = [
      ['Kunde', 'ARR in TEUR', 'Verlängerung'],
      ...each((name, arr, i) => [name, `${String(arr / 1000)},000`, `${String(i + 1)}.04.2027`]),
    ];
    const result = read(german);
    expect([result.totals.arr, result.book?.currency]).toEqual([TOTAL, 'EUR']);
    expect(result.rules.find(({ rule }) => rule === 'decimal:ARR in TEUR')).toMatchObject({
      chosen: ',',
      question: 'What is the comma in the figures of "ARR in TEUR"?',
      options: [
        { value: ',', effect: '"12,000" is 12' },
        { value: '.', effect: '"12,000" is 12000' },
      ],
    });
  });
});

describe('dates in other clothes', () => {
  const shares = (dates: readonly TestCell[], header = 'Renewal date') =>
    read([['Account', 'ARR', header], ...each((name, arr, i) => [name, arr, dates[i] ?? null])], {
      asOf: '2026-11-20',
    });

  it('a weekday before the date', () => {
    const { book } = shares([
      'Mon, 1 Mar 2027',
      'Freitag, 31. Dezember 2027',
      'Monday, March 1, 2027',
      'mar. 2 mars 2027',
      'Mar 2, 2028',
      'Sat 25/12/2027',
    ]);
    expect(Array.from(book?.renewalShare ?? [])).toEqual([1, 0, 1, 1, 0, 0]);
  });

  it('a month or quarter without a day ends with its last day', () => {
    const { book } = shares(['Nov 2026', 'Q4 2026', '2027-Q3', 'Q4 2027', '2027-11', '2027-12']);
    expect(Array.from(book?.renewalShare ?? [])).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it('the quarter of a fiscal year is no date, and that is said', () => {
    const result = shares(['Q1 FY27', 'Q2 FY27', 'Q3 FY27', 'Q4 FY27', 'Q1 FY28', 'Q2 FY28']);
    expect(said(result, 'dates-not-read')).toEqual([
      '"Renewal date" could be "Renewal date", but its values ("Q1 FY27", "Q2 FY27", "Q3 FY27") are no dates: it is not used. Write days, such as 2027-03-31.',
    ]);
  });

  it('Japanese', () => {
    const result = read(
      [
        ['顧客名', '顧客ID', '年間経常収益', '契約終了日', '営業担当', 'カスタマーサクセス担当'],
        ...each((name, arr, i) => [
          name,
          `J${String(i)}`,
          `¥${String(arr)}`,
          `${String(2027 + (i % 2))}年3月1日`,
          '営業一',
          'CS二',
        ]),
      ],
      { asOf: '2026-11-20' },
    );
    expect([result.totals.arr, result.book?.currency]).toEqual([TOTAL, 'JPY']);
    expect(Array.from(result.book?.renewalShare ?? [])).toEqual([1, 0, 1, 0, 1, 0]);
    expect(result.book?.owners['csm']?.values).toContain('CS二');
  });
});

describe('figures by period', () => {
  it('a calendar of renewals is left out, never taken for what accounts pay', () => {
    const months = ['Dec-26', 'Jan-27', 'Feb-27', 'Mar-27', 'Apr-27', 'May-27'];
    const calendar = fileOf(
      [
        ['Account', ...months],
        ...each((name, arr, i) => [name, ...months.map((_, m) => (m === i ? arr : null))]),
      ],
      'calendar.xlsx',
    );
    const accounts = fileOf([['Account', 'ARR'], ...each((name, arr) => [name, arr])], 'a.xlsx');
    const both = importBook([accounts, calendar], {});
    expect(both.totals.arr).toBe(TOTAL);
    expect(said(both, 'table-left-out')[0]).toContain('it is a calendar');
    expect(importBook([calendar], {}).book).toBeUndefined();
  });

  it('quarters side by side are four to the year', () => {
    const result = read([
      ['Customer', 'CSM', 'Q1 2026', 'Q2 2026', 'Q3 2026'],
      ...each((name, arr) => [name, 'Team A', arr / 8, arr / 6, arr / 4]),
    ]);
    expect(result.totals.arr).toBe(TOTAL);
    expect(said(result, 'arr-from-period')[0]).toContain('"Q3 2026", is taken for it, × 4.');
  });

  it('of a bridge the closing ARR counts', () => {
    const result = read([
      ['Customer', 'Opening ARR', 'Expansion', 'Contraction', 'Closing ARR', 'CSM'],
      ...each((name, arr) => [name, arr - 500, 700, -200, arr, 'Team A']),
    ]);
    expect(result.totals.arr).toBe(TOTAL);
  });
});

describe('shares', () => {
  it('written in two ways in one column are not read, and that is said', () => {
    const result = read([
      ['Account', 'ARR', 'Churn risk'],
      ...each((name, arr, i) => [name, arr, i % 2 === 0 ? 0.12 : 12]),
    ]);
    expect(result.book?.risk.every(Number.isNaN)).toBe(true);
    expect(said(result, 'risk-not-read')).toEqual([
      '"Churn risk" has shares below 1 and percent points together (0.12, 12): it is not read. Write all of them in percent.',
    ]);
  });

  it('with their sign are the same as without', () => {
    const result = read([
      ['Account', 'ARR', 'Churn risk'],
      ...each((name, arr, i) => [name, arr, i % 2 === 0 ? '12 %' : 0.12]),
    ]);
    expect(new Set(result.book?.risk)).toEqual(new Set([0.12]));
  });
});

it('owners by id are named by the table of people, and a parent’s accounts stay their own', () => {
  const accounts = fileOf(
    [
      ['Account ID', 'Account Name', 'Parent Account', 'Owner ID', 'CSM ID', 'ARR'],
      ...each((name, arr, i) => [
        `A${String(i)}`,
        name,
        i === 0 ? null : 'Alder',
        'U1',
        `U${String(2 + (i % 2))}`,
        arr,
      ]),
    ],
    'accounts.xlsx',
  );
  const people = fileOf(
    [
      ['User ID', 'Full Name', 'Role'],
      ['U1', 'Seller One', 'Account Executive'],
      ['U2', 'Success Two', 'CSM'],
      ['U3', 'Success Three', 'CSM'],
      ['U9', 'Success Nine', 'CSM'],
    ],
    'users.xlsx',
  );
  const { book, people: everyone } = importBook([accounts, people], {});
  expect([book?.count, Array.from(book?.name ?? [])]).toEqual([6, NAMES]);
  expect(book?.owners['ae']?.values).toContain('Seller One');
  const { codes, values } = book?.owners['csm'] ?? { codes: [], values: [] };
  expect(Array.from(codes, (code) => values[code])).toEqual([
    'Success Two',
    'Success Three',
    'Success Two',
    'Success Three',
    'Success Two',
    'Success Three',
  ]);
  // Who owns nothing appears all the same.
  expect(everyone.map(({ name, accounts: owned }) => [name, owned])).toEqual([
    ['Seller One', 6],
    ['Success Two', 3],
    ['Success Three', 3],
    ['Success Nine', 0],
  ]);
});
