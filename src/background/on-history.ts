import type { RequestOf, ResponseOf } from "../core/protocol/protocol.ts";
import { HISTORY } from "../platform/history.ts";
import { read } from "../platform/storage.ts";
import { marksOf } from "./history.ts";

/** As many earlier failures of a site as one picture shows. */
const MOST_EARLIER = 10;

/** The popup draws an incident: what has happened, and what has failed of the site before. */
export async function onHistoryLine({ id, host }: RequestOf<"history/line">): Promise<ResponseOf<"history/line">> {
  const earlier = (await read(HISTORY)).filter(
    (entry) => entry.host === host && entry.id !== id && entry.until !== null,
  );
  return { marks: await marksOf(String(id)), earlier: earlier.slice(-MOST_EARLIER) };
}
