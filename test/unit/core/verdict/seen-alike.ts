import { CHECKS } from "../../../../src/core/checks/index.ts";
import type { SignalName, Signals } from "../../../../src/core/incident/signals.ts";
import { present } from "../../../../src/core/verdict/present.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";
import type { VerdictView } from "../../../../src/core/verdict/words.ts";
import { navigation, ok, page, response, signals } from "../checks/given.ts";

/** What a check sees of a page that fails alike for everybody who asks from here, over a way that works. */
export function usual(
  status: number,
  html: string,
  headers: Record<string, string> = {},
  url = "https://shop.example/cart",
): Signals {
  const answer = ok(response(status, headers, html));
  return signals({
    incident: { url, status, protected: false },
    navigation: navigation({ status }),
    page: page({ html }),
    anonymous: answer,
    retries: [answer, answer, answer],
    root: answer,
    connectivity: ok("online"),
    statusPage: ok(null),
  });
}

/** The verdict on it. */
export const verdictOf = (seen: Signals): VerdictView | null => viewOf(seen).verdict;

/** All that is shown of it. */
export function viewOf(seen: Signals): CheckView {
  const { incident, navigation: entry } = seen;
  return present(
    {
      id: "incident-1",
      tabId: 7,
      url: incident.url,
      status: incident.status,
      since: 1_000,
      noticed: "sentinel",
      method: "GET",
      private: false,
      navigation: entry,
    },
    seen,
    {
      id: "check-1",
      order: CHECKS,
      startedAt: 2_000,
      endsBy: 10_000,
      finishedAt: 9_000,
      known: new Set(Object.keys(seen) as SignalName[]),
      statusPageUrl: null,
      begun: null,
    },
  );
}
