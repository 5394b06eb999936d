import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryBridge, type Memory } from '../../renderer/bridge/memory-bridge.ts';
import { AppContextProvider, type AppContext } from '../../renderer/commands/context.tsx';
import { watchReading } from '../../renderer/commands/watch-reading.ts';
import { watchResults } from '../../renderer/commands/watch-results.ts';
import { createEmbeddedEngine } from '../../renderer/engine/embedded-engine.ts';
import { startProject } from '../../renderer/store/book.ts';
import { createAppStore } from '../../renderer/store/store.ts';
import { StoreProvider } from '../../renderer/store/use-app.tsx';
import { TooltipProvider } from '../../renderer/ui/tooltip.tsx';
import { importBook } from '../../shared/import/import-book.ts';
import type { SheetFile } from '../../shared/sheet/grid.ts';
import { readSheetFile } from '../../shared/sheet/read.ts';

// Whether an element is hidden is asked of every ancestor's style: most of the time of a query, and
// nothing here is hidden by style.
configure({ defaultHidden: true });

/** A window without a shell: the real store, engine and commands on a bridge in memory. */
export interface TestWindow extends AppContext {
  readonly memory: Memory;
  /** Draws a part of the window. */
  readonly show: (content: ReactNode) => void;
}

/** A file read as any is. */
export async function sourceOf(file: string, text: string): Promise<SheetFile> {
  const bytes = new TextEncoder().encode(text);
  const read = await readSheetFile({ file, bytes, size: bytes.length });
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** A window with a book open, read as any file is; texts by file name. */
export async function openWindow(texts: Readonly<Record<string, string>>): Promise<TestWindow> {
  const { bridge, memory } = createMemoryBridge();
  const store = createAppStore(memory.preferences);
  const engine = createEmbeddedEngine();
  const context: AppContext = { store, bridge, engine, files: engine };
  watchResults(context);
  watchReading(context);
  const sources = await Promise.all(
    Object.entries(texts).map(([file, text]) => sourceOf(file, text)),
  );
  startProject(store, 'Book', sources, importBook(sources, {}), null);
  const show = (content: ReactNode): void => {
    render(
      <AppContextProvider value={context}>
        <StoreProvider store={store}>
          <TooltipProvider>{content}</TooltipProvider>
        </StoreProvider>
      </AppContextProvider>,
    );
  };
  return { ...context, memory, show };
}
