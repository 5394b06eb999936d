const MS_A_DAY = 86_400_000;

/**
 * Days since 1970-01-01 of an ISO date or date with time (`2026-03-31T12:00:00`), any time zone
 * left aside as spreadsheets do; null for anything else.
 */
export function isoDays(text: string): number | null {
  const found =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(
      text.trim(),
    );
  if (found === null) return null;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = found;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // A thirteenth month or a 31st of April rolls over: that is no date.
  if (!new Date(midnight).toISOString().startsWith(`${year}-${month}-${day}`)) return null;
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return (midnight + time * 1000) / MS_A_DAY;
}

/** Fraction of a day of an ISO time alone (`12:00:00`), null for anything else. */
export function isoTime(text: string): number | null {
  const found = /^(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?Z?$/.exec(text.trim());
  if (found === null) return null;
  const [, hours, minutes, seconds = '0'] = found;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
