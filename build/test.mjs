/**
 * `npm test`: every check and every test, as CI runs them. Ends with one line that counts the tests
 * by their runners' own reports; a failed check fails the run as a failed test does.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { buildApp } from './build.mjs';
import { check } from './check.mjs';
import { handOver, ROOT, tool } from './run.mjs';
import { say, script } from './say.mjs';
import { onDisplay } from './window.mjs';

const REPORTS = join(ROOT, 'test-results');

/** @param {string} file */
function report(file) {
  try {
    return JSON.parse(readFileSync(join(REPORTS, file), 'utf8'));
  } catch {
    return null;
  }
}

async function unitTests() {
  const file = 'unit.json';
  const status = await tool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(REPORTS, file)}`,
  ]);
  const counted = report(file);
  return {
    status,
    passed: Number(counted?.numPassedTests ?? 0),
    failed: Number(counted?.numFailedTests ?? 0),
  };
}

async function windowTests() {
  const { command, args } = onDisplay(process.execPath, [
    join(ROOT, 'node_modules/@playwright/test/cli.js'),
    'test',
    '--config=tests/e2e/playwright.config.ts',
  ]);
  const status = await handOver(command, args);
  const counted = report('e2e.json')?.stats;
  return {
    status,
    passed: Number(counted?.expected ?? 0),
    // A test that passed at its second try has failed once: not green.
    failed: Number(counted?.unexpected ?? 0) + Number(counted?.flaky ?? 0),
  };
}

await script(async () => {
  await bootstrap();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  const failedChecks = await check();
  const unit = await unitTests();
  await buildApp();
  const windows = await windowTests();

  if (failedChecks.length > 0) say(`Failed checks: ${failedChecks.join(', ')}`);
  const failed = unit.failed + windows.failed;
  const green = failedChecks.length + failed + unit.status + windows.status === 0;
  process.exitCode = green ? 0 : 1;
  process.stdout.write(`${unit.passed + windows.passed} passed, ${failed} failed\n`);
});
