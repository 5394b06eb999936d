import { useMemo } from 'react';
import { useApp } from '../../store/use-app.tsx';
import { activeResult, activeScenario } from '../../store/selectors.ts';
import { useBookFormat } from '../../store/use-format.ts';
import type { DecisionMetric } from '../../../shared/model/assumptions/types.ts';
import type { AppState } from '../../store/state.ts';
import { subjectOf, type Subject } from './subject.ts';

/**
 * The comparison on screen, ready to be written; null before the first result. It is of the state that
 * was compared: a slider that moves on changes nothing here until its figures are there. Only the
 * metric that decides is the user's choice of this moment, as it changes no figure.
 */
export function useSubject(): Subject | null {
  const result = useApp(activeResult);
  const metric = useApp(decisionMetric);
  const format = useBookFormat();
  return useMemo(() => {
    if (result === null || result.comparison === null) return null;
    const { comparison, of, pending, totals } = result;
    const assumptions =
      metric === null ? of.assumptions : { ...of.assumptions, decisionMetric: metric };
    const estimated = Object.values(totals.estimated).some((count) => count > 0);
    return subjectOf(comparison, of.models, assumptions, format, estimated, pending);
  }, [result, metric, format]);
}

function decisionMetric(state: AppState): DecisionMetric | null {
  return activeScenario(state)?.assumptions.decisionMetric ?? null;
}
