import { COMMANDS, COMPARE, IMPORT } from './commands.ts';
import { runCompare } from './compare-command.ts';
import { say, writeStandard } from './files.ts';
import { commandHelp, programHelp } from './help.ts';
import { runImport } from './import-command.ts';
import { readOptions } from './options.ts';
import { Refusal } from './refusal.ts';

const RUN = { [IMPORT.name]: runImport, [COMPARE.name]: runCompare } as const;

/**
 * Runs one command line. Returns the exit status: 0 done; 2 refused, one sentence a reason on standard
 * error; 1 a fault of the program. `program` is this program's script, started again to read books.
 */
export async function runCommandLine(
  program: string,
  version: string,
  args: readonly string[],
): Promise<0 | 1 | 2> {
  try {
    await runCommand(program, version, args);
    return 0;
  } catch (cause) {
    if (cause instanceof Refusal) {
      await say(cause.sentences);
      return 2;
    }
    const message = cause instanceof Error ? cause.message : String(cause);
    await say([`Handoff met a fault of its own (${message}): please report it.`]);
    return 1;
  }
}

async function runCommand(
  program: string,
  version: string,
  [first, ...rest]: readonly string[],
): Promise<void> {
  if (first === '--version') return writeStandard(`${version}\n`);
  if (first === undefined || first === '--help' || first === 'help')
    return writeStandard(programHelp());
  const command = COMMANDS.find(({ name }) => name === first);
  const run = command && RUN[command.name];
  if (command === undefined || run === undefined)
    throw new Refusal(
      first === 'analyse'
        ? 'Handoff does not have the command "analyse" yet: use compare.'
        : `There is no command "${first}": "handoff --help" lists what there is.`,
    );
  if (rest.includes('--help')) return writeStandard(commandHelp(command));
  return run(program, readOptions(command.name, rest, command.options));
}
