import { FakeEvent } from "./event.ts";

/** Comes to an end only while somebody lives who waits for it. */
export const whileAlive = <T>(act: Promise<T>, isAlive: () => boolean): Promise<T> =>
  new Promise((resolve, reject) => {
    act.then(
      (value) => isAlive() && resolve(value),
      (error: unknown) => isAlive() && reject(error),
    );
  });

/** An API as one worker sees it: what a dead one has called, or calls, never comes back, and changes nothing. */
export function mortal(api: object, isAlive: () => boolean): object {
  const views = new Map<unknown, unknown>();
  const viewOf = (value: object): unknown => {
    const view = views.get(value) ?? mortal(value, isAlive);
    views.set(value, view);
    return view;
  };
  return new Proxy(api, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value === "function") {
        return (...args: unknown[]): unknown => {
          if (!isAlive()) return new Promise(() => undefined);
          const result: unknown = Reflect.apply(value, target, args);
          return result instanceof Promise ? whileAlive(result, isAlive) : result;
        };
      }
      // Its listeners go when the worker dies.
      if (value instanceof FakeEvent) return value;
      return typeof value === "object" && value !== null ? viewOf(value) : value;
    },
  });
}
