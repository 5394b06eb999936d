import type { Joined } from './join.ts';

/** The latest value by account: of the newest date, or of the last row where rows have no date. NaN where none. */
export function latestByAccount(
  tables: readonly Joined[],
  field: 'health' | 'risk',
  accounts: number,
): Float64Array {
  const latest = new Float64Array(accounts).fill(NaN);
  const day = new Float64Array(accounts).fill(-Infinity);
  for (const { view, accountOf } of tables) {
    if (!view.has(field)) continue;
    const values = view.figures(field).values;
    const dates = view.dates('date');
    const [low, high] = field === 'health' ? [0, 100] : [0, 1];
    for (let row = 0; row < view.count; row++) {
      const account = accountOf[row] ?? -1;
      const value = values[row] ?? NaN;
      if (account < 0 || !(value >= low && value <= high)) continue;
      const when = Number.isNaN(dates[row] ?? NaN) ? -1e9 : (dates[row] ?? 0);
      if (when < (day[account] ?? 0)) continue;
      day[account] = when;
      latest[account] = value;
    }
  }
  return latest;
}
