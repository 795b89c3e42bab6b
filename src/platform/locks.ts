/**
 * Runs some work while no other page of this extension, nor the worker, does work of this name; the others wait. A page
 * that is closed meanwhile lets the next one go on. Apart from the queues of `storage.ts`, which each page has its own of.
 */
export const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  // The types do not see that the lock resolves with what the work does.
  navigator.locks.request(name, work) as Promise<T>;
