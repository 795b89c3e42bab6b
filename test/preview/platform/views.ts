import { current } from "../current.ts";

export function follow(key: string, listener: (value: unknown) => void): () => void {
  const timer = setTimeout(() => listener(key.startsWith("check:") ? current.check : current.retry));
  return () => clearTimeout(timer);
}
