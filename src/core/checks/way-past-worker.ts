import { isSilent } from "../http/settled.ts";
import { mayBeWorkersOwn } from "../incident/answer-source.ts";
import type { Signals } from "../incident/signals.ts";
import { message } from "../message.ts";
import { failingResponse } from "../writer/writer.ts";
import type { Finding } from "./check.ts";

type Needs = "navigation" | "anonymous" | "connectivity" | "reload";

/**
 * What the way to the internet shows beside a page that the site's own service worker may have written: a worker needs
 * no connection for that. Null where the usual rules hold, for the network's own error has come as well, or there is
 * nothing to add to them.
 */
export function wayPastWorker({ navigation, anonymous, connectivity, reload }: Pick<Signals, Needs>): Finding | null {
  if (!mayBeWorkersOwn(navigation) || failingResponse(anonymous) || connectivity.state !== "ok") return null;
  const siteIsSilent = isSilent(anonymous);
  switch (connectivity.value) {
    case "online":
    case "opaque": {
      // That it works by now tells nothing of a page that was written before, but of one that fails at this moment.
      const isOfNow = siteIsSilent || reload === "fails";
      return isOfNow ? null : { outcome: "pass", says: message("check_connection_works_now"), evidence: [] };
    }
    case "captive-portal":
      return siteIsSilent
        ? { outcome: "fail", says: message("check_connection_portal"), evidence: ["portal-before-silent-site"] }
        : { outcome: "inconclusive", says: message("check_connection_unknown"), evidence: [] };
    case "no-internet":
      return siteIsSilent ? null : { outcome: "inconclusive", says: message("check_connection_unknown"), evidence: [] };
    case "impostor":
      return null;
  }
}
