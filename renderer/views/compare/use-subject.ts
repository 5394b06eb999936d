import { useMemo } from 'react';
import { useApp } from '../../store/use-app.tsx';
import { activeResult, activeScenario } from '../../store/selectors.ts';
import { createFormat } from '../../../shared/format/format.ts';
import type { Scenario } from '../../../shared/project/document.ts';
import type { ScenarioResult } from '../../engine/jobs.ts';
import { subjectOf, type Subject } from './subject.ts';

/** The comparison of the scenario on screen, ready to be written; null before the first result. */
export function useSubject(): Subject | null {
  const scenario = useApp(activeScenario);
  const result = useApp(activeResult);
  return useSubjectOf(scenario, result);
}

/** As `useSubject`, of any scenario. */
export function useSubjectOf(
  scenario: Scenario | null,
  result: ScenarioResult | null,
): Subject | null {
  const locale = useApp((state) => state.preferences.locale);
  return useMemo(() => {
    const comparison = result?.comparison ?? null;
    if (scenario === null || result === null || comparison === null) return null;
    const format = createFormat(locale === '' ? navigator.language : locale, comparison.currency);
    const estimated = Object.values(result.totals.estimated).some((count) => count > 0);
    return subjectOf(comparison, scenario.models, scenario.assumptions, format, estimated);
  }, [scenario, result, locale]);
}
