import { describe, expect, test } from 'vitest';
import { COMPARE, IMPORT } from '../../../electron/cli/commands.ts';
import { readOptions } from '../../../electron/cli/options.ts';
import { Refusal } from '../../../electron/cli/refusal.ts';
import { refuseSharedTargets } from '../../../electron/cli/request.ts';

const read = (...args: string[]) => readOptions('compare', args, COMPARE.options);

describe('options', () => {
  test('are taken in either spelling, books in order, "-" as a value', () => {
    const options = read('--book', 'a.csv', '--json=-', '--book=b.csv', '--csv', '-x.csv');
    expect([...options]).toEqual([
      ['book', ['a.csv', 'b.csv']],
      ['json', ['-']],
      ['csv', ['-x.csv']],
    ]);
  });

  test.each([
    ['an unknown option', ['--bok', 'x'], /^There is no option "--bok" of compare/],
    ['a short option', ['-b', 'x'], /^There is no option "-b" of compare/],
    ['an inherited name', ['--constructor', 'x'], /^There is no option "--constructor"/],
    ['an option without value', ['--book'], /^--book needs FILE behind it/],
    ['an empty value', ['--book='], /^--book needs FILE behind it/],
    ['a word alone', ['book.csv'], /^"book.csv" stands alone: files are named by an option/],
    ['an option twice', ['--json', '-', '--json', 'x'], /^--json is given twice/],
    ['a deck', ['--deck', 'x.pptx'], /^Handoff does not make decks yet/],
    ['a report', ['--report', 'x.pdf'], /^Handoff does not make reports yet/],
  ])('%s is refused', (_, args, sentence) => {
    expect(() => read(...args)).toThrow(Refusal);
    expect(() => read(...args)).toThrow(sentence);
  });

  test('those of compare alone are none of import', () => {
    expect(() => readOptions('import', ['--rate', '2'], IMPORT.options)).toThrow(
      /^There is no option "--rate" of import/,
    );
  });

  test('two outputs in one place are refused', () => {
    const shared =
      (...args: string[]) =>
      () => {
        refuseSharedTargets(read(...args), ['json', 'csv', 'workbook']);
      };
    expect(shared('--json', '-', '--csv', '-')).toThrow(/^Two outputs go to standard output/);
    expect(shared('--json', 'x', '--workbook', 'x')).toThrow(/^Two outputs go to x/);
    expect(shared('--json', 'x', '--csv', '-')).not.toThrow();
  });
});
