/**
 * A failure that the person at the keyboard can do something about. Its message is one sentence
 * that says what to run; the scripts print it without a stack trace.
 */
export class Refusal extends Error {}

/**
 * Progress goes to standard error: standard output belongs to what was asked for.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs a script's main function: a Refusal ends in its sentence and status 1, anything else is a
 * fault of ours and keeps its stack.
 * @param {() => Promise<void> | void} main
 */
export async function script(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
