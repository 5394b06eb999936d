import { useMemo } from 'react';
import { useJob } from '../../commands/use-job.ts';
import { inputOf } from '../../commands/watch-results.ts';
import { useApp, useAppStore } from '../../store/use-app.tsx';
import { useBookFormat } from '../../store/use-format.ts';
import { listAccounts, showAssumption, showScreen } from '../../store/view.ts';
import { modelName } from '../../../shared/model/names.ts';
import { partLabel } from '../compare/list-title.ts';
import { ExplainedFigure } from './explained-figure.tsx';
import './explain.css';

/** What the figure in focus means and how it comes about: computed, from this figure's own inputs. */
export function ExplainPanel() {
  const store = useAppStore();
  const format = useBookFormat();
  const focus = useApp(({ session }) => session.focus);
  const result = useApp(({ session }) => session.results[focus?.scenario ?? '']);
  const comparison = result?.comparison ?? null;
  // Of the state whose figures are on screen.
  const scenario = result?.of;
  const rate = useApp(({ document }) => document?.currencyRate ?? null);

  const question = useMemo(() => {
    if (focus === null || scenario === undefined || comparison === null) return null;
    const { metric, model, part } = focus;
    // Deleted or left out since it was pointed at.
    if (!Object.hasOwn(comparison.models, model)) return null;
    const partTitle = part === undefined ? '' : partLabel(part);
    return { ...inputOf(scenario, rate), comparison, metric, model, part, partTitle };
  }, [focus, scenario, comparison, rate]);
  const { answer, isCurrent } = useJob('explain', question);

  if (focus === null || question === null) {
    return (
      <p className="explain__hint">
        Point at a figure or a bar, by mouse or keyboard: here stands what it means, the formula
        with its own values, the accounts behind it and where its assumptions come from.
      </p>
    );
  }
  if (answer === null) {
    return isCurrent ? (
      <p className="explain__hint">This model has no such figure.</p>
    ) : (
      <p className="explain__hint" role="status">
        Looking it up
      </p>
    );
  }
  return (
    <ExplainedFigure
      explanation={answer}
      model={modelName(focus.model, scenario?.assumptions.models)}
      format={format}
      onList={() => {
        listAccounts(store, focus);
        showScreen(store, 'compare');
      }}
      onAssumption={(path) => {
        showAssumption(store, path);
      }}
    />
  );
}
