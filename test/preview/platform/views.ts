import { current } from "../current.ts";

function viewOf(key: string): unknown {
  if (key.startsWith("check:")) return current.check;
  return key.startsWith("opinions:") ? current.opinions : current.retry;
}

export function follow(key: string, listener: (value: unknown) => void): () => void {
  const timer = setTimeout(() => listener(viewOf(key)));
  return () => clearTimeout(timer);
}

export const published = async (key: string): Promise<unknown> => viewOf(key);
