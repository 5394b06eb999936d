import { app, dialog, Menu, nativeTheme, session } from 'electron';
import { join } from 'node:path';
import { preferencesParser } from '../shared/ipc/parsers.ts';
import { allWritten } from './files/atomic.ts';
import { OutsideFiles } from './files/outside-files.ts';
import { Journal } from './files/journal.ts';
import { JsonFile } from './files/json-file.ts';
import { RecentFiles } from './files/recent.ts';
import { FileRegistry } from './files/registry.ts';
import { RememberedMappings } from './files/remembered-mappings.ts';
import { answers } from './ipc/answers.ts';
import { handleRequests, send } from './ipc/handle.ts';
import { applicationMenu } from './menu/menu.ts';
import { guardEverything, silenceChromium } from './security/guard.ts';
import { declareScheme, serveApp } from './security/scheme.ts';
import { WindowBounds } from './windows/bounds.ts';
import { failurePage } from './windows/failure.ts';
import { MainWindow } from './windows/main-window.ts';
import { RENDERER_FOLDER } from './windows/places.ts';

declareScheme();
silenceChromium();
guardEverything();

// A second start hands its files to the first and ends. (Not awaited: Electron is not ready before
// this module has run to its end.)
if (app.requestSingleInstanceLock()) openApp().catch(failToStart);
else app.quit();

async function openApp(): Promise<void> {
  const outside = new OutsideFiles();
  await app.whenReady();
  serveApp(session.defaultSession, RENDERER_FOLDER, failurePage);

  const data = join(app.getPath('userData'), 'work');
  const registry = new FileRegistry();
  const preferences = new JsonFile(
    join(data, 'preferences.json'),
    (value) => preferencesParser.safeParse(value).data ?? null,
    {},
  );
  nativeTheme.themeSource = preferences.value.theme ?? 'system';

  const main = new MainWindow(new WindowBounds(data));
  const { webContents } = main.window;
  handleRequests(
    webContents,
    answers({
      main,
      registry,
      recent: new RecentFiles(data, registry),
      journal: new Journal(join(data, 'journal')),
      mappings: new RememberedMappings(data),
      preferences,
      takeStartFiles: () => outside.take(),
    }),
  );
  Menu.setApplicationMenu(applicationMenu((id) => send(webContents, 'command', id)));
  outside.deliverTo(async (paths) => {
    main.focus();
    const files = await registry.allExisting(paths);
    if (files.length > 0) send(webContents, 'openFiles', files);
  });
  app.on('window-all-closed', () => app.quit());
  endOnceWritten();
  main.load();
}

/** What was kept last (where the window was, a preference) is still being written when it closes. */
function endOnceWritten(): void {
  let written = false;
  app.on('will-quit', (event) => {
    if (written) return;
    event.preventDefault();
    written = true;
    void allWritten().then(() => app.quit());
  });
}

/** Nothing can be shown in a window of our own here: the system's box has to do. */
function failToStart(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(
    'Handoff could not start',
    `Handoff could not start: ${reason}. Open it again; if it happens again, install it anew.`,
  );
  app.exit(1);
}
