import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { JsonFile } from '../files/json-file.ts';

const parser = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  maximized: z.boolean(),
});
type Bounds = z.infer<typeof parser>;

export const SMALLEST = { width: 1024, height: 700 };
const FIRST = { width: 1440, height: 900 };
const SETTLE_MS = 300;

/** Where the window was when it was last closed, kept in the app's data folder. */
export class WindowBounds {
  readonly #file: JsonFile<Bounds | null>;

  constructor(folder: string) {
    const read = (value: unknown): Bounds | null => parser.safeParse(value).data ?? null;
    this.#file = new JsonFile(join(folder, 'window.json'), read, null);
  }

  /** The last place, if a screen is still there; else the default size wherever the system puts it. */
  initial(): Partial<Rectangle> & { width: number; height: number } {
    const last = this.#file.value;
    if (last === null) return FIRST;
    const { x, y, width, height } = last;
    const rectangle = { x, y, width, height };
    return isOnScreen(rectangle) ? rectangle : FIRST;
  }

  /** Applies what a rectangle cannot say, and remembers every change from now on. */
  follow(window: BrowserWindow): void {
    if (this.#file.value?.maximized === true) window.maximize();
    let timer: NodeJS.Timeout | undefined;
    const keep = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#keep(window), SETTLE_MS);
    };
    window.on('resize', keep);
    window.on('move', keep);
    window.on('close', () => {
      clearTimeout(timer);
      this.#keep(window);
    });
  }

  #keep(window: BrowserWindow): void {
    if (window.isDestroyed()) return;
    void this.#file.set({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  }
}

/** Whether enough of a window's top edge can be seen to take hold of it. */
function isOnScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const visible = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    return visible >= 200 && y >= workArea.y && y <= workArea.y + workArea.height - 100;
  });
}
