import { app, BrowserWindow, nativeTheme } from 'electron';
import { VERSION_ARGUMENT } from '../../shared/ipc/window-api.ts';
import { send } from '../ipc/handle.ts';
import { APP_BASE } from '../security/scheme.ts';
import { SMALLEST, type WindowBounds } from './bounds.ts';
import { failureAddress } from './failure.ts';
import { WINDOW_PRELOAD } from './places.ts';

/** What the window shows while nothing is painted yet: the surfaces of the two themes. */
const SURFACE = { light: '#ffffff', dark: '#16181d' };
/** A page that has not asked for its start-up files by then has failed to start. */
const START_LIMIT_MS = 15_000;

/** The window of the app: one, for one project. */
export class MainWindow {
  readonly window: BrowserWindow;
  #mayClose = false;
  #closingSince: number | null = null;
  #startTimer: NodeJS.Timeout | undefined;
  #failed = false;

  constructor(bounds: WindowBounds) {
    this.window = new BrowserWindow({
      ...bounds.initial(),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      title: 'Handoff',
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? SURFACE.dark : SURFACE.light,
      webPreferences: {
        preload: WINDOW_PRELOAD,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        additionalArguments: [`${VERSION_ARGUMENT}${app.getVersion()}`],
      },
    });
    // The title is the document's (setDocument), not the page's.
    this.window.on('page-title-updated', (event) => event.preventDefault());
    this.window.once('ready-to-show', () => this.window.show());
    bounds.follow(this.window);
    this.#askBeforeClosing();
    this.#watchStart();
  }

  load(): void {
    // A page that cannot be loaded is reported by did-fail-load.
    void this.window.loadURL(`${APP_BASE}/index.html`).catch(() => undefined);
  }

  /** The page is up and has asked for its files. */
  started(): void {
    clearTimeout(this.#startTimer);
  }

  /** The name of the project, and whether it has changes that are not in its file. */
  setDocument(name: string | null, unsaved: boolean): void {
    this.window.setTitle(`${unsaved ? '• ' : ''}${name === null ? '' : `${name} – `}Handoff`);
    this.window.setDocumentEdited(unsaved);
  }

  /** The page's answer to `closing`. */
  answerClosing(answer: 'close' | 'stay'): void {
    this.#closingSince = null;
    if (answer === 'stay') return;
    this.#mayClose = true;
    this.window.close();
  }

  /** A second start of the app shows this window. */
  focus(): void {
    if (this.window.isMinimized()) this.window.restore();
    this.window.focus();
  }

  #askBeforeClosing(): void {
    const { window } = this;
    window.on('close', (event) => {
      const contents = window.webContents;
      if (this.#mayClose || contents.isDestroyed() || contents.isCrashed()) return;
      // A page that does not answer may be closed by asking a second time.
      if (this.#closingSince !== null && Date.now() - this.#closingSince > 5000) return;
      event.preventDefault();
      if (this.#closingSince !== null) return;
      this.#closingSince = Date.now();
      send(contents, 'closing');
    });
  }

  #watchStart(): void {
    const { webContents } = this.window;
    webContents.on('did-start-loading', () => {
      if (this.#failed) return;
      clearTimeout(this.#startTimer);
      this.#startTimer = setTimeout(
        () => this.#fail('its page did not come up in 15 seconds'),
        START_LIMIT_MS,
      );
    });
    webContents.on('preload-error', () => this.#fail('a part of it is missing or damaged'));
    webContents.on('did-fail-load', (_event, _code, _description, _url, isMainFrame) => {
      if (isMainFrame) this.#fail('a part of it is missing or damaged');
    });
    webContents.on('did-navigate', (_event, _url, status) => {
      if (status >= 400) this.#fail('a part of it is missing or damaged');
    });
    webContents.on('render-process-gone', () =>
      this.#fail('its page stopped unexpectedly; the work up to the last second is kept'),
    );
  }

  #fail(what: string): void {
    clearTimeout(this.#startTimer);
    if (this.#failed || this.window.isDestroyed()) return;
    this.#failed = true;
    this.#mayClose = true;
    void this.window.loadURL(failureAddress(what));
    this.window.show();
  }
}
