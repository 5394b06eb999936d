import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { fileOf, type TestCell } from '../../helpers/grids.ts';

const won = (i: number): boolean => i % 3 === 0;
/** Twelve deals of four accounts: every third is won, worth 100 each; the others are open, worth 10 each. */
const DEALS: Readonly<Record<string, (i: number) => TestCell>> = {
  dealId: (i) => `D-${String(i)}`,
  dealName: (i) => `Renovation of line ${String(i)}`,
  account: (i) => `Fictional Works ${String(i % 4)}`,
  owner: (i) => `Seller ${String(i % 3)}`,
  stageEn: (i) => (won(i) ? 'Closed Won' : 'Proposal/Price Quote'),
  statusEn: (i) => (won(i) ? 'won' : 'open'),
  stageDe: (i) => (won(i) ? 'Gewonnen' : 'Angebot'),
  stageEs: (i) => (won(i) ? 'Ganada' : 'Negociación'),
  stageFr: (i) => (won(i) ? 'Gagnée' : 'Proposition'),
  pipelineStage: (i) => ['Qualified', 'Demo Scheduled', 'Negotiations Started'][i % 3] ?? '',
  typeEn: (i) => (i % 2 === 0 ? 'Existing Business' : 'Cross-Sell'),
  typeDe: (i) => (i % 2 === 0 ? 'Bestandskunde' : 'Cross-Selling'),
  amount: (i) => (won(i) ? 100 : 10),
  created: (i) => ({ date: `2025-0${String((i % 6) + 1)}-01` }),
  closed: (i) => ({ date: won(i) ? `2025-0${String((i % 6) + 2)}-20` : '2026-01-31' }),
  probability: (i) => (won(i) ? 100 : 40),
  actual: (i) => (won(i) ? 100 : null),
  email: (i) => `seller${String(i)}@fictional.example`,
};

const TABLES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  Salesforce: [
    ['owner', 'Opportunity Owner'],
    ['account', 'Account Name'],
    ['dealName', 'Opportunity Name'],
    ['stageEn', 'Stage'],
    ['amount', 'Amount'],
    ['probability', 'Probability (%)'],
    ['closed', 'Close Date'],
    ['created', 'Created Date'],
    ['typeEn', 'Type'],
  ],
  HubSpot: [
    ['dealId', 'Record ID'],
    ['dealName', 'Deal Name'],
    ['stageEn', 'Deal Stage'],
    ['closed', 'Close Date'],
    ['owner', 'Deal owner'],
    ['amount', 'Amount'],
    ['created', 'Create Date'],
    ['typeEn', 'Deal Type'],
    ['account', 'Associated Company'],
  ],
  Pipedrive: [
    ['dealId', 'Deal - ID'],
    ['dealName', 'Deal - Title'],
    ['owner', 'Deal - Owner'],
    ['account', 'Deal - Organization'],
    ['amount', 'Deal - Value'],
    ['pipelineStage', 'Deal - Stage'],
    ['statusEn', 'Deal - Status'],
    ['created', 'Deal - Deal created'],
    ['closed', 'Deal - Deal closed on'],
  ],
  Dynamics: [
    ['dealName', 'Topic'],
    ['account', 'Potential Customer'],
    ['closed', 'Est. Close Date'],
    ['amount', 'Est. Revenue'],
    ['actual', 'Actual Revenue'],
    ['probability', 'Probability'],
    ['email', 'Email Address'],
    ['statusEn', 'Status'],
    ['created', 'Created On'],
    ['owner', 'Owner'],
  ],
  Zoho: [
    ['dealName', 'Deal Name'],
    ['account', 'Account Name'],
    ['amount', 'Amount'],
    ['stageEn', 'Stage'],
    ['closed', 'Closing Date'],
    ['owner', 'Deal Owner'],
    ['created', 'Created Time'],
    ['typeEn', 'Type'],
  ],
  German: [
    ['dealId', 'Verkaufschance-ID'],
    ['account', 'Firma'],
    ['owner', 'Vertriebsmitarbeiter'],
    ['stageDe', 'Verkaufsphase'],
    ['typeDe', 'Geschäftsart'],
    ['amount', 'Betrag'],
    ['created', 'Erstellt am'],
    ['closed', 'Schlusstermin'],
  ],
  Spanish: [
    ['dealName', 'Nombre de la oportunidad'],
    ['account', 'Nombre de la cuenta'],
    ['owner', 'Propietario de la oportunidad'],
    ['stageEs', 'Etapa'],
    ['amount', 'Importe'],
    ['created', 'Fecha de creación'],
    ['closed', 'Fecha de cierre'],
  ],
  French: [
    ['dealName', 'Nom de l’opportunité'],
    ['account', 'Nom du compte'],
    ['owner', 'Propriétaire de l’opportunité'],
    ['stageFr', 'Étape'],
    ['amount', 'Montant'],
    ['created', 'Date de création'],
    ['closed', 'Date de clôture'],
  ],
};

describe('deals of common systems and languages', () => {
  for (const [name, headers] of Object.entries(TABLES))
    it(`reads the deals of ${name} without help`, () => {
      const rows = [
        headers.map(([, header]) => header),
        ...Array.from({ length: 12 }, (_, i) =>
          headers.map(([field]) => DEALS[field]?.(i) ?? null),
        ),
      ];
      const result = importBook([fileOf(rows)], { asOf: '2025-12-31' });
      expect(result.shape).toBe('opportunities');
      expect(result.deals).toMatchObject({ won: 4, wonValue: 400, open: 8, openValue: 80 });
      expect(result.deals?.meanCycleWon).toBeGreaterThan(40);
      expect(result.book?.count).toBe(4);
      expect(result.totals.arr).toBe(400);
      expect(result.book?.owners['ae']?.values.length).toBeGreaterThan(1);
    });
});

describe('subscriptions in other languages', () => {
  it.each([
    [
      'German',
      [
        'Vertragsnummer',
        'Kundennummer',
        'Monatlich wiederkehrender Umsatz',
        'Vertragsbeginn',
        'Vertragsende',
        'Vertragsstatus',
      ],
      'Aktiv',
      'Gekündigt',
    ],
    [
      'Spanish',
      [
        'Número de contrato',
        'ID de cliente',
        'Cuota mensual',
        'Fecha de inicio',
        'Fecha de fin',
        'Estado',
      ],
      'Activo',
      'Cancelado',
    ],
    [
      'French',
      [
        'Numéro de contrat',
        'Identifiant client',
        'Montant mensuel',
        'Date de début',
        'Date de fin',
        'Statut',
      ],
      'Actif',
      'Résilié',
    ],
  ])('are read in %s: what is cancelled is not ARR', (_, headers, active, cancelled) => {
    const line = (n: number, account: string, status: string): TestCell[] => [
      `V-${String(n)}`,
      account,
      100,
      { date: '2024-01-01' },
      status === active ? null : { date: '2025-01-01' },
      status,
    ];
    const rows = [
      headers,
      line(1, 'K-1', active),
      line(2, 'K-1', active),
      line(3, 'K-2', cancelled),
      line(4, 'K-3', active),
    ];
    const result = importBook([fileOf(rows)], {});
    expect(result.mapping.tables[0]?.role).toBe('subscriptions');
    expect([result.book?.count, result.totals.arr]).toEqual([3, 3600]);
    expect(result.notPaying.map(({ id }) => id)).toEqual(['K-2']);
  });
});
