import { current } from "../current.ts";

/** Nothing is stored in the preview but what a fixture has in the history: every other value is as at first. */
export const read = async <T>({ key, initial }: { readonly key: string; readonly initial: T }): Promise<T> =>
  key === "history" && current.history ? (current.history as T) : initial;
export const onStoredChanged = () => () => undefined;
