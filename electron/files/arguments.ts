import { resolve } from 'node:path';

/**
 * The files named on a command line, as absolute paths: what a double click in the file manager or
 * `handoff book.xlsx` gives. Flags and the app's own folder are not files.
 */
export function filesInArguments(
  argv: readonly string[],
  folder: string,
  isPackaged: boolean,
): string[] {
  const own = isPackaged ? 1 : 2;
  return argv
    .filter((arg) => !arg.startsWith('-'))
    .slice(own)
    .map((arg) => resolve(folder, arg));
}
