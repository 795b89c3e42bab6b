/** `navigator.locks` as all pages of one extension share it: who asks for a name that is taken waits. */
export function fakeLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request<T>(name: string, work: () => Promise<T>): Promise<T> {
      const mine = (last.get(name) ?? Promise.resolve()).then(work);
      last.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
    /** The worker has died: what it held is free. */
    forgetWorker: () => last.clear(),
  };
}
