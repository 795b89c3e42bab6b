/**
 * The processor's time that an act takes in milliseconds: the least of three goes. Others on a busy machine take none of
 * it, so that a limit on it tells a slow parser from a slow machine.
 */
export function cpuTime(act: () => unknown): number {
  const goes = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...goes);
}
