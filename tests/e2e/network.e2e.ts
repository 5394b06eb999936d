import { spawn, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, ROOT, test } from './handoff.ts';

const electron: string = createRequire(import.meta.url)('electron');

test('a plain start never speaks to any network', async ({ dataFolder }) => {
  // The kernel's own list of connections; where it cannot be had, Chromium's of its requests.
  const traced = spawnSync('strace', ['-V']).status === 0;
  const log = join(dataFolder, 'net.log');
  const app = [
    electron,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(dataFolder, 'data')}`,
    ...(traced ? [] : [`--log-net-log=${log}`]),
    ROOT,
  ];
  const [command = '', ...args] = traced
    ? ['strace', '-f', '-qq', '-e', 'trace=connect', '-o', log, ...app]
    : app;
  const running = spawn(command, args, { stdio: 'ignore', detached: true });
  // Watched from when its first connection, or the log of its requests, is there.
  await expect
    .poll(() => readFile(log, 'utf8').catch(() => ''), { timeout: 60_000 })
    .toContain(traced ? 'AF_UNIX' : '{');
  await new Promise((done) => setTimeout(done, 6000));
  if (running.pid !== undefined) process.kill(-running.pid, 'SIGTERM');
  await new Promise((done) => running.once('exit', done));

  const text = await readFile(log, 'utf8');
  // Proof that something was watched: the display is spoken to by a local socket.
  if (traced) expect(text).toContain('AF_UNIX');
  expect(text.split('\n').filter((line) => /AF_INET|"url":"https?:/.test(line))).toEqual([]);
});
