import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book } from '../../shared/book/book.ts';
import { MOTIONS, UPSELLS } from '../../shared/book/motions.ts';
import type { Assumptions, ModelId } from '../../shared/model/assumptions/types.ts';
import { item } from '../../shared/model/engine/lists.ts';
import { modelTermsOf, type ModelTerms } from '../../shared/model/engine/model-terms.ts';

/** What the plain loop in C measures of itself. */
export interface InC {
  readonly nanosecondsAnAccount: number;
  /** By model: retained, expansion, run cost, hours cost of moving, ARR lost, pairs, contribution. */
  readonly figures: readonly (readonly number[])[];
}

/** evaluate.c compiled and fed with a book; null where there is no compiler. `close` removes its files. */
export function evaluateInC(
  book: Book,
  assumptions: Assumptions,
  models: readonly ModelId[],
): { readonly run: (runs: number) => InC; readonly close: () => void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-bench-'));
  const program = join(folder, 'evaluate');
  const data = join(folder, 'book');
  const source = join(import.meta.dirname, 'evaluate.c');
  try {
    execFileSync('cc', ['-O3', '-o', program, source, '-lm'], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  writeFileSync(data, input(book, assumptions, models));
  return {
    run: (runs) => {
      const lines = execFileSync(program, [data, String(runs)], { encoding: 'utf8' }).split('\n');
      const figures = lines.slice(1).filter((line) => line !== '');
      return {
        nanosecondsAnAccount: Number(lines[0]),
        figures: figures.map((line) => line.trim().split(' ').map(Number)),
      };
    },
    close: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** The bytes evaluate.c reads: its struct Terms, its models, then the columns. */
function input(book: Book, assumptions: Assumptions, models: readonly ModelId[]): Uint8Array {
  const { segments, cycle, risk, whitespace, effort, service, coordination } = assumptions;
  const terms = models.map((id) => modelTermsOf(assumptions, id, book.segment));
  const [first] = terms;
  const ae = book.owners['ae'];
  const csm = book.owners['csm'];
  if (first === undefined || ae === undefined || csm === undefined)
    throw new Error('The benchmark needs models and owners.');
  const numbers = [
    book.count,
    ae.values.length,
    csm.values.length,
    first.seller,
    first.service,
    models.indexOf(assumptions.currentModel ?? ''),
    segments.smallBelow,
    segments.midsizeUpTo,
    cycle.tauDays,
    cycle.referenceDays,
    cycle.minScale,
    cycle.maxScale,
    cycle.defaultDays,
    risk.default,
    risk.atHealth0,
    risk.atHealth100,
    risk.adoptionRisk * Math.max(0, 1 - service.level),
    whitespace.share,
    ...UPSELLS.map((upsell) => whitespace.mix[upsell]),
    effort.valueScale,
    service.level,
    service.minHours,
    service.maxHours,
    service.arrScale,
    ...MOTIONS.map((motion) => assumptions.motions[motion].hours),
    ...MOTIONS.map((motion) => assumptions.motions[motion].newness),
    assumptions.friction.dualOwner,
    coordination.pairHours,
    coordination.accountHours,
    coordination.signalHours,
    assumptions.transition.baseHours,
    assumptions.transition.relationHours,
    assumptions.transition.relationRisk,
    assumptions.pay.attainment,
    assumptions.grossMargin,
    assumptions.timing,
    ...terms.flatMap((model) => modelNumbers(assumptions, model)),
  ];
  const columns = [
    Float64Array.from(numbers),
    book.arr,
    book.contractValue,
    book.cycleDays,
    book.renewalShare,
    book.risk,
    book.health,
    book.complexity,
    ...UPSELLS.map((upsell) => book.potential[upsell]),
    Float64Array.from(ae.codes),
    Float64Array.from(csm.codes),
  ];
  return Buffer.concat(
    columns.map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    ),
  );
}

function modelNumbers(assumptions: Assumptions, model: ModelTerms): number[] {
  const roles = model.roles.flatMap((role) => [
    role.loaded,
    role.productive,
    role.hourly,
    role.managerCost,
    role.scorecardCost,
    role.target,
    role.hiringCost,
    role.releaseCost,
  ]);
  const stints = model.stints.flatMap(([stint, ...others], m) => {
    if (stint === undefined || others.length > 0 || stint.assists.length > 1)
      throw new Error('evaluate.c knows one owner a motion, with at most one assist.');
    const [assist] = stint.assists;
    return [
      stint.lead,
      stint.assists.length,
      assist?.role ?? 0,
      assist?.involvement ?? 0,
      assist?.credit ?? 0,
      assist?.lossShort ?? 0,
      assist?.lossSlope ?? 0,
      stint.lossShort,
      stint.lossSlope,
      stint.sensitivity,
      stint.passive,
      stint.winRate,
      stint.pull,
      stint.margin,
      stint.payRate,
      stint.hourCost,
      stint.signalCost,
      stint.signals ? 1 : 0,
      assumptions.spiff[item(MOTIONS, m)],
      model.roles[stint.lead]?.rate[m] ?? 0,
      assist === undefined ? 0 : (model.roles[assist.role]?.rate[m] ?? 0),
    ];
  });
  return [model.riskFactor, ...roles, ...stints];
}
