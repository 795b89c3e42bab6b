import { get } from "node:http";
import { LOOPBACK } from "./ports.ts";

/** Whoever is asked: a gateway by its own name for the site, or a forward proxy by the whole address. */
export interface Asked {
  readonly port: number;
  readonly host: string;
  /** Path, or the whole address for a proxy. */
  readonly path: string;
}

/** Longer than any gateway of the lab takes. */
const PATIENCE_MS = 8_000;

const works = ({ port, host, path }: Asked): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get(
      { host: LOOPBACK, port, path, headers: { host }, agent: false, timeout: PATIENCE_MS },
      (answer) => {
        answer.resume();
        resolve((answer.statusCode ?? 500) < 500);
      },
    );
    request.on("timeout", () => request.destroy()).on("error", () => resolve(false));
  });

/** Asks three times, as the baseline does; whether any of them worked. At once, since no wait would change the app. */
export const anyOfThreeWorks = async (asked: Asked): Promise<boolean> =>
  (await Promise.all([works(asked), works(asked), works(asked)])).includes(true);
