import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, type Handoff } from './handoff.ts';

export type Screen = 'Book' | 'Assumptions' | 'Compare' | 'Scenarios' | 'Export';
export type Sample = 'Small-business SaaS' | 'Mid-market platform' | 'Enterprise vendor';

/** What a person does with the window, in their words. */
export class Work {
  readonly handoff: Handoff;
  readonly page: Page;

  constructor(handoff: Handoff) {
    this.handoff = handoff;
    this.page = handoff.window;
  }

  async chooseTheme(theme: 'Light' | 'Dark'): Promise<void> {
    // A page that is not up yet hears no menu.
    await expect(this.headline()).toBeVisible();
    await this.handoff.menu(`view.theme${theme}`);
    const query = `(prefers-color-scheme: ${theme.toLowerCase()})`;
    await expect
      .poll(() => this.page.evaluate((asked) => matchMedia(asked).matches, query))
      .toBe(true);
  }

  async openSample(name: Sample): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
    await this.seesFinding();
  }

  async goTo(screen: Screen): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('button', { name: screen, exact: true })
      .click();
    await expect(this.page.getByRole('main', { name: screen })).toBeVisible();
  }

  /** The sentence that a screen opens with. */
  headline(): Locator {
    return this.page.getByRole('main').getByRole('heading', { level: 1 });
  }

  /** Compare has its answer: who leads, by how much, and how firmly. */
  async seesFinding(): Promise<string> {
    await expect(this.headline()).toHaveText(/leads|Too close to call/, { timeout: 60_000 });
    await this.isSettled();
    return this.headline().innerText();
  }

  /** Nothing is computed, looked for or dimmed any more. */
  async isSettled(): Promise<void> {
    await expect(this.page.locator('[aria-busy=true]')).toHaveCount(0, { timeout: 120_000 });
    await expect(this.page.getByText(/^Not yet known: /)).toHaveCount(0, { timeout: 120_000 });
    await this.page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
          .map(({ finished }) => finished),
      ),
    );
  }

  /** A figure of the comparison's table as it stands there, by row and model. */
  async figure(row: string, model: string): Promise<string> {
    const table = this.page.getByRole('table', { name: /Figures of each model/ });
    await expect(table.getByRole('columnheader', { name: model })).toBeVisible();
    const models = await table.getByRole('columnheader').allTextContents();
    const column = models.findIndex((text) => text.includes(model));
    const cells = table.getByRole('row', { name: row }).getByRole('cell');
    return cells.nth(column).innerText();
  }

  /** Presses Tab until the named control has the focus, as someone without a mouse does. */
  async tabTo(role: 'button' | 'slider', name: RegExp): Promise<void> {
    const wanted = this.page.getByRole(role, { name }).first();
    await wanted.waitFor();
    for (let presses = 0; presses < 200; presses++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`no Tab reaches the ${role} ${String(name)}`);
  }

  /** Picks an option of a list by their names. */
  async choose(list: string, option: string): Promise<void> {
    const button = this.page.getByRole('combobox', { name: list, exact: true });
    await button.click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
    await expect(button).toHaveText(option);
  }

  slider(assumption: string): Locator {
    return this.page.getByRole('slider', { name: assumption });
  }

  /** Where a slider stands. */
  async valueOf(assumption: string): Promise<number> {
    return Number(await this.slider(assumption).getAttribute('aria-valuenow'));
  }

  /** Drags a slider by the mouse to a place between its ends, in many small moves. */
  async drag(assumption: string, to: number): Promise<void> {
    const thumb = this.slider(assumption);
    await thumb.scrollIntoViewIfNeeded();
    const from = await boxOf(thumb);
    const track = await boxOf(thumb.locator('xpath=ancestor::*[@data-orientation][1]'));
    await this.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(track.x + track.width * to, from.y + from.height / 2, { steps: 12 });
    await this.page.mouse.up();
  }

  /** Drops files from the file manager on the middle of the window. */
  async drop(...files: string[]): Promise<void> {
    const page = await this.page.context().newCDPSession(this.page);
    const { x, y } = await this.page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }));
    const data = { items: [], files, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await page.send('Input.dispatchDragEvent', { type, x, y, data });
    }
    await page.detach();
  }

  /** Violations of accessibility on the page as it stands, each with where. */
  async accessibilityFaults(): Promise<string[]> {
    await this.isSettled();
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode(true).analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  }
}

/** Where something is on the screen. */
export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return box;
}
