import { createRoot } from 'react-dom/client';
import type { Bridge } from '../bridge/bridge.ts';
import type { AppContext } from '../commands/context.tsx';
import { runCommand } from '../commands/commands.ts';
import { onClosing } from '../commands/close-window.ts';
import { openFiles } from '../commands/open-files.ts';
import { watchJournal } from '../commands/watch-journal.ts';
import { watchMapping } from '../commands/mapping-memory.ts';
import { watchReading } from '../commands/watch-reading.ts';
import { watchResults } from '../commands/watch-results.ts';
import { watchWindow } from '../commands/watch-window.ts';
import { createWorkerEngine } from '../engine/worker-engine.ts';
import { createAppStore, setSession } from '../store/store.ts';
import { watchCutText } from '../ui/cut-text.ts';
import { nonce } from '../ui/nonce.ts';
import { App } from './app.tsx';
import '../ui/tokens.css';
import '../ui/base.css';

declare global {
  // Read by the scroll lock of dialogs and menus, which inserts a style element.
  var __webpack_nonce__: string | undefined;
}

/** Puts the app into the page and connects it to the bridge. */
export async function mount(bridge: Bridge, root: HTMLElement): Promise<void> {
  globalThis.__webpack_nonce__ = nonce();
  // Before the start's files are asked for: from then on those of a second start are sent at once,
  // and wait here until there is something to open them in.
  const { promise: mounted, resolve: hasMounted } = Promise.withResolvers<AppContext>();
  bridge.onOpenFiles((files) => void mounted.then((context) => openFiles(context, files)));
  const [preferences, startup, recent] = await Promise.all([
    bridge.preferences(),
    bridge.startup(),
    bridge.recent(),
  ]);
  const store = createAppStore(preferences);
  setSession(store, { recent, recovered: startup.recovered });
  const context: AppContext = {
    store,
    bridge,
    engine: createWorkerEngine(),
    files: createWorkerEngine(),
  };
  watchWindow(context);
  watchResults(context);
  watchReading(context);
  watchMapping(context);
  watchJournal(context);
  bridge.onCommand((id) => {
    runCommand(context, id);
  });
  bridge.onClosing(() => onClosing(context));
  // Menus and dialogs lie beside the root.
  watchCutText(document.body);
  createRoot(root).render(<App context={context} />);
  hasMounted(context);
  await openFiles(context, startup.files);
}
