import { app } from 'electron';
import { filesInArguments } from './arguments.ts';

/**
 * Files that come from outside the window: the command line, a double click, a second start. Until
 * the page asks for them they wait here; from then on they are delivered as they come.
 */
export class OutsideFiles {
  #waiting: string[] = filesInArguments(process.argv, process.cwd(), app.isPackaged);
  #taken = false;
  #deliver: (paths: readonly string[]) => void = () => undefined;

  constructor() {
    app.on('second-instance', (_event, argv, folder) =>
      this.#arrived(filesInArguments(argv, folder, app.isPackaged)),
    );
    app.on('open-file', (event, path) => {
      event.preventDefault();
      this.#arrived([path]);
    });
  }

  /** What has come so far, once. */
  take(): readonly string[] {
    const paths = this.#waiting;
    this.#waiting = [];
    this.#taken = true;
    return paths;
  }

  deliverTo(deliver: (paths: readonly string[]) => void): void {
    this.#deliver = deliver;
  }

  #arrived(paths: readonly string[]): void {
    if (this.#taken) this.#deliver(paths);
    else this.#waiting.push(...paths);
  }
}
