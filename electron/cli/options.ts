import { parseArgs } from 'node:util';
import { own } from '../../shared/units/records.ts';
import { Refusal } from './refusal.ts';

/** One option of a command, as its help shows it. */
export interface OptionInfo {
  readonly name: string;
  /** What stands for the value in the help: 'FILE'. */
  readonly value: string;
  readonly meaning: string;
  readonly repeatable?: true;
}

/** Options given on the command line, by name, in the order given. */
export type GivenOptions = ReadonlyMap<string, readonly string[]>;

/** Asked for in words that this version understands but does not do yet. */
const NOT_YET: Readonly<Record<string, string>> = {
  deck: 'Handoff does not make decks yet: leave --deck out and use --workbook.',
  report: 'Handoff does not make reports yet: leave --report out and use --workbook.',
};

/** Reads a command's options. Throws a Refusal on anything the command does not know. */
export function readOptions(
  command: string,
  args: readonly string[],
  known: readonly OptionInfo[],
): GivenOptions {
  const help = `"handoff ${command} --help" lists what there is.`;
  const options = Object.fromEntries(
    [...known.map(({ name }) => name), ...Object.keys(NOT_YET)].map((name) => [
      name,
      { type: 'string', multiple: true } as const,
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional')
      throw new Refusal(
        `"${token.value}" stands alone: files are named by an option, as in --book ${token.value}.`,
      );
    const option = known.find(({ name }) => name === token.name);
    if (!token.rawName.startsWith('--') || option === undefined)
      throw new Refusal(
        own(NOT_YET, token.name) ?? `There is no option "${token.rawName}" of ${command}: ${help}`,
      );
    if (token.value === undefined || token.value === '')
      throw new Refusal(
        `--${token.name} needs ${option.value} behind it: --${token.name} ${option.value}.`,
      );
    const values = given.get(token.name) ?? [];
    if (values.length > 0 && option.repeatable !== true)
      throw new Refusal(`--${token.name} is given twice: give it once.`);
    given.set(token.name, [...values, token.value]);
  }
  return given;
}

/** The one value of an option, or undefined. */
export function single(options: GivenOptions, name: string): string | undefined {
  return options.get(name)?.[0];
}
