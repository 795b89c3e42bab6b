import { parseRetryAfter } from "../core/http/retry-after.ts";
import { parseCreated, parseMeasurement, type Survey } from "../core/places/measurement.ts";
import type { OpinionRefusal } from "../core/places/opinions-view.ts";
import type { MeasurementRequest } from "../core/places/request.ts";
import type { Vantage } from "../core/settings/vantage.ts";
import { pause } from "../platform/pause.ts";
import { bareFetch } from "./bare-fetch.ts";
import { readStart } from "./bounded-body.ts";

/** A worker dies 30 s into a fetch; the API answers within a second or two. */
const PATIENCE_MS = 10_000;
/** "Wait 500 milliseconds after receiving the response", say the API's guidelines for clients. */
const PAUSE_MS = 500;
/** A place gives up after 10 s; what it says takes up to 10 s more to come through. */
const WHOLE_MS = 40_000;
/** Five answers of 10 KB each, twice over, and what describes them. */
const LONGEST_MEASUREMENT = 500_000;
const MOST_ODD_ANSWERS = 3;

export type Asked =
  | { readonly state: "asked"; readonly survey: Survey }
  /** `retryAt`: when the API's limit is over, milliseconds since the Unix epoch; null where it does not say. */
  | { readonly state: "refused"; readonly reason: OpinionRefusal; readonly retryAt: number | null };

const send = (url: string, { token }: Vantage, init: { method?: "POST"; body?: string } = {}): Promise<Response> =>
  bareFetch(url, {
    ...init,
    // An address that leads elsewhere is not the API that was set: nobody is reached there.
    redirect: "error",
    headers: {
      ...(init.body ? { "content-type": "application/json" } : {}),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });

/** When a limit ends: `X-RateLimit-Reset` counts seconds, as `Retry-After` may. */
const endOfLimit = ({ headers }: Response): number | null =>
  parseRetryAfter(headers.get("x-ratelimit-reset") ?? headers.get("retry-after") ?? undefined, Date.now());

/**
 * Asks other places to open an address, through a Globalping API, and follows their answers; `onProgress` gets
 * each intermediate state. `url` is the address that the places open. Takes 40 s at the longest, and then brings
 * what has come. Never rejects.
 */
export async function askPlaces(
  body: MeasurementRequest,
  url: string,
  api: Vantage,
  onProgress: (survey: Survey) => Promise<void>,
): Promise<Asked> {
  // Not by the clock, which may jump meanwhile.
  const end = performance.now() + WHOLE_MS;
  const created = await create(body, api);
  if (!("id" in created)) return created;
  let last: Survey = { id: created.id, finished: false, places: [] };
  let odd = 0;
  while (performance.now() < end && odd < MOST_ODD_ANSWERS) {
    await pause(PAUSE_MS);
    const { survey, wait } = await look(created.id, url, api);
    if (survey) {
      last = survey;
      if (survey.finished) break;
      await onProgress(survey);
    } else if (wait > 0) await pause(Math.min(wait, end - performance.now()));
    else odd++;
  }
  return { state: "asked", survey: last };
}

async function create(
  body: MeasurementRequest,
  api: Vantage,
): Promise<{ id: string } | Extract<Asked, { state: "refused" }>> {
  const refused = (reason: OpinionRefusal, retryAt: number | null = null) =>
    ({ state: "refused", reason, retryAt }) as const;
  try {
    const response = await send(`${api.base}/measurements`, api, { method: "POST", body: JSON.stringify(body) });
    const { text } = await readStart(response);
    if (response.status === 429) return refused("limit", endOfLimit(response));
    // "No suitable probes were found", says the API's description.
    if (response.status === 422) return refused("no-places");
    return (response.ok && parseCreated(text)) || refused("other");
  } catch {
    return refused("unreachable");
  }
}

/** One look at a measurement. `wait`: how long the API wants to be left alone, milliseconds. */
async function look(id: string, url: string, api: Vantage): Promise<{ survey: Survey | null; wait: number }> {
  try {
    const response = await send(`${api.base}/measurements/${id}`, api);
    if (response.status === 429) return { survey: null, wait: Math.max(0, (endOfLimit(response) ?? 0) - Date.now()) };
    if (!response.ok) return { survey: null, wait: 0 };
    return { survey: parseMeasurement((await readStart(response, LONGEST_MEASUREMENT)).text, url), wait: 0 };
  } catch {
    return { survey: null, wait: 0 };
  }
}
