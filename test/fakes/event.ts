/** An event of the browser: whoever listens hears it, until the worker that listens dies. */
export class FakeEvent<A extends unknown[], R = unknown> {
  readonly #listeners = new Set<(...args: A) => R>();

  addListener(listener: (...args: A) => R, ..._filter: unknown[]): void {
    this.#listeners.add(listener);
  }

  removeListener(listener: (...args: A) => R): void {
    this.#listeners.delete(listener);
  }

  hasListener(listener: (...args: A) => R): boolean {
    return this.#listeners.has(listener);
  }

  hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  /** Happens; gives what the listeners return. */
  fire(...args: A): R[] {
    return [...this.#listeners].map((listener) => listener(...args));
  }

  /** The worker has died: nobody hears it any more. */
  forget(): void {
    this.#listeners.clear();
  }
}
