import { Agent, get } from "node:http";
import { LOOPBACK } from "./ports.ts";

/** How long a visitor waits in the queue before the gateway refuses. */
const TURN_MS = 1_000;
/** Long before this a queue of the lab's overflows. */
const PATIENCE_MS = 15_000;

/**
 * So many visitors who ask for a page, wait for the answer and ask again at once, without end. Resolves
 * with the way to send them home as soon as one of them has been refused: from then on the queue is full.
 */
export async function gatherCrowd(visitors: number, port: number, host: string): Promise<() => void> {
  const agent = new Agent({ keepAlive: true, maxSockets: visitors });
  let isOver = false;
  let refused = () => {};
  const full = new Promise<void>((resolve) => {
    refused = resolve;
  });
  const visit = (): void => {
    if (isOver) return;
    const request = get({ host: LOOPBACK, port, path: "/", headers: { host }, agent }, (answer) => {
      if (answer.statusCode === 503) refused();
      answer
        .on("error", () => undefined)
        .on("close", visit)
        .resume();
    });
    request.on("error", () => void setTimeout(visit, 100));
  };
  const leave = () => {
    isOver = true;
    agent.destroy();
  };
  // Spread over the second that a turn takes: a crowd in step leaves the queue empty in step.
  for (let visitor = 0; visitor < visitors; visitor++) setTimeout(visit, (visitor * TURN_MS) / visitors);
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("the crowd was never refused")), PATIENCE_MS).unref();
  });
  await Promise.race([full, late]).catch((error: unknown) => {
    leave();
    throw error;
  });
  return leave;
}
