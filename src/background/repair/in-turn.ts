let last: Promise<unknown> = Promise.resolve();

/**
 * Gives back one thing after another: hosts are known to be a repair's by the permission beside them, which nobody is to
 * take away between the look and the act.
 */
export function inTurn(giveBack: () => Promise<void>): Promise<void> {
  const mine = last.then(giveBack);
  last = mine.catch(() => undefined);
  return mine;
}
