import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { expect, type Handoff } from '../e2e/handoff.ts';
import { boxOf, Work } from '../e2e/work.ts';

const SLIDER = 'Customer success manager: On-target earnings';
/** A person's hand: a move a frame or so. */
const PACE_MS = 16;

/** What dragging a slider did to the window, ms. */
export interface Drag {
  /** The longest task of the page's main thread from the first move to the last. */
  readonly longestTask: number;
  /** Processor time of the task that took most. */
  readonly longestProcessor: number;
  /** From the last move to the figures of the named models. */
  readonly settled: number;
  /** From the last move until nothing on the screen is behind any more. */
  readonly complete: number;
}

/** Moves a slider of a screen back and forth by the mouse for so many milliseconds. */
export async function dragFor(
  handoff: Handoff,
  screen: 'Compare' | 'Assumptions',
  duration: number,
): Promise<Drag> {
  const { window: page, electron } = handoff;
  const work = new Work(handoff);
  await work.goTo(screen);
  const thumb = work.slider(SLIDER);
  await thumb.scrollIntoViewIfNeeded({ timeout: 120_000 });
  await untilQuiet(handoff);
  await page.evaluate(() => {
    addEventListener('pointermove', ({ timeStamp }) => Object.assign(globalThis, { timeStamp }), {
      capture: true,
    });
  });
  const from = await boxOf(thumb);
  const track = await boxOf(thumb.locator('xpath=ancestor::*[@data-orientation][1]'));
  const y = from.y + from.height / 2;
  const moveTo = (share: number) => page.mouse.move(track.x + track.width * share, y);
  await page.mouse.move(from.x + from.width / 2, y);
  await page.mouse.down();
  await electron.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({
      included_categories: ['toplevel'],
      excluded_categories: ['*'],
    }),
  );
  const begun = performance.now();
  for (let now = 0; now < duration; now = performance.now() - begun) {
    await moveTo(0.5 + 0.4 * Math.sin((5 * Math.PI * now) / duration));
    await delay(PACE_MS);
  }
  await moveTo(0.61);
  // Before the recording is stopped: that alone takes half a second.
  const settled = untilGone(handoff, '.status [role=status]');
  const complete = untilGone(handoff, '[aria-busy=true], .status [role=status]');
  const trace = await electron.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  await page.mouse.up();
  const tasks = tasksOf(await readFile(trace, 'utf8'));
  return {
    longestTask: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    longestProcessor: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
    settled: await settled,
    complete: await complete,
  };
}

/** Nothing on the screen waits for figures. */
async function untilQuiet({ window: page }: Handoff): Promise<void> {
  await expect(page.locator('.status')).toContainText('accounts', { timeout: 120_000 });
  await expect(page.locator('[aria-busy=true], .status [role=status]')).toHaveCount(0, {
    timeout: 300_000,
  });
  await delay(1500);
}

/** Milliseconds from the last move of the pointer until nothing matches any more, on the page's own clock. */
function untilGone({ window: page }: Handoff, selector: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    for (;;) {
      await new Promise(requestAnimationFrame);
      const since = performance.now() - Number(Reflect.get(globalThis, 'timeStamp'));
      // Two frames at least, so that the move itself is on the screen.
      if (since > 40 && document.querySelector(wanted) === null) return since;
    }
  }, selector);
}

const traced = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z.object({ name: z.string().optional() }).optional(),
    }),
  ),
});

/** The tasks of the page's main thread: of the busiest of the renderers' main threads. */
function tasksOf(json: string) {
  const { traceEvents } = traced.parse(JSON.parse(json));
  const threadOf = ({ pid, tid }: { pid: number; tid: number }) => `${pid} ${tid}`;
  const mains = traceEvents.flatMap((event) =>
    event.name === 'thread_name' && event.args?.name === 'CrRendererMain' ? [threadOf(event)] : [],
  );
  const byThread = mains.map((thread) =>
    traceEvents.filter(
      (event) => threadOf(event) === thread && event.ph === 'X' && event.name.endsWith('RunTask'),
    ),
  );
  return byThread.toSorted((a, b) => b.length - a.length)[0] ?? [];
}
