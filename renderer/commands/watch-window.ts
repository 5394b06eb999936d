import { isUnsaved } from '../store/selectors.ts';
import type { AppContext } from './context.tsx';

/** Keeps what lies outside the components in step: theme, window title, kept preferences. */
export function watchWindow({ store, bridge }: AppContext): () => void {
  const theme = (): void => {
    const chosen = store.getState().preferences.theme;
    if (chosen === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = chosen;
  };
  theme();
  return store.subscribe((state, before) => {
    if (state.preferences !== before.preferences) {
      theme();
      void bridge.setPreferences(state.preferences);
    }
    const name = state.document?.name ?? null;
    const unsaved = isUnsaved(state);
    if (name !== (before.document?.name ?? null) || unsaved !== isUnsaved(before)) {
      bridge.setDocument({ name, unsaved });
    }
  });
}
