import { subjectOf, type Subject } from '../../../../renderer/views/compare/subject.ts';
import { createFormat } from '../../../../shared/format/format.ts';
import { DEFAULTS } from '../../../../shared/model/assumptions/defaults.ts';
import type { Comparison } from '../../../../shared/model/result.ts';
import expected from '../../../fixtures/model-example/expected.json';

const MODELS = ['allSales', 'split', 'allCsm', 'bestFit', 'bestBySegment'];

/** The worked example as the Compare screen sees it; parts may be changed. */
export function exampleSubject(
  change: { comparison?: Partial<Comparison>; shown?: readonly string[]; estimated?: boolean } = {},
): Subject {
  const comparison: Comparison = { ...expected, ...change.comparison };
  return subjectOf(
    comparison,
    change.shown ?? MODELS,
    DEFAULTS,
    createFormat('en-US', 'USD'),
    change.estimated ?? false,
  );
}

/** Figures keep their unit on the line with a no-break space; tests read it as a space. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replaceAll('\u00a0', ' ');
}
