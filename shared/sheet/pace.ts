import { Refused } from './refusal.ts';

/** How far the reading is: bytes of the file consumed, rows read over all sheets. */
export interface SheetProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

/** Work between two turns of the event loop: about 20 ms of scanning. */
const BYTES_A_TURN = 2 * 1024 * 1024;

/**
 * Long work under way: reports progress, lets the event loop take turns and ends the work once it
 * is cancelled. Paced by bytes because shared code has no clock.
 */
export class Pace {
  bytesDone = 0;
  rows = 0;
  private sinceTurn = 0;

  constructor(
    private readonly file: string,
    private readonly bytesTotal: number,
    private readonly onProgress: ((progress: SheetProgress) => void) | undefined,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Call after `bytes` of work. Throws `Refused` once the reading is cancelled. */
  async step(bytes: number): Promise<void> {
    this.sinceTurn += bytes;
    if (this.sinceTurn >= BYTES_A_TURN) await this.turn();
  }

  /** Reports, lets others run, and checks for cancellation. */
  async turn(): Promise<void> {
    this.sinceTurn = 0;
    this.onProgress?.({
      bytesDone: Math.min(this.bytesDone, this.bytesTotal),
      bytesTotal: this.bytesTotal,
      rows: this.rows,
    });
    await nextTurn();
    this.check();
  }

  check(): void {
    if (this.signal?.aborted === true) {
      throw new Refused('cancelled', `Reading ${this.file} was cancelled.`);
    }
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
