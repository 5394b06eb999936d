import { app, BrowserWindow, MessageChannelMain, session, type WebContents } from 'electron';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { PARSER_CHANNELS } from '../../shared/ipc/channels.ts';
import type { ParserOrder, ParserTask } from '../../shared/ipc/parser.ts';
import { breachSentence, LimitWatch, type Breach } from '../reader/watch-limits.ts';
import { onParserAlive } from '../ipc/handle.ts';
import { appHeaders } from '../security/headers.ts';
import { APP_BASE, serveApp } from '../security/scheme.ts';
import { PARSER_PRELOAD, RENDERER_FOLDER } from './places.ts';

/** A file to read, as the main process knows it. */
export interface ParserInput {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/**
 * Reads foreign files in a process of its own: a hidden sandboxed window in a session of its own,
 * made for one task and destroyed after it. Whatever a file does to it, the open book goes on. Its
 * result goes straight to the window that asked; here it is only watched and ended.
 */
export class ParserWindow {
  readonly #window: BrowserWindow;
  readonly #watch: LimitWatch;
  readonly #names: readonly string[];
  readonly #onEnd: (message: string) => void;
  #ended = false;

  /** `onEnd` is called when the task ends by itself without a result, with the sentence to show. */
  constructor(
    owner: WebContents,
    task: ParserTask,
    files: readonly ParserInput[],
    onEnd: (message: string) => void,
  ) {
    this.#names = files.map((file) => file.name);
    this.#onEnd = onEnd;
    const addresses = files.map(() => `/job/${randomUUID()}`);
    const own = session.fromPartition(`parser-${randomUUID()}`, { cache: false });
    serveApp(own, RENDERER_FOLDER, oneTime(addresses, files));

    this.#window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        preload: PARSER_PRELOAD,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        backgroundThrottling: false,
        spellcheck: false,
      },
    });
    const contents = this.#window.webContents;
    this.#watch = new LimitWatch({ memoryBytes: () => memoryOf(contents) }, (breach) =>
      this.#fail(breach),
    );
    onParserAlive(contents, () => this.#watch.alive());
    contents.on('render-process-gone', () => this.#fail('crash'));

    const order: ParserOrder = {
      job: task.job,
      kind: task.kind,
      options: task.options,
      files: files.map(({ name, bytes }, index) => ({
        name,
        bytes,
        address: `${APP_BASE}${addresses[index] ?? ''}`,
      })),
    };
    contents.once('did-finish-load', () => {
      if (this.#ended || owner.isDestroyed()) return;
      const { port1, port2 } = new MessageChannelMain();
      owner.postMessage(PARSER_CHANNELS.port, task.job, [port1]);
      contents.postMessage(PARSER_CHANNELS.port, order, [port2]);
    });
    void this.#window.loadURL(`${APP_BASE}/parser/index.html`).catch(() => this.#fail('crash'));
  }

  /** Ends the process at once, in the middle of whatever it does. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#watch.stop();
    if (this.#window.isDestroyed()) return;
    const contents = this.#window.webContents;
    if (!contents.isDestroyed() && !contents.isCrashed()) contents.forcefullyCrashRenderer();
    this.#window.destroy();
  }

  #fail(breach: Breach): void {
    if (this.#ended) return;
    this.end();
    this.#onEnd(breachSentence(this.#names, breach));
  }
}

/** Streams each file once, under an address that nobody could guess. */
function oneTime(addresses: readonly string[], files: readonly ParserInput[]) {
  const open = new Map(addresses.map((address, index) => [address, files[index]]));
  return ({ pathname }: URL): Response | null => {
    const file = open.get(pathname);
    if (file === undefined) return null;
    open.delete(pathname);
    const stream = createReadStream(file.path, { highWaterMark: 1024 * 1024 });
    return new Response(Readable.toWeb(stream), {
      headers: appHeaders('application/octet-stream'),
    });
  };
}

function memoryOf(contents: WebContents): number | null {
  if (contents.isDestroyed()) return null;
  const pid = contents.getOSProcessId();
  const metric = app.getAppMetrics().find((one) => one.pid === pid);
  return metric === undefined ? null : metric.memory.workingSetSize * 1024;
}
