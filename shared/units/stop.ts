/**
 * A cell that threads share, by which whoever asked for long work tells those who do it to give it
 * up: anything but 0. It reaches them in the middle of their work, as no message could.
 */
export type Stop = Int32Array<SharedArrayBuffer>;

export function newStop(): Stop {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Tells everyone who heeds the cell to give up. */
export function giveUp(stop: Stop): void {
  Atomics.store(stop, 0, 1);
}

/** The work was given up: whoever asked does not want it any more. */
export class Stopped extends Error {
  constructor() {
    super('The work was given up.');
    this.name = 'Stopped';
  }
}

/** Throws `Stopped` where the work is wanted no more; cheap enough for every block of accounts. */
export function heed(stop: Stop | undefined): void {
  if (stop !== undefined && Atomics.load(stop, 0) !== 0) throw new Stopped();
}
