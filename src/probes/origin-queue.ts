/**
 * One request in flight per origin, whoever asks: checks, plans and all tabs of the site share it. Turns
 * are taken in the order in which they were asked for.
 */
const queues = new Map<string, Promise<unknown>>();

/** Runs an act when it is this origin's turn. */
export function inTurn<T>(url: string, act: () => Promise<T>): Promise<T> {
  const { origin } = new URL(url);
  const turn = (queues.get(origin) ?? Promise.resolve()).then(act, act);
  const settled = turn.then(
    () => undefined,
    () => undefined,
  );
  queues.set(origin, settled);
  settled.then(() => {
    if (queues.get(origin) === settled) queues.delete(origin);
  });
  return turn;
}
