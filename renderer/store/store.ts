import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Preferences } from '../bridge/bridge.ts';
import type { AppState, Session } from './state.ts';

export type AppStore = StoreApi<AppState>;

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  locale: '',
  explainOpen: false,
  tourDone: false,
};

export const NEW_SESSION: Session = {
  file: null,
  savedAs: null,
  readWith: null,
  task: null,
  refusal: null,
  results: {},
  stale: [],
  recalledFrom: null,
  replacement: null,
  ruleEffects: null,
  focus: null,
  listing: null,
  account: null,
  notices: [],
  paletteOpen: false,
  recent: [],
  recovered: null,
  gesture: null,
};

/** A window's state, on the start screen. */
export function createAppStore(preferences: Preferences = DEFAULT_PREFERENCES): AppStore {
  return createStore<AppState>(() => ({ document: null, preferences, session: NEW_SESSION }));
}

/** Changes keys of the session. */
export function setSession(store: AppStore, change: Partial<Session>): void {
  store.setState(({ session }) => ({ session: { ...session, ...change } }));
}

/** Says something at the lower edge of the window. */
export function notify(
  store: AppStore,
  tone: 'info' | 'good' | 'warning' | 'danger',
  text: string,
) {
  const { notices } = store.getState().session;
  const id = String(Number(notices.at(-1)?.id ?? 0) + 1);
  setSession(store, { notices: [...notices, { id, tone, text }] });
}

/** Says why a file could not be opened: the start screen has a place for it, over an open project it is news. */
export function refuse(store: AppStore, message: string) {
  if (store.getState().document === null) setSession(store, { refusal: message });
  else notify(store, 'danger', message);
}
