/** States of the pages that stand beside the popup: a site that is checked by its name, and the side panel. */
import type { NamedAnswer, NamedView } from "../../src/core/protocol/named.ts";
import type { FrontTab } from "../../src/platform/front-tab.ts";
import { type Choice, type Fixture, states, verdict } from "./fixtures.ts";

const asked = (answer: NamedAnswer, typed = "shop.example"): NamedView => ({
  typed,
  url: answer.is === "no-address" ? null : "https://shop.example/",
  host: "shop.example",
  answer,
});
const site =
  (named: NamedView | null, parts: Partial<Fixture> = {}) =>
  (): Fixture => ({ tab: { kind: "unreadable" }, automatic: true, named, ...parts });

/** A site that fails, with the verdict on it; without one as the state of the popup has it. */
const failingSite =
  (state: string, choice?: Choice) =>
  (now: number): Fixture => {
    const fixture = states[state]?.(now);
    if (!fixture?.check) throw new Error("the state has a check");
    const { incidentId, verdict: before } = fixture.check;
    const said = choice ? verdict({ ...choice, words: "named" }) : before;
    return {
      ...fixture,
      check: { ...fixture.check, about: "site", verdict: said },
      named: asked({ is: "failing", incidentId }),
    };
  };

const front = (parts: Partial<FrontTab>): FrontTab => ({
  id: 1,
  load: 1,
  url: "https://shop.example/",
  isVisible: true,
  private: false,
  ...parts,
});

export const siteStates: Readonly<Record<string, (now: number) => Fixture>> = {
  "site-nothing": site(null),
  "site-asking": site(asked({ is: "asking" })),
  "site-up": site(asked({ is: "up", url: "https://shop.example/", status: 200 })),
  "site-redirect": site(asked({ is: "up", url: "https://shop.example/", status: null })),
  "site-refuses": site(asked({ is: "up", url: "https://shop.example/", status: 403 })),
  "site-no-answer": site(asked({ is: "no-answer", network: "online" })),
  "site-portal": site(asked({ is: "no-answer", network: "captive-portal" })),
  "site-needs-grant": site(asked({ is: "needs-grant", origin: "*://shop.example/*" }), { automatic: false }),
  "site-not-sent": site(asked({ is: "not-sent" })),
  "site-missing": site(asked({ is: "up", url: "https://shop.example/", status: 404 })),
  "site-offline": site(asked({ is: "no-answer", network: "no-internet" })),
  "site-unreached": site(asked({ is: "no-answer", network: "unknown" })),
  "site-no-address": site(asked({ is: "no-address", problem: "one-word" }, "facebook")),
  "site-empty": site(asked({ is: "no-address", problem: "empty" }, "")),
  "site-too-long": site(asked({ is: "no-address", problem: "too-long" }, `shop.example/${"a".repeat(9_000)}`)),
  "site-not-web": site(asked({ is: "no-address", problem: "not-web" }, "ftp://shop.example")),
  "site-not-an-address": site(asked({ is: "no-address", problem: "not-an-address" }, "is it up")),
  "site-checking": failingSite("checking-early"),
  "site-failing": failingSite("server-sure", { side: "server", cause: "origin-down", confidence: 0.985 }),
  "site-fails-now-and-then": failingSite("server-sure", { side: "server", cause: "intermittent", confidence: 0.98 }),
  "site-unsure": failingSite("unsure-open", { side: "unsure", cause: "unknown", confidence: 0.4 }),
  "site-limited": failingSite("limited"),
  "site-up-rtl": site(asked({ is: "up", url: "https://shop.example/", status: 200 }), { dir: "rtl" }),
};

export const panelStates: Readonly<Record<string, (now: number) => Fixture>> = {
  "panel-private": site(null, { front: front({ private: true }) }),
  "panel-unseen": site(null, { front: front({ url: "", isVisible: false }), automatic: false }),
};
