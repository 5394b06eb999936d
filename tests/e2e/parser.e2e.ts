import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ROOT, test, type Handoff } from './handoff.ts';

/** Has a file read as the window does, by the window's own API, and gives back the answer. */
async function read(handoff: Handoff, kind: 'book' | 'project', path: string): Promise<unknown> {
  await handoff.willChoose(path);
  return handoff.window.evaluate(async (what) => {
    const api = Object(Reflect.get(window, 'handoff'));
    const call = (name: string, ...input: unknown[]): Promise<unknown> =>
      Promise.resolve(Reflect.apply(Reflect.get(api, name), api, input));
    const [file] = Object(await call('chooseFiles', what));
    const job = crypto.randomUUID();
    const answer = new Promise((resolve) => {
      Reflect.apply(Reflect.get(api, 'on'), api, [
        'parserEnded',
        (ended: string, end: unknown) => ended === job && resolve(end),
      ]);
      window.addEventListener('message', (event) => {
        const [port] = event.ports;
        if (port === undefined || event.data.job !== job) return;
        port.onmessage = ({ data }) => {
          // What is large goes ahead in pieces: the rest of a message is its outline.
          const message = data.type === 'rest' ? data.rest : { type: 'progress' };
          if (message.type === 'book') resolve({ type: 'book', totals: message.result.totals });
          else if (message.type !== 'progress') resolve(message);
        };
      });
    });
    await call('startParser', { job, kind: what, files: [file.id], options: {} });
    const found = await answer;
    await call('endParser', job);
    return found;
  }, kind);
}

async function processes(handoff: Handoff): Promise<string[]> {
  return handoff.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
}

test('a book is read in a process of its own that is gone afterwards', async ({ start }) => {
  const handoff = await start();
  const answer = await read(handoff, 'book', join(ROOT, 'tests/fixtures/model-example/book.csv'));
  expect(answer).toMatchObject({ type: 'book', totals: { arr: expect.any(Number) } });
  await expect.poll(() => processes(handoff)).toEqual(['app://handoff/index.html']);
  expect(await handoff.complaints()).toEqual([]);
});

test('a broken file ends in one sentence', async ({ start, dataFolder }) => {
  const handoff = await start();
  const path = join(dataFolder, 'broken.xlsx');
  await writeFile(path, Buffer.from('PK\u0003\u0004 and nothing more'));
  expect(await read(handoff, 'book', path)).toEqual({
    type: 'refused',
    message: expect.stringMatching(/^broken\.xlsx .+\.$/),
  });
  expect(await read(handoff, 'project', path)).toEqual({
    type: 'refused',
    message: expect.stringMatching(/^broken\.xlsx could not be opened: .+\.$/),
  });
});

/** Starts a reading that goes wrong: as soon as its process is there, it is made to run this. */
async function readGoneWrong(handoff: Handoff, path: string, code: string): Promise<unknown> {
  await handoff.electron.evaluate(({ app }, script) => {
    app.once('web-contents-created', (_event, contents) => {
      contents.once('dom-ready', () => {
        contents.executeJavaScript(script).catch(() => undefined);
      });
    });
  }, code);
  return read(handoff, 'book', path);
}

test('a reading that takes all memory is ended alone; the window goes on', async ({ start }) => {
  const handoff = await start();
  const book = join(ROOT, 'tests/fixtures/model-example/book.csv');
  const answer = await readGoneWrong(
    handoff,
    book,
    'const kept = []; for (;;) kept.push(new Uint8Array(32 * 2 ** 20).fill(1));',
  );
  expect(answer).toEqual({
    cancelled: false,
    message:
      'book.csv needs more than 1.5 GB of memory to read: split it into smaller files and open those.',
  });
  await expect.poll(() => processes(handoff)).toEqual(['app://handoff/index.html']);
  expect(await read(handoff, 'book', book)).toMatchObject({ type: 'book' });
});

test('a reading that stands still for 30 seconds is ended', async ({ start }) => {
  test.setTimeout(120_000);
  const handoff = await start();
  const book = join(ROOT, 'tests/fixtures/model-example/book.csv');
  const answer = await readGoneWrong(handoff, book, 'for (;;);');
  expect(answer).toEqual({
    cancelled: false,
    message: expect.stringContaining('30 seconds without progress'),
  });
  await expect.poll(() => processes(handoff)).toEqual(['app://handoff/index.html']);
});

test('a reading is cancelled at once', async ({ start, dataFolder }) => {
  const handoff = await start();
  const path = join(dataFolder, 'large.csv');
  const row = `${'x'.repeat(40)},1,2,3\n`;
  await writeFile(path, `account,a,b,c\n${row.repeat(1_000_000)}`);
  await handoff.willChoose(path);
  const job = await handoff.window.evaluate(async () => {
    const api = Object(Reflect.get(window, 'handoff'));
    const call = (name: string, ...input: unknown[]): Promise<unknown> =>
      Promise.resolve(Reflect.apply(Reflect.get(api, name), api, input));
    const [file] = Object(await call('chooseFiles', 'book'));
    const begun = new Promise((resolve) => {
      window.addEventListener('message', ({ ports: [port] }) => {
        if (port !== undefined) port.onmessage = resolve;
      });
    });
    await call('startParser', { job: 'one', kind: 'book', files: [file.id], options: {} });
    await begun;
    await call('endParser', 'one');
    return 'one';
  });
  expect(job).toBe('one');
  await expect.poll(() => processes(handoff)).toEqual(['app://handoff/index.html']);
});
