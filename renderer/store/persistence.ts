import type { AppState } from './state.ts';

/** Where a state key may be kept. */
export type Fate = 'project' | 'preference' | 'session';

type Keys<Slice> = Readonly<Record<keyof NonNullable<Slice>, Fate>>;

/**
 * The fate of every state key, declared once: a key that is missing here does not compile. Results
 * are derived and therefore never saved.
 */
export const PERSISTENCE: {
  readonly document: Keys<AppState['document']>;
  readonly preferences: Keys<AppState['preferences']>;
  readonly session: Keys<AppState['session']>;
} = {
  document: {
    name: 'project',
    book: 'project',
    sources: 'project',
    mapping: 'project',
    report: 'project',
    asOf: 'project',
    todayAnswered: 'project',
    currencyRate: 'project',
    scenarios: 'project',
    activeScenario: 'project',
    view: 'project',
    history: 'project',
  },
  preferences: {
    theme: 'preference',
    locale: 'preference',
    explainOpen: 'preference',
    tourDone: 'preference',
  },
  session: {
    file: 'session',
    savedAs: 'session',
    readWith: 'session',
    task: 'session',
    refusal: 'session',
    results: 'session',
    stale: 'session',
    recalledFrom: 'session',
    replacement: 'session',
    ruleEffects: 'session',
    focus: 'session',
    listing: 'session',
    account: 'session',
    notices: 'session',
    paletteOpen: 'session',
    recent: 'session',
    recovered: 'session',
    gesture: 'session',
  },
};
