import type { Book } from '../../shared/book/book.ts';
import type { Mapping } from '../../shared/import/types.ts';
import { DEFAULTS } from '../../shared/model/assumptions/defaults.ts';
import {
  NO_FILTER,
  type ImportReport,
  type ProjectDocument,
  type Scenario,
} from '../../shared/project/document.ts';
import { KIND, type SheetFile } from '../../shared/sheet/grid.ts';
import { everyUpsell, textColumn } from './books.ts';

/** Two accounts, one with almost nothing known. */
export function smallBook(): Book {
  return {
    count: 2,
    currency: 'USD',
    accountId: ['A-1', 'A-2'],
    name: ['Alder Freight', '=Birch "Analytics" & Söhne'],
    segment: textColumn(['', 'Large']),
    region: textColumn(['North', '']),
    industry: textColumn(['', '']),
    owners: { ae: textColumn(['Owner 1', 'Owner 2']), csm: textColumn(['Owner 3', '']) },
    arr: Float64Array.of(28_051, 130_334.25),
    arrEstimated: true,
    contractValue: Float64Array.of(NaN, 150_000),
    cycleDays: Float64Array.of(17, NaN),
    cac: Float64Array.of(NaN, NaN),
    renewalShare: Float64Array.of(1, NaN),
    risk: Float64Array.of(NaN, 0.2),
    health: Float64Array.of(98, NaN),
    complexity: Float64Array.of(0.7, NaN),
    potential: everyUpsell(() => Float64Array.of(1_000, NaN)),
    openDeals: {
      rule: 'larger',
      byUpsell: everyUpsell(() => Float64Array.of(0, 2_500)),
      unstated: Float64Array.of(10, 0),
    },
  };
}

/** One file of two sheets with a cell of every kind. */
export function smallSources(): readonly SheetFile[] {
  return [
    {
      file: 'book.xlsx',
      format: 'xlsx',
      savedOn: '2026-03-31',
      notes: [
        { code: 'chart-sheet', message: 'The sheet "Chart" holds a chart only.', sheet: 'Chart' },
      ],
      grids: [
        {
          name: 'Accounts',
          visibility: 'visible',
          rows: 3,
          columns: [
            {
              kinds: Uint8Array.of(KIND.text, KIND.number, KIND.date),
              values: Float64Array.of(0, 1234.5, 46_000.25),
              formats: Uint16Array.of(0, 1, 0),
            },
            {
              kinds: Uint8Array.of(KIND.error, KIND.boolean),
              values: Float64Array.of(1, 1),
            },
          ],
          strings: ['ARR', '#N/A'],
          formats: ['General', '$#,##0'],
          hiddenRows: [2],
          hiddenColumns: [],
          merges: [[0, 0, 0, 1]],
          filterRange: [0, 0, 2, 1],
        },
        {
          name: 'Empty',
          visibility: 'hidden',
          rows: 0,
          columns: [],
          strings: [],
          formats: ['General'],
          hiddenRows: [],
          hiddenColumns: [],
          merges: [],
        },
      ],
    },
  ];
}

const MAPPING: Mapping = {
  version: 1,
  tables: [
    {
      file: 'book.xlsx',
      sheet: 'Accounts',
      headerRow: 0,
      headerRows: 1,
      firstRow: 1,
      lastRow: 2,
      dataRows: 2,
      visibility: 'visible',
      role: 'accounts',
      chosenBy: 'inferred',
      reason: 'One row an account.',
      columns: [
        {
          column: 0,
          header: 'ARR',
          field: 'arr',
          confidence: 1,
          chosenBy: 'user',
          hidden: false,
          candidates: [{ field: 'contractValue', confidence: 0.4 }],
          samples: ['1,234.50'],
          reading: { decimal: '.', evidence: 'Two digits after every point.' },
          transform: 'times12',
          values: [{ text: 'Won', meaning: 'won', rows: 3 }],
        },
      ],
      fingerprint: 'arr',
    },
  ],
  rules: { currentSubscriptions: 'active' },
  potentialRule: 'larger',
  currency: 'USD',
  rates: { EUR: 1.1 },
  corrections: [{ file: 'book.xlsx', sheet: 'Accounts', row: 1, column: 0, text: '1300' }],
  leaveOutNotPaying: false,
};

const REPORT: ImportReport = {
  shape: 'accounts',
  source: [{ file: 'book.xlsx', format: 'xlsx', sheet: 'Accounts', headerRow: 1, rows: 2 }],
  fields: {
    arr: { file: 'book.xlsx', sheet: 'Accounts', column: 'A', header: 'ARR', confidence: 1 },
  },
  asOf: { date: '2026-03-31', origin: 'the day the file was last saved' },
  totals: { arr: 158_385.25, renewing: 158_385.25, potential: 6_000 },
  estimated: { cycleDays: 1 },
  statedTotals: [],
  rules: [
    {
      rule: 'currentSubscriptions',
      chosen: 'active',
      question: 'Which subscriptions pay today?',
      options: [{ value: 'active', label: 'Active', effect: 'ARR $158,385' }],
    },
  ],
  joins: [],
  deals: null,
  people: [{ id: 'P-1', name: 'Owner 1', role: 'ae', quota: NaN, accounts: 1 }],
  notPaying: [],
  today: { model: 'split', evidence: 'The book has both columns.' },
  issues: [
    {
      severity: 'warning',
      code: 'not-a-number',
      file: 'book.xlsx',
      sheet: 'Accounts',
      row: 3,
      column: 'B',
      text: '#N/A',
      message: 'B3 of "Accounts" holds an error: correct it in the book.',
    },
  ],
  issueCounts: { 'not-a-number': 1 },
};

/** A scenario with its own figures. */
export function scenario(id: string, name: string, change: Partial<Scenario> = {}): Scenario {
  return {
    id,
    name,
    assumptions: DEFAULTS,
    unlinked: [],
    models: ['allSales', 'split', 'allCsm'],
    filter: NO_FILTER,
    ...change,
  };
}

/** A project that uses every slice, with a history of one step each way. */
export function smallProject(): ProjectDocument {
  return {
    name: 'Alder review',
    book: smallBook(),
    sources: smallSources(),
    mapping: MAPPING,
    report: REPORT,
    asOf: '2026-03-31',
    todayAnswered: true,
    currencyRate: 1.08,
    scenarios: [
      scenario('s1', 'Base'),
      scenario('s2', 'Higher margin', {
        assumptions: { ...DEFAULTS, grossMargin: 0.8, currentModel: 'split' },
        unlinked: ['models.allCsm.roles.csm.ote'],
        filter: { ...NO_FILTER, regions: ['North', ''], owners: [{ role: 'ae', name: 'Owner 1' }] },
      }),
    ],
    activeScenario: 's2',
    view: { screen: 'compare', choices: { sort: 'npv', open: true, row: 3, chip: null } },
    history: {
      past: [
        {
          label: 'Gross margin to 80 %',
          redo: [
            { op: 'replace', path: ['scenarios', 1, 'assumptions', 'grossMargin'], value: 0.8 },
          ],
          undo: [
            { op: 'replace', path: ['scenarios', 1, 'assumptions', 'grossMargin'], value: 0.75 },
          ],
        },
      ],
      future: [
        {
          label: 'Rename the project',
          redo: [{ op: 'replace', path: ['name'], value: 'Alder' }],
          undo: [{ op: 'replace', path: ['name'], value: 'Alder review' }],
        },
      ],
    },
  };
}
