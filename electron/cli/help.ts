import { COMMANDS, type CommandInfo } from './commands.ts';

const WIDTH = 96;

/** The page of `handoff --help`. */
export function programHelp(): string {
  const commands = COMMANDS.map(({ name, does }): [string, string] => [name, does]);
  return [
    'Handoff answers from a book of business who should own the commercials of existing',
    'customers: Sales, Customer Success, or a split.',
    '',
    'handoff <command> --book FILE … [options]',
    '',
    ...columns(commands),
    '',
    ...columns([
      ['<command> --help', "the command's options"],
      ['--help', 'this page'],
      ['--version', 'the version'],
    ]),
    '',
    'Exit status: 0 done; 2 refused, with the reason on standard error; 1 a fault of Handoff itself.',
    '',
  ].join('\n');
}

/** The page of `handoff <command> --help`. */
export function commandHelp({ name, does, options, notes }: CommandInfo): string {
  return [
    `handoff ${name} --book FILE … [options]: ${does}`,
    '',
    ...columns(options.map((o): [string, string] => [`--${o.name} ${o.value}`, o.meaning])),
    '',
    ...notes,
    '',
  ].join('\n');
}

/** Two columns, the second folded at words. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([term]) => term.length)) + 4;
  return rows.flatMap(([term, meaning]) =>
    fold(meaning, WIDTH - left).map(
      (line, at) => `${at === 0 ? `  ${term}`.padEnd(left) : ' '.repeat(left)}${line}`,
    ),
  );
}

function fold(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1] ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
