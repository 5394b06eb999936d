import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
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

  private constructor(electron: ElectronApplication, window: Page, complaints: readonly string[]) {
    this.electron = electron;
    this.window = window;
    this.#complaints = complaints;
  }

  static async start(dataFolder: string, options: StartOptions = {}): Promise<Handoff> {
    const { files = [], folder = ROOT, executable, env = {} } = options;
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const electron = await _electron.launch({
      args: [
        ...asRoot,
        `--user-data-dir=${dataFolder}`,
        ...(executable === undefined ? [folder] : []),
        ...files,
      ],
      cwd: ROOT,
      env: { ...inherited(), ...env },
      ...(executable === undefined ? {} : { executablePath: executable }),
    });
    const complaints: string[] = [];
    electron.context().on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    electron.context().on('weberror', (error) => complaints.push(String(error.error())));
    const window = await electron.firstWindow();
    return new Handoff(electron, window, complaints);
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

  /** Chooses an item of the application menu by its command. */
  async menu(id: string): Promise<void> {
    await this.electron.evaluate(({ Menu }, command) => {
      Menu.getApplicationMenu()?.getMenuItemById(command)?.click();
    }, id);
  }

  /** Ends the app as a power cut would. */
  async crash(): Promise<void> {
    const gone = new Promise((done) => this.electron.process().once('exit', done));
    this.electron.process().kill('SIGKILL');
    await gone;
  }

  /** Ends the app and waits until it has gone. */
  async quit(): Promise<void> {
    await this.electron.close();
  }
}

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

/** Tests get a fresh data folder, start the app as often as they like, and leave nothing behind. */
export const test = base.extend<{
  dataFolder: string;
  start: (options?: StartOptions) => Promise<Handoff>;
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
    // One that has ended by itself cannot be ended again.
    for (const handoff of running) await handoff.quit().catch(() => undefined);
  },
});

export { expect } from '@playwright/test';
