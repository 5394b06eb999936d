import type { Preferences } from '../bridge/bridge.ts';
import type { AccountFocus, Focus } from './state.ts';
import { setSession, type AppStore } from './store.ts';

/** Goes to a screen. Kept with the project, not a step of undo. */
export function showScreen(store: AppStore, screen: string): void {
  const { document } = store.getState();
  if (document === null || document.view.screen === screen) return;
  store.setState({ document: { ...document, view: { ...document.view, screen } } });
}

/** A choice on a screen (sort order, tab, model looked at), by the screen's own key. */
export function setChoice(
  store: AppStore,
  key: string,
  value: string | number | boolean | null,
): void {
  const { document } = store.getState();
  if (document === null) return;
  const { view } = document;
  store.setState({
    document: { ...document, view: { ...view, choices: { ...view.choices, [key]: value } } },
  });
}

/** Points the Explain panel at a number, bar or cell. */
export function setFocus(store: AppStore, focus: Focus | null): void {
  setSession(store, { focus });
}

/** Points at a number and opens the panel that explains it. */
export function explain(store: AppStore, focus: Focus): void {
  setSession(store, { focus });
  changePreferences(store, { explainOpen: true });
}

/** Lists the accounts behind a number or bar; null closes the list. */
export function listAccounts(store: AppStore, listing: Focus | null): void {
  setSession(store, { listing });
}

/** Opens the explanation of one account; null closes it. */
export function openAccount(store: AppStore, account: AccountFocus | null): void {
  setSession(store, { account });
}

/** Changes preferences; the app keeps them with the main process. */
export function changePreferences(store: AppStore, change: Partial<Preferences>): void {
  store.setState(({ preferences }) => ({ preferences: { ...preferences, ...change } }));
}

/** Opens the full editor at one assumption. */
export function showAssumption(store: AppStore, path: string): void {
  setChoice(store, 'assumptions.search', path);
  showScreen(store, 'assumptions');
}
