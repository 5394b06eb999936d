import { describe, expect, it } from 'vitest';
import { importBook } from '../../../shared/import/import-book.ts';
import { csvOf } from '../../helpers/grids.ts';

const read = async (...lines: string[]) =>
  importBook([await csvOf(lines.join('\n'))], { asOf: '2025-09-30' });
const fields = ({ mapping }: Awaited<ReturnType<typeof read>>) =>
  mapping.tables[0]?.columns.map(({ field }) => field);

describe('books as people keep them', () => {
  it('a German sheet with a title, thousands in the header, decimal commas and traffic lights', async () => {
    const result = await read(
      'Kundenliste Q3;;;;;;',
      'Stand: 30.09.2025;;;;;;',
      ';;;;;;',
      'Kd.-Nr.;Kunde;Betreuer;CSM;ARR in T€;Vertragsende;Ampel',
      '1001;Erle GmbH;Vertrieb A;Erfolg 1;12,5;31.12.2025;grün',
      '1002;Buche AG;Vertrieb B;Erfolg 2;1.250,0;30.06.2026;rot',
      '1003;Ahorn KG;Vertrieb A;Erfolg 1;7;01.01.2027;gelb',
      'Summe;;;;1.269,5;;',
    );
    expect(fields(result)).toEqual([
      'accountId',
      'name',
      'owner.am',
      'owner.csm',
      'arr',
      'renewalDate',
      'health',
    ]);
    expect(Array.from(result.book?.arr ?? [])).toEqual([12_500, 1_250_000, 7000]);
    expect(Array.from(result.book?.health ?? [])).toEqual([85, 15, 50]);
    expect(Array.from(result.book?.renewalShare ?? [])).toEqual([1, 1, 0]);
    expect(result.book?.currency).toBe('EUR');
    expect(result.issueCounts['total-disagrees']).toBeUndefined();
  });

  it('Portuguese, Italian and Dutch names of accounts, owners and recurring revenue', async () => {
    const portuguese = await read(
      'Cliente;Receita recorrente anual;Vendedor;Gerente de sucesso',
      'Amieiro SA;R$ 5.000,50;Venda 1;Sucesso 1',
      'Carvalho SA;R$ 1.250,00;Venda 2;Sucesso 1',
    );
    expect(fields(portuguese)).toEqual(['name', 'arr', 'owner.ae', 'owner.csm']);
    expect([portuguese.totals.arr, portuguese.book?.currency]).toEqual([6250.5, 'BRL']);
    const italian = await read(
      'Azienda;Ricavi ricorrenti mensili;Venditore',
      'Ontano Spa;1.000;V 1',
    );
    expect([fields(italian), italian.totals.arr]).toEqual([['name', 'arr', 'owner.ae'], 12_000]);
    const dutch = await read('Klant;Jaarlijks terugkerende omzet;Verkoper', 'Els BV;900;V 1');
    expect([fields(dutch), dutch.totals.arr]).toEqual([['name', 'arr', 'owner.ae'], 900]);
  });

  it('regions as headings, with their totals', async () => {
    const result = await read(
      'Account,ARR,Owner',
      'North region,,',
      'Alder,100,Seller 1',
      'Birch,200,Seller 1',
      'Total North,300,',
      'South region,,',
      'Cobalt,50,Seller 2',
      'Dune,70,Seller 2',
      'Total South,120,',
      'Total,420,',
    );
    expect([result.book?.name, result.totals.arr]).toEqual([
      ['Alder', 'Birch', 'Cobalt', 'Dune'],
      420,
    ]);
    expect(result.issueCounts).toMatchObject({ 'note-row': 2, 'total-row': 3 });
    expect(result.issueCounts['total-disagrees']).toBeUndefined();
  });

  it('a database export with abbreviations, owner ids and cents', async () => {
    const result = await read(
      'id,name,customer_success_manager_id,account_executive_id,arr_cents,renewal_dt,plan',
      '1,Alder,u7,u1,1200000,2026-05-01,pro',
      '2,Birch,u8,u1,900000,2026-06-01,pro',
    );
    expect(fields(result)).toEqual([
      'accountId',
      'name',
      'owner.csm',
      'owner.ae',
      'arr',
      'renewalDate',
      null,
    ]);
    expect(result.totals.arr).toBe(21_000);
  });

  it('recurring revenue by any name that says how often it comes', async () => {
    const spanish = await read(
      'Empresa;Comercial;Importe anual recurrente',
      'Aliso;V1;12.000 €',
      'Abedul;V2;8.500 €',
    );
    const german = await read(
      'Name;Umsatz wiederkehrend p.a.;Größe',
      'Erle;12.000,00 €;KMU',
      'Buche;9.000,00 €;Konzern',
    );
    const french = await read(
      "Nom du client,CA récurrent annuel (k€),Date d'échéance",
      'Aulne,"12,5",15/02/2026',
      'Bouleau,"1 250,0",01/03/2026',
    );
    expect([spanish, german, french].map(({ totals }) => totals.arr)).toEqual([
      20_500, 21_000, 1_262_500,
    ]);
  });

  it('a contract list without an id of its own', async () => {
    const result = await read(
      'customer,rep,cs rep,annual value,start,term end,plan',
      'Alder,Seller 1,Success 1,$12k,2023-01-01,2026-01-01,Gold',
      'Birch,Seller 2,Success 1,$9.5k,2023-02-01,2026-03-01,Silver',
      'Alder,Seller 1,Success 1,$3k,2024-01-01,2025-01-01,Extra',
    );
    expect(Array.from(result.book?.arr ?? [])).toEqual([12_000, 9_500]);
    expect(result.book?.currency).toBe('USD');
  });
});
