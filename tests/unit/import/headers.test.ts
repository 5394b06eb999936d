import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';

/** Ten accounts whose columns have these headers, in this order; the values are the same in every language. */
const VALUES: Readonly<Record<string, (i: number) => TestCell>> = {
  accountId: (i) => `K-${String(1000 + i)}`,
  name: (i) => `Fictional Works ${String(i)} Ltd`,
  segment: (i) => ['Small', 'Large'][i % 2] ?? '',
  region: (i) => ['North', 'South', 'West'][i % 3] ?? '',
  industry: (i) => ['Energy', 'Media'][i % 2] ?? '',
  'owner.ae': (i) => `Seller ${String(i % 3)}`,
  'owner.am': (i) => `Manager ${String(i % 2)}`,
  'owner.csm': (i) => `Success ${String(i % 4)}`,
  arr: (i) => 12_000 + 1000 * i,
  contractValue: (i) => 10_000 + 900 * i,
  cycleDays: (i) => 30 + 12 * i,
  cac: (i) => 4_000 + 100 * i,
  risk: (i) => 0.05 + 0.01 * i,
  health: (i) => 35 + 6 * i,
  complexity: (i) => 0.8 + 0.1 * i,
  renewalDate: (i) => ({ date: `2026-0${String((i % 9) + 1)}-15` }),
  since: (i) => ({ date: `2022-0${String((i % 9) + 1)}-01` }),
  turnover: (i) => 55_000_000 + 1_000_000 * i,
  employees: (i) => 200 + 35 * i,
  phone: (i) => `+00 555 010${String(i)}`,
  website: (i) => `https://fictional${String(i)}.example`,
  notes: (i) => ['called in spring', 'wants a demo of the new module'][i % 2] ?? '',
};

function tableOf(headers: readonly (readonly [string, string])[]): TestCell[][] {
  return [
    headers.map(([, header]) => header),
    ...Array.from({ length: 10 }, (_, i) => headers.map(([field]) => VALUES[field]?.(i) ?? null)),
  ];
}

/** Header → field of what was understood, without what is not used. */
function understood(headers: readonly (readonly [string, string])[]): Record<string, string> {
  const result = importBook([fileOf(tableOf(headers))], { asOf: '2025-12-31' });
  expect(result.mapping.tables.map(({ role }) => role)).toEqual(['accounts']);
  expect(result.book?.count).toBe(10);
  expect(result.totals.arr).toBe(165_000);
  const columns = result.mapping.tables[0]?.columns ?? [];
  return Object.fromEntries(
    columns.flatMap(({ header, field }) => (field === null ? [] : [[header, field]])),
  );
}

const NO_FIELD = new Set(['turnover', 'employees', 'phone', 'website', 'notes']);
function expected(headers: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(
    headers.flatMap(([field, header]) => (NO_FIELD.has(field) ? [] : [[header, field]])),
  );
}

