import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryBridge, type Memory } from '../../../renderer/bridge/memory-bridge.ts';
import { AppContextProvider } from '../../../renderer/commands/context.tsx';
import { watchResults } from '../../../renderer/commands/watch-results.ts';
import { createEmbeddedEngine } from '../../../renderer/engine/embedded-engine.ts';
import { openProject } from '../../../renderer/store/book.ts';
import { firstScenario } from '../../../renderer/store/scenarios.ts';
import { createAppStore, type AppStore } from '../../../renderer/store/store.ts';
import { StoreProvider } from '../../../renderer/store/use-app.tsx';
import { TooltipProvider } from '../../../renderer/ui/tooltip.tsx';
import type { Book } from '../../../shared/book/book.ts';
import { NO_HISTORY } from '../../../shared/project/document.ts';

/** A screen over a real store and engine, with a book open at the defaults. */
export function renderWithApp(screen: ReactNode, book: Book): { store: AppStore; memory: Memory } {
  const { bridge, memory } = createMemoryBridge();
  const store = createAppStore();
  const engine = createEmbeddedEngine();
  const context = { store, engine, files: engine, bridge };
  watchResults(context);
  const scenario = firstScenario();
  openProject(store, {
    name: 'Example',
    book,
    sources: [],
    mapping: null,
    report: null,
    asOf: null,
    todayAnswered: false,
    currencyRate: null,
    scenarios: [scenario],
    activeScenario: scenario.id,
    view: { screen: 'compare', choices: { 'compare.sliders': false } },
    history: NO_HISTORY,
  });
  render(
    <AppContextProvider value={context}>
      <StoreProvider store={store}>
        <TooltipProvider>{screen}</TooltipProvider>
      </StoreProvider>
    </AppContextProvider>,
  );
  return { store, memory };
}
