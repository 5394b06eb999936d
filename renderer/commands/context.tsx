import { createContext, use, type ReactNode } from 'react';
import type { Bridge } from '../bridge/bridge.ts';
import type { Engine } from '../engine/jobs.ts';
import type { AppStore } from '../store/store.ts';

/** What an intent may act on. */
export interface AppContext {
  readonly store: AppStore;
  /** Evaluates models: short jobs, asked for on every move of a slider. */
  readonly engine: Engine;
  /** Reads, saves and exports: long jobs in a worker of their own, so that figures keep moving. */
  readonly files: Engine;
  readonly bridge: Bridge;
}

const Context = createContext<AppContext | null>(null);

/** Gives the window's means to the components inside. */
export function AppContextProvider(props: {
  readonly value: AppContext;
  readonly children: ReactNode;
}) {
  return <Context value={props.value}>{props.children}</Context>;
}

/** What components hand to an intent: `openBooks(useAppContext(), files)`. */
export function useAppContext(): AppContext {
  const context = use(Context);
  if (context === null) throw new Error('AppContextProvider is missing above this component');
  return context;
}
