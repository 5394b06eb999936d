/** Milliseconds of processor time that a piece of work takes: unlike time on the clock it does not grow when other programs run. */
export function processorMilliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
