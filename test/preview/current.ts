import type { Standing } from "../../src/core/protocol/standing.ts";
import { EMPTY_VIEW, type TabView } from "../../src/core/protocol/tab-view.ts";
import type { Fixture } from "./fixtures.ts";
import { popupStates } from "./states.ts";
import { panelStates, siteStates } from "./ways.ts";

/**
 * The state that the address asks for, and whether it is to be read from right to left whatever it says itself. The toolbar's
 * popup, which has no query in its address, is asked behind the #.
 */
const asked = new URLSearchParams(location.search || location.hash.slice(1));
const name = asked.get("state") ?? "";
const direction: Pick<Fixture, "dir"> = asked.get("dir") === "rtl" ? { dir: "rtl" } : {};
const all = { ...popupStates, ...siteStates, ...panelStates };
const make = all[name];
if (!make) throw new Error(`no such state: ${name}; there are ${Object.keys(all).join(", ")}`);

export const current: Fixture = { ...make(Date.now()), ...direction };

// Read by the pages once what they import is there, this file among it.
if (current.firefox) Object.defineProperty(navigator, "userAgent", { value: `${navigator.userAgent} Firefox/150.0` });

/** What the worker would show of the tab, with what stands in it. */
export const view = (standing: Standing): TabView => ({
  standing,
  check: current.check ?? null,
  plan: current.retry ?? EMPTY_VIEW.plan,
  opinions: current.opinions ?? null,
  repair: current.repair ?? null,
});
