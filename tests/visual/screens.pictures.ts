import { join, resolve } from 'node:path';
import { test } from '../e2e/handoff.ts';
import { Work } from '../e2e/work.ts';

const FOLDER = resolve(import.meta.dirname, 'pictures');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;

for (const theme of ['Light', 'Dark'] as const) {
  for (const size of SIZES) {
    test(`${theme} ${size.width}×${size.height}`, async ({ start }) => {
      const handoff = await start();
      const work = new Work(handoff);
      await handoff.electron.evaluate(({ BrowserWindow }, to) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height);
      }, size);
      await work.chooseTheme(theme);
      const take = async (name: string): Promise<void> => {
        await work.page.mouse.move(0, 0);
        await work.page.waitForTimeout(500);
        const file = `${name}-${theme.toLowerCase()}-${size.width}x${size.height}.png`;
        await work.page.screenshot({ path: join(FOLDER, file), animations: 'disabled' });
      };
      await take('start');
      await work.openSample('Mid-market platform');
      await take('compare');
      await work.goTo('Book');
      await take('confirm');
      await work.goTo('Assumptions');
      await take('assumptions');
    });
  }
}
