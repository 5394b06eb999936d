import { createContext, use, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { AppState } from './state.ts';
import type { AppStore } from './store.ts';

const StoreContext = createContext<AppStore | null>(null);

/** Gives the window's store to the components inside. */
export function StoreProvider(props: { readonly store: AppStore; readonly children: ReactNode }) {
  return <StoreContext value={props.store}>{props.children}</StoreContext>;
}

/** The store itself, for actions. */
export function useAppStore(): AppStore {
  const store = use(StoreContext);
  if (store === null) throw new Error('StoreProvider is missing above this component');
  return store;
}

/** A part of the state; the component draws again when that part changes by identity. */
export function useApp<Part>(select: (state: AppState) => Part): Part {
  return useStore(useAppStore(), select);
}