const BOOKS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'Salesforce, English': [
    ['accountId', 'Account ID'],
    ['name', 'Account Name'],
    ['owner.ae', 'Account Owner'],
    ['industry', 'Industry'],
    ['turnover', 'Annual Revenue'],
    ['employees', 'Employees'],
    ['phone', 'Phone'],
    ['owner.csm', 'CSM__c'],
    ['arr', 'ARR__c'],
    ['health', 'Health_Score__c'],
    ['renewalDate', 'Renewal_Date__c'],
    ['region', 'Billing Country'],
    ['since', 'Created Date'],
  ],
  'HubSpot, English': [
    ['accountId', 'Record ID'],
    ['name', 'Company name'],
    ['owner.ae', 'Company owner'],
    ['turnover', 'Annual Revenue'],
    ['employees', 'Number of Employees'],
    ['industry', 'Industry'],
    ['since', 'Create Date'],
    ['arr', 'Annual Recurring Revenue'],
    ['owner.csm', 'Customer Success Manager'],
    ['website', 'Website URL'],
  ],
  'Gainsight, English': [
    ['name', 'Name'],
    ['accountId', 'GSID'],
    ['arr', 'ARR'],
    ['owner.csm', 'CSM'],
    ['health', 'Overall Score'],
    ['renewalDate', 'Renewal Date'],
    ['since', 'Original Contract Date'],
    ['industry', 'Industry'],
    ['employees', 'Employees'],
  ],
  'ChurnZero, English': [
    ['name', 'Account Name'],
    ['accountId', 'Account External Id'],
    ['owner.csm', 'Success Manager'],
    ['health', 'ChurnScore'],
    ['renewalDate', 'Next Renewal Date'],
    ['arr', 'Current ARR'],
    ['since', 'Start Date'],
  ],
  'Totango, English': [
    ['name', 'Account'],
    ['accountId', 'Account ID'],
    ['owner.ae', 'Sales Manager'],
    ['owner.csm', 'Success Manager'],
    ['health', 'Health'],
    ['renewalDate', 'Contract Renewal Date'],
    ['arr', 'ARR (USD)'],
  ],
  'Dynamics, English': [
    ['name', 'Account Name'],
    ['accountId', 'Account Number'],
    ['owner.ae', 'Owner'],
    ['turnover', 'Annual Revenue'],
    ['employees', 'No. of Employees'],
    ['industry', 'Industry'],
    ['region', 'Territory'],
    ['since', 'Created On'],
    ['arr', 'Recurring Revenue'],
  ],
  'Pipedrive, English': [
    ['name', 'Organization - Name'],
    ['accountId', 'Organization - ID'],
    ['owner.ae', 'Organization - Owner'],
    ['arr', 'Organization - ARR'],
    ['segment', 'Organization - Segment'],
  ],
  German: [
    ['accountId', 'Kundennummer'],
    ['name', 'Kundenname'],
    ['owner.ae', 'Account-Inhaber'],
    ['owner.csm', 'Kundenerfolgsmanager'],
    ['owner.am', 'Kundenbetreuer'],
    ['segment', 'Kundensegment'],
    ['region', 'Vertriebsgebiet'],
    ['industry', 'Branche'],
    ['arr', 'Jährlich wiederkehrender Umsatz'],
    ['turnover', 'Jahresumsatz'],
    ['employees', 'Mitarbeiterzahl'],
    ['contractValue', 'Vertragswert pro Jahr'],
    ['cycleDays', 'Verkaufszyklus (Tage)'],
    ['cac', 'Akquisitionskosten'],
    ['risk', 'Abwanderungsrisiko'],
    ['health', 'Kundengesundheit'],
    ['complexity', 'Komplexität'],
    ['renewalDate', 'Verlängerungsdatum'],
    ['since', 'Kunde seit'],
  ],
  Spanish: [
    ['accountId', 'ID de cliente'],
    ['name', 'Nombre de la cuenta'],
    ['owner.ae', 'Propietario de la cuenta'],
    ['owner.csm', 'Gestor de éxito del cliente'],
    ['owner.am', 'Gestor de cuenta'],
    ['segment', 'Segmento'],
    ['region', 'Región'],
    ['industry', 'Industria'],
    ['arr', 'Ingresos recurrentes anuales'],
    ['turnover', 'Facturación anual'],
    ['employees', 'Número de empleados'],
    ['contractValue', 'Valor anual del contrato'],
    ['cycleDays', 'Ciclo de venta (días)'],
    ['cac', 'Coste de adquisición'],
    ['risk', 'Riesgo de abandono'],
    ['health', 'Puntuación de salud'],
    ['complexity', 'Complejidad'],
    ['renewalDate', 'Fecha de renovación'],
    ['since', 'Cliente desde'],
  ],
  French: [
    ['accountId', 'Identifiant client'],
    ['name', 'Nom du compte'],
    ['owner.ae', 'Propriétaire du compte'],
    ['owner.csm', 'Responsable succès client'],
    ['owner.am', 'Gestionnaire de compte'],
    ['segment', 'Segment client'],
    ['region', 'Région'],
    ['industry', 'Secteur d’activité'],
    ['arr', 'Revenu annuel récurrent'],
    ['turnover', 'Chiffre d’affaires annuel'],
    ['employees', 'Effectif'],
    ['contractValue', 'Valeur annuelle du contrat'],
    ['cycleDays', 'Cycle de vente (jours)'],
    ['cac', 'Coût d’acquisition'],
    ['risk', 'Risque d’attrition'],
    ['health', 'Score de santé'],
    ['complexity', 'Complexité'],
    ['renewalDate', 'Date de renouvellement'],
    ['since', 'Client depuis'],
  ],
};

