import { defineConfig } from '@playwright/test';
import { resolve } from 'node:path';

/** Pictures to be looked at, made on demand: no test compares them. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.pictures.ts',
  outputDir: resolve(import.meta.dirname, '../../test-results/pictures'),
  workers: 1,
  timeout: 120_000,
  reporter: 'list',
});
