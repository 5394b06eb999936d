import { join } from 'node:path';
import { REQUEST_NAMES } from '../../shared/ipc/channels.ts';
import { expect, ROOT, test } from './handoff.ts';

test('the window is sandboxed, isolated and under a strict policy', async ({ start }) => {
  const { electron, window } = await start();

  const preferences = await electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents): object => {
      // Not in Electron's declarations, though every version has it.
      const last: unknown = Reflect.get(contents, 'getLastWebPreferences');
      return typeof last === 'function' ? last.call(contents) : {};
    }),
  );
  expect(preferences).toEqual([
    expect.objectContaining({ sandbox: true, contextIsolation: true, nodeIntegration: false }),
  ]);

  const page = await window.evaluate(async () => {
    const { headers } = await fetch(location.href);
    return {
      address: location.href,
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      isolated: crossOriginIsolated,
      policy: headers.get('content-security-policy'),
      opener: headers.get('cross-origin-opener-policy'),
      embedder: headers.get('cross-origin-embedder-policy'),
      resource: headers.get('cross-origin-resource-policy'),
    };
  });
  expect(page).toMatchObject({
    address: 'app://handoff/index.html',
    require: 'undefined',
    process: 'undefined',
    isolated: true,
    opener: 'same-origin',
    embedder: 'require-corp',
    resource: 'same-origin',
  });
  expect(page.policy).toContain("default-src 'none'; script-src 'self';");
  expect(page.policy).toMatch(/style-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}'/);
  expect(page.policy).not.toContain('unsafe');
});

test('every document gets a nonce of its own', async ({ start }) => {
  const { window } = await start();
  const nonces = await window.evaluate(async () => {
    const policies = await Promise.all([fetch('/index.html'), fetch('/index.html')]);
    return policies.map(
      (one) => /nonce-([^']+)/.exec(one.headers.get('content-security-policy') ?? '')?.[1],
    );
  });
  expect(new Set(nonces).size).toBe(2);
});

test('nothing the app does offends its own policy, and an offence would be seen', async ({
  start,
}) => {
  const handoff = await start();
  expect(await handoff.complaints()).toEqual([]);

  await handoff.window.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.body.append(style);
  });
  await expect.poll(() => handoff.complaints()).toHaveLength(2);
  expect((await handoff.complaints()).join()).toContain('Content Security Policy');
  expect(await handoff.window.evaluate(() => 'injected' in window)).toBe(false);
});

test('the page can neither leave nor open anything', async ({ start }) => {
  const { electron, window } = await start();
  const home = window.url();
  await window.evaluate(() => {
    for (const address of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://handoff/parser/index.html',
      'app://elsewhere/',
    ]) {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      globalThis.open(address);
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }
    location.assign('https://example.com/');
  });
  await window.waitForTimeout(500);
  expect(window.url()).toBe(home);
  const addresses = await electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
  expect(addresses).toEqual([home]);
  expect(
    window
      .frames()
      .slice(1)
      .every((frame) => !frame.url().startsWith('http')),
  ).toBe(true);
});

test('the page is denied what it has no use for', async ({ start }) => {
  const { window } = await start();
  const states = await window.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
    ];
    const found: Record<string, string> = {};
    for (const name of names) {
      const query = { name } as unknown as PermissionDescriptor;
      found[name] = (await navigator.permissions.query(query)).state;
    }
    return found;
  });
  expect(new Set(Object.values(states))).toEqual(new Set(['denied']));
});

test('the page reaches no network and no file', async ({ start }) => {
  const { electron, window } = await start();
  const answers = await window.evaluate(async () => {
    const tried = [
      'https://example.com/',
      'http://127.0.0.1:9/',
      'file:///etc/passwd',
      'app://elsewhere/index.html',
      'app://handoff/..%2f..%2fpackage.json',
      'app://handoff/%2e%2e/main/main.js',
    ];
    return Promise.all(
      tried.map((address) =>
        fetch(address).then(
          (answer) => answer.status,
          () => 'refused',
        ),
      ),
    );
  });
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused', 404, 404]);

  // The main process itself, past every page: its sessions cancel whatever is not the app's own.
  const outside = await electron.evaluate(async ({ net }) =>
    net.fetch('http://127.0.0.1:9/').then(
      () => 'answered',
      (error: Error) => error.message,
    ),
  );
  expect(outside).toContain('ERR_BLOCKED_BY_CLIENT');
});

test('a message that is not understood is refused, and nothing else happens', async ({ start }) => {
  const { window } = await start();
  const answers = await window.evaluate(async () => {
    const api: unknown = Reflect.get(window, 'handoff');
    const call = async (name: string, ...input: unknown[]): Promise<string> => {
      const method: unknown = Reflect.get(Object(api), name);
      if (typeof method !== 'function') return 'absent';
      try {
        return String(await Reflect.apply(method, api, input));
      } catch (error) {
        return String(error);
      }
    };
    return [
      await call('chooseFiles', 'everything'),
      await call('save', '/etc/passwd', 'text'),
      await call('readText', { path: '/etc/passwd' }),
      await call('startup', 'unexpected'),
      await call('registerDropped', ['/etc/passwd']),
    ];
  });
  for (const answer of answers.slice(0, 4)) expect(answer).toContain('not understood');
  expect(answers[4]).toContain('expected to receive a File');
  const unknown = await window.evaluate(async () => {
    const api: unknown = Reflect.get(window, 'handoff');
    const readText: unknown = Reflect.get(Object(api), 'readText');
    return typeof readText === 'function'
      ? await Reflect.apply(readText, api, ['/etc/passwd'])
      : null;
  });
  expect(unknown).toEqual({ ok: false, message: expect.stringContaining('choose it again') });
});

test('a window that is not the app gets no answer', async ({ start }) => {
  const { electron } = await start();
  // A window with the app's own preload and address that someone opened past main.ts.
  const answer = await electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, preload },
      });
      await stranger.loadURL('app://handoff/parser/index.html');
      const result: unknown = await stranger.webContents.executeJavaScript(
        "window.handoff.recent().then(() => 'answered', (error) => error.message)",
      );
      stranger.destroy();
      return result;
    },
    join(ROOT, 'out/preload/window.cjs'),
  );
  expect(answer).toContain('No handler registered');
});

test('handlers, channels and the methods of the page are one set', async ({ start }) => {
  const { window } = await start();
  const found = await window.evaluate(async (wrong) => {
    const api = Object(Reflect.get(window, 'handoff'));
    const methods = Object.keys(api);
    const answers: Record<string, string> = {};
    for (const name of methods) {
      const method: unknown = Reflect.get(api, name);
      if (typeof method !== 'function' || name === 'on') continue;
      // Far too many values for any channel: whoever has a handler refuses them.
      answers[name] = await Promise.resolve()
        .then(() => Reflect.apply(method, api, wrong))
        .then(String, String);
    }
    return { methods, answers };
  }, Array<never[]>(9).fill([]));
  expect(found.methods.sort()).toEqual([...REQUEST_NAMES, 'on', 'platform', 'version'].sort());
  // The preload itself takes the dropped files and passes on nothing else.
  const { registerDropped, ...answers } = found.answers;
  expect(registerDropped).toBe('');
  expect(Object.keys(answers)).toHaveLength(REQUEST_NAMES.length - 1);
  for (const [name, answer] of Object.entries(answers)) {
    expect(answer).toContain(`${name}: not understood`);
  }
});
