import type { MarkId } from '../../charts/series.ts';
import type { BookPart, Focus } from '../../store/state.ts';
import type { AppStore } from '../../store/store.ts';
import { listAccounts, setFocus } from '../../store/view.ts';

/** What bars of the Compare screen do: coming into focus explains them, opening lists their accounts. */
export function markEvents(store: AppStore, scenario: string) {
  const events = (focusOf: (mark: MarkId) => Focus) => ({
    onFocusMark: (mark: MarkId) => {
      setFocus(store, focusOf(mark));
    },
    onOpen: (mark: MarkId) => {
      listAccounts(store, focusOf(mark));
    },
  });
  const partFocus = (part: BookPart, model: string): Focus => ({
    scenario,
    model,
    metric: 'runRate',
    part,
  });
  return {
    /** Marks are (model, metric). */
    byModel: events(({ row, column }) => ({ scenario, model: row, metric: column })),
    /** Marks are (metric, model). */
    byMetric: events(({ row, column }) => ({ scenario, model: column, metric: row })),
    /** Marks are rows of a breakdown. */
    byPart: {
      onFocusMark: (part: BookPart, model: string) => {
        setFocus(store, partFocus(part, model));
      },
      onOpen: (part: BookPart, model: string) => {
        listAccounts(store, partFocus(part, model));
      },
    },
  };
}