describe('headers of common systems and languages', () => {
  for (const [name, headers] of Object.entries(BOOKS))
    it(`maps ${name} without help, in any order, beside other columns`, () => {
      expect(understood(headers)).toEqual(expected(headers));
      const turned = [...headers.slice(3), ...headers.slice(0, 3)].toReversed();
      const more = [
        ['notes', 'Zusatzfeld 7'],
        ...turned,
        ['phone', 'Custom Field XYZ'],
        ['website', 'LinkedIn'],
      ] as const;
      expect(understood(more)).toEqual(expected(headers));
    });

  it('reads monthly revenue times twelve', () => {
    const rows = tableOf([
      ['name', 'Customer'],
      ['arr', 'MRR'],
      ['owner.csm', 'CSM'],
    ]);
    const result = importBook([fileOf(rows)], {});
    expect(result.totals.arr).toBe(12 * 165_000);
    expect(result.mapping.tables[0]?.columns[1]?.transform).toBe('times12');
  });

  it.each([
    ['Quarterly recurring revenue', 'times4', 4],
    ['QRR', 'times4', 4],
    ['Quartalsbetrag (€)', 'times4', 4],
    ['Wiederkehrender Umsatz pro Quartal', 'times4', 4],
    ['Ingresos recurrentes mensuales', 'times12', 12],
  ])('reads %s as a part of a year', (header, transform, times) => {
    const result = importBook(
      [
        fileOf(
          tableOf([
            ['name', 'Customer'],
            ['arr', header],
            ['owner.csm', 'CSM'],
          ]),
        ),
      ],
      {},
    );
    expect(result.totals.arr).toBe(times * 165_000);
    expect(result.mapping.tables[0]?.columns[1]?.transform).toBe(transform);
    expect(result.issues.find(({ code }) => code === 'transform')?.message).toContain(
      `× ${String(times)}`,
    );
  });

  it('never takes a company’s own revenue for ARR, and says which columns there are', () => {
    const rows = tableOf([
      ['name', 'Company'],
      ['turnover', 'Revenue'],
      ['employees', 'Employees'],
      ['owner.ae', 'Owner'],
    ]);
    const result = importBook([fileOf(rows)], {});
    expect(result.book).toBeUndefined();
    const [error] = result.issues;
    expect(error?.code).toBe('no-arr');
    expect(error?.message).toContain('Company, Revenue, Employees, Owner');
  });

  it('takes the latest of equal columns and says that there was another', () => {
    const rows: TestCell[][] = [
      ['Account', 'ARR 2024', 'ARR 2025', 'CSM'],
      ['Alder', 10, 12, 'Success 1'],
      ['Birch', 20, 22, 'Success 1'],
    ];
    const result = importBook([fileOf(rows)], {});
    expect(result.totals.arr).toBe(34);
    const [warning] = result.issues;
    expect(warning).toMatchObject({ code: 'two-columns', column: 'B', text: 'ARR 2024' });
  });

  it('takes a yearly contract value for ARR and says so, but no other contract value', () => {
    const rows = (header: string): TestCell[][] => [
      ['Account', header, 'CSM'],
      ['Alder', 10, 'Success 1'],
      ['Birch', 20, 'Success 1'],
    ];
    const yearly = importBook([fileOf(rows('Annual Contract Value'))], {});
    expect(yearly.totals.arr).toBe(30);
    expect(yearly.issues[0]?.code).toBe('arr-from-contracts');
    const other = importBook([fileOf(rows('Contract Value'))], {});
    expect(other.book).toBeUndefined();
    expect(other.issues[0]?.message).toContain('If "Contract Value" is a year');
  });
});
