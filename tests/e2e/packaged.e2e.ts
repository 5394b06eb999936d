import { getRawHeader, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from '@playwright/test';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmod, chown, cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ROOT, test } from './handoff.ts';

const UNPACKED = join(ROOT, 'dist/test/linux-unpacked');
const NOBODY = 65_534;

test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  test.setTimeout(300_000);
  execFileSync(process.execPath, ['build/package.mjs', '--dir', '--test-build'], {
    cwd: ROOT,
    stdio: 'ignore',
  });
});

test('a release holds the bundles only, and its fuses are set', async () => {
  const archive = join(UNPACKED, 'resources/app.asar');
  const files = listPackage(archive, { isPack: false });
  expect(files).toContain('/out/main/main.js');
  expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
  expect(files.filter((file) => !/^\/(out|package\.json)/.test(file))).toEqual([]);
  expect(getRawHeader(archive).headerString).not.toContain('"unpacked"');
  expect(await readdir(join(UNPACKED, 'resources'))).not.toContain('default_app.asar');

  const fuses = await getCurrentFuseWire(join(UNPACKED, 'handoff'));
  // The wire holds the characters '0' and '1'.
  const state = (fuse: FuseV1Options) => String.fromCharCode(Number(fuses[fuse]));
  expect(state(FuseV1Options.RunAsNode)).toBe('0');
  expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe('0');
  expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe('0');
  expect(state(FuseV1Options.EnableCookieEncryption)).toBe('1');
  expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe('1');
  expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe('1');
});

test('the packaged app opens a book, in the real sandbox of an ordinary user', async ({
  dataFolder,
}) => {
  test.setTimeout(120_000);
  // Root has no sandbox: then the app is copied to where the user "nobody" can run it.
  const asRoot = process.getuid?.() === 0;
  const folder = join(dataFolder, 'app');
  const home = join(dataFolder, 'home');
  // The display's key, which only the user who started it can read.
  const access = join(home, 'display-access');
  await cp(UNPACKED, folder, { recursive: true });
  await mkdir(home);
  const book = join(dataFolder, 'book.csv');
  await cp(join(ROOT, 'tests/fixtures/model-example/book.csv'), book);
  if (asRoot) {
    await chmod(dataFolder, 0o755);
    await chmod(book, 0o644);
    await chown(home, NOBODY, NOBODY);
    await cp(process.env['XAUTHORITY'] ?? '/dev/null', access).catch(() => undefined);
    await chown(access, NOBODY, NOBODY).catch(() => undefined);
    // As an installer leaves it: where the kernel gives users no namespaces, this helper is used.
    await chmod(join(folder, 'chrome-sandbox'), 0o4755);
  }
  const app = spawn(
    join(folder, 'handoff'),
    ['--remote-debugging-port=0', `--user-data-dir=${join(home, 'data')}`, book],
    {
      cwd: home,
      env: { ...process.env, HOME: home, ...(asRoot ? { XAUTHORITY: access } : {}) },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(asRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    },
  );
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(app));
    const pageOf = () => browser.contexts()[0]?.pages()[0];
    await expect.poll(() => pageOf()?.url()).toBe('app://handoff/index.html');
    const page = pageOf();
    if (page === undefined) throw new Error('the packaged app shows no window');
    await expect(page.locator('#root')).not.toBeEmpty();
    await expect.poll(() => rendererSandboxes(app)).toContain('2');
    await browser.close();
  } finally {
    app.kill('SIGKILL');
  }
});

function debuggingAddress(app: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    app.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const match = /DevTools listening on (ws:\S+)/.exec(text);
      if (match?.[1] !== undefined) found(match[1]);
    });
    app.once('exit', (code) => failed(new Error(`the packaged app ended (${code}): ${text}`)));
  });
}

/** The seccomp mode of every renderer of the app: 2 is a filter, 0 is none. */
async function rendererSandboxes(app: ChildProcess): Promise<string[]> {
  const modes: string[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!command.includes('--type=renderer') || !command.startsWith(app.spawnfile)) continue;
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    modes.push(/^Seccomp:\s+(\d)/m.exec(status)?.[1] ?? '');
  }
  return modes;
}
