/** Rows or columns that a sheet hides, gathered as ranges: a file may name the same ones without end. */
export class HiddenLines {
  private readonly ranges: { readonly first: number; last: number }[] = [];

  /** `first` and `last` count from 0, both inclusive. */
  add(first: number, last: number): void {
    if (!(first <= last)) return;
    const before = this.ranges.at(-1);
    if (before !== undefined && first >= before.first && first <= before.last + 1) {
      before.last = Math.max(before.last, last);
    } else this.ranges.push({ first, last });
  }

  /** All of them before `end`, in order, each once: what is hidden beyond the last cell hides nothing. */
  before(end: number): number[] {
    const lines: number[] = [];
    let next = 0;
    for (const { first, last } of this.ranges.sort((a, b) => a.first - b.first)) {
      for (let line = Math.max(first, next); line <= last && line < end; line++) lines.push(line);
      next = Math.max(next, last + 1);
    }
    return lines;
  }
}
