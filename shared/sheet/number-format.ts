/** What a number under a format means to its reader. */
export type FormatMeaning = 'date' | 'other';

/**
 * Number formats that files refer to by number alone (ECMA-376, 18.8.30). The East Asian and Thai
 * ids are dates in some locales and are listed as what they are in every one of them.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0_);("$"#,##0)',
  6: '"$"#,##0_);[Red]("$"#,##0)',
  7: '"$"#,##0.00_);("$"#,##0.00)',
  8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};
const EAST_ASIAN_DATES = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

/** The format behind a built-in number, General for one that means nothing. */
export function builtInFormat(id: number): string {
  if (EAST_ASIAN_DATES.includes(id)) return 'yyyy-mm-dd';
  return BUILT_IN[id] ?? 'General';
}

/**
 * 'date' for formats that show a day, month or year. A time of day or a duration alone stays a
 * number: it is no date, and its format says what it is.
 */
export function formatMeaning(format: string): FormatMeaning {
  if (format.length > 1024 || /^(general|standard)$/i.test(format)) return 'other';
  const section = firstSection(format);
  if (/[yd]/i.test(section)) return 'date';
  return /m/i.test(section) && !/[hs0#?]/i.test(section) ? 'date' : 'other';
}

/** The letters of the section for positive numbers that are instructions: no quotes, escapes, brackets, AM/PM. */
function firstSection(format: string): string {
  let letters = '';
  for (let at = 0; at < format.length; at++) {
    const letter = format.charAt(at);
    if (letter === ';') break;
    if (letter === '\\' || letter === '_' || letter === '*') at++;
    else if (letter === '"') at = closing(format, '"', at);
    else if (letter === '[') at = closing(format, ']', at);
    else letters += letter;
  }
  return letters.replace(/AM\/PM|A\/P/gi, '');
}

function closing(format: string, mark: string, from: number): number {
  const at = format.indexOf(mark, from + 1);
  return at === -1 ? format.length : at;
}

const DAYS_TO_1970_FROM_1900 = 25569;
const DAYS_TO_1970_FROM_1904 = 24107;

/**
 * Days since 1970-01-01 of a spreadsheet's day number. In the 1900 system a leap day that never
 * was stands at 60: days before it are one later than the plain difference.
 */
export function serialToDays(serial: number, date1904: boolean): number {
  if (date1904) return serial - DAYS_TO_1970_FROM_1904;
  return serial - DAYS_TO_1970_FROM_1900 + (serial < 60 ? 1 : 0);
}

/** Days that spreadsheet programs can show as dates: up to the end of the year 9999. */
export function isDateSerial(serial: number): boolean {
  return serial >= 0 && serial < 2_958_466;
}
