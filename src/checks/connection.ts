import { hostKind } from "../incident/host-kind.ts";
import { message } from "../texts/message.ts";
import type { Check } from "./check.ts";

/** Does the way from this computer to the internet work? */
export const connection: Check<"incident" | "connectivity"> = {
  id: "connection",
  requires: ["incident", "connectivity"],
  judge({ incident, connectivity }) {
    if (hostKind(new URL(incident.url).hostname) === "loopback") {
      return { outcome: "not-applicable", says: message("check_connection_own_machine"), evidence: ["runs-here"] };
    }
    if (connectivity.state !== "ok") {
      return { outcome: "inconclusive", says: message("check_connection_unknown"), evidence: [] };
    }
    // Over https nothing on the way can have written the error page: whoever answered, the way to them works.
    const onTheWay = !incident.url.startsWith("https:") || incident.status === null;
    switch (connectivity.value) {
      case "online":
        return { outcome: "pass", says: message("check_connection_works"), evidence: ["online"] };
      case "captive-portal":
        return {
          outcome: "fail",
          says: message("check_connection_portal"),
          evidence: onTheWay ? ["portal-answered"] : [],
        };
      case "no-internet":
        return {
          outcome: "fail",
          says: message("check_connection_none"),
          evidence: onTheWay ? ["nobody-answered"] : [],
        };
    }
  },
};
