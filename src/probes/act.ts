import type { Settled } from "../core/http/settled.ts";

/** Thrown inside an act to say why it brought nothing back. */
export class ActFailed extends Error {
  constructor(readonly reason: "timeout" | "network" | "malformed") {
    super(reason);
  }
}

/** Runs one act and puts what became of it into words; never rejects. */
export async function settle<T>(act: () => Promise<T>): Promise<Settled<T>> {
  const at = Date.now();
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    return { state: "ok", value: await act(), at, took: took() };
  } catch (error) {
    const reason = error instanceof ActFailed ? error.reason : isTimeout(error) ? "timeout" : "network";
    return { state: "failed", reason, at, took: took() };
  }
}

const isTimeout = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === "TimeoutError" || error.name === "AbortError");
