import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { World } from "../../fakes/world.ts";
import { plan, URL_ASKED } from "./given.ts";
import { openPlans } from "./stored.ts";

const SITE = "https://shop.example";
const NGINX = "<html><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>";
const TRIED = { state: "not-sent", reason: "unasked" } as const;

let world: World;
let served: typeof import("../../../src/background/card/served.ts");
beforeEach(async () => {
  world = new World();
  world.network.answer(SITE, { status: 502, body: NGINX });
  await world.startWorker();
  served = await import("../../../src/background/card/served.ts");
});
afterEach(() => world.end());

const planOf = (id: string): RetryPlan => plan({ name: "reloading", since: 0 } as RetryPlan["state"], { id });
const taken = (id: string, url = URL_ASKED) => served.takeServed({ id, url });

describe("what strangers were served before a plan loads its tab", () => {
  it("is given once, for that page and that failure alone", () => {
    served.keepServed(planOf("one"), TRIED);
    expect(taken("two")).toBeNull();
    expect(taken("one")).toBe(TRIED);
    expect(taken("one")).toBeNull();
    served.keepServed(planOf("one"), TRIED);
    expect(taken("one", `${SITE}/other`)).toBeNull();
  });

  it("is kept of a few, the oldest of which go first", () => {
    for (let count = 0; count < 1_000; count += 1) served.keepServed(planOf(`plan-${count}`), TRIED);
    const kept = Array.from({ length: 1_000 }, (_, count) => `plan-${count}`).filter((id) => taken(id) !== null);
    expect(kept).toHaveLength(20);
    expect(kept.at(-1)).toBe("plan-999");
  });

  it("goes when the tab is forgotten", () => {
    served.keepServed(planOf("one"), TRIED);
    served.forgetServedIn(8);
    served.forgetServedIn(7);
    expect(taken("one")).toBeNull();
  });

  it("goes with the end of the plan", async () => {
    world.network.answer(URL_ASKED, ({ by }) => (by === "tab" ? { status: 502, body: NGINX, takes: 20_000 } : {}));
    await world.visit(URL_ASKED, { id: 7 });
    await world.clock.until(() => openPlans(world)[0]?.state.name === "reloading");
    const [loading] = openPlans(world);
    if (!loading) throw new Error("a plan loads the tab");
    await world.ask("retry/stop", { tabId: 7 });
    expect(taken(loading.id)).toBeNull();
  });
});
