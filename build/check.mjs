/** `npm run check`: types, lint, format and dead code. Every check runs, then the failed are named. */
import { readdirSync } from 'node:fs';
import { provideModules } from './bootstrap.mjs';
import { ROOT, tool } from './run.mjs';
import { Refusal, say, script } from './say.mjs';

/** Every layer has a tsconfig of its own. */
const LAYERS = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('tsconfig.json') && !/(^|[\\/])(node_modules|out|dist)[\\/]/.test(name),
);

/** @type {readonly { name: string, run: () => Promise<number> }[]} */
const CHECKS = [
  ...LAYERS.map((layer) => ({
    name: `types (${layer})`,
    run: () => tool('typescript/bin/tsc', ['--project', layer]),
  })),
  { name: 'lint', run: () => tool('eslint/bin/eslint.js', ['--max-warnings', '0', '.']) },
  {
    name: 'format',
    run: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'dead code', run: () => tool('knip/bin/knip.js', ['--no-progress']) },
];

/** @returns {Promise<string[]>} the checks that failed */
export async function check() {
  const failed = [];
  for (const { name, run } of CHECKS) {
    const passed = (await run()) === 0;
    say(`${passed ? '✓' : '✗'} ${name}`);
    if (!passed) failed.push(name);
  }
  return failed;
}

if (process.argv[1] === import.meta.filename) {
  await script(async () => {
    provideModules();
    const failed = await check();
    if (failed.length > 0) {
      throw new Refusal(
        `These checks failed: ${failed.join(', ')}. Mend what the lines above name.`,
      );
    }
  });
}
