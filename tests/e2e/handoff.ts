import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface StartOptions {
  /** Files named on the command line. */
  readonly files?: readonly string[];
  /** The folder of an app other than this checkout's. */
  readonly folder?: string;
  /** The executable of a packaged app. */
  readonly executable?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The running app as its user has it: a window, and what the system does around it. */
export class Handoff {
  readonly electron: ElectronApplication;
  readonly window: Page;
  readonly #complaints: readonly string[];
  readonly #process: ChildProcess;
  readonly #args: readonly string[];
  #ended = false;

  private constructor(
    electron: ElectronApplication,
    window: Page,
    complaints: readonly string[],
    args: readonly string[],
  ) {
    this.electron = electron;
    this.window = window;
    this.#complaints = complaints;
    this.#args = args;
    this.#process = electron.process();
    this.#process.once('exit', () => (this.#ended = true));
  }

  static async start(dataFolder: string, options: StartOptions = {}): Promise<Handoff> {
    const { files = [], folder = ROOT, executable, env = {} } = options;
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [
      ...asRoot,
      `--user-data-dir=${dataFolder}`,
      ...(executable === undefined ? [folder] : []),
    ];
    const electron = await _electron.launch({
      args: [...args, ...files],
      cwd: ROOT,
      // The app's own choice of theme is what is seen.
      colorScheme: null,
      env: { ...inherited(), ...env },
      ...(executable === undefined ? {} : { executablePath: executable }),
    });
    const complaints: string[] = [];
    electron.context().on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    electron.context().on('weberror', (error) => complaints.push(String(error.error())));
    const window = await electron.firstWindow();
    // A window begins empty; whatever is asked of it then is lost as its page comes.
    await window.waitForURL((url) => url.protocol !== 'about:');
    return new Handoff(electron, window, complaints, args);
  }

  /**
   * Starts the app once more while it runs, as a double click on a file does: by itself, as nothing
   * can take hold of a process that ends at once. Gives its exit code.
   */
  async startAgain(...files: readonly string[]): Promise<number | null> {
    const args = [...this.#args, ...files];
    const second = spawn(this.#process.spawnfile, args, { env: inherited(), stdio: 'ignore' });
    await once(second, 'exit');
    return second.exitCode;
  }

  /** What the pages complained about: errors, and whatever the security policy refused. */
  async complaints(): Promise<string[]> {
    const early = (await this.window.consoleMessages())
      .filter((message) => message.type() === 'error')
      .map((message) => message.text());
    return [...new Set([...early, ...this.#complaints])];
  }

  /** The user picks these files in the next open dialog. */
  async willChoose(...paths: string[]): Promise<void> {
    await this.electron.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    }, paths);
  }

  /** The user saves to this path in the next save dialog. */
  async willSaveTo(path: string): Promise<void> {
    await this.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
  }

  /** The user presses this button in the next question of the system's. */
  async willAnswer(button: string): Promise<void> {
    await this.electron.evaluate(({ dialog }, wanted) => {
      const answer = (...input: readonly unknown[]): Promise<Electron.MessageBoxReturnValue> => {
        const buttons: unknown = Reflect.get(Object(input.at(-1)), 'buttons');
        const response = Array.isArray(buttons) ? buttons.indexOf(wanted) : -1;
        return Promise.resolve({ response, checkboxChecked: false });
      };
      dialog.showMessageBox = answer;
    }, button);
  }

  /** Chooses an item of the application menu by its command. */
  async menu(id: string): Promise<void> {
    await this.electron.evaluate(({ Menu }, command) => {
      Menu.getApplicationMenu()?.getMenuItemById(command)?.click();
    }, id);
  }

  /** What the window's frame says. */
  async title(): Promise<string> {
    return this.electron.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '',
    );
  }

  /** Ends the app as a power cut would. */
  async crash(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    const gone = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill('SIGKILL');
    await gone;
  }

  /** Closes the window as the user does, and waits until the app has gone. */
  async quit(): Promise<void> {
    this.#ended = true;
    await this.electron.close();
  }
}

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

/** Starts the app in the test's own data folder. */
export type Start = (options?: StartOptions) => Promise<Handoff>;

/** Tests get a fresh data folder, start the app as often as they like, and leave nothing behind. */
export const test = base.extend<{
  dataFolder: string;
  start: Start;
}>({
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'handoff-test-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ dataFolder }, use) => {
    const running: Handoff[] = [];
    await use(async (options) => {
      const handoff = await Handoff.start(dataFolder, options);
      running.push(handoff);
      return handoff;
    });
    // Whatever is unsaved then is nobody's: no question may hold a test up.
    for (const handoff of running) await handoff.crash();
  },
});

export { expect } from '@playwright/test';
