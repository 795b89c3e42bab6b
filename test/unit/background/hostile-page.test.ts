import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { World } from "../../fakes/world.ts";
import { navigation } from "../core/checks/given.ts";
import { incident } from "./given.ts";

/** The words that most markers begin with, again and again. */
const HOSTILE = [
  "Sucuri",
  "BRICK-0 ",
  "Network Error (tcp_error)",
  "/_Incapsula_Resource?edet=",
  "<title>Service Unavailable</title>",
]
  .flatMap((word) => word.repeat(3_000 / word.length))
  .join("");

const modules = async () => ({
  ...(await import("../../../src/background/check/driver.ts")),
  ...(await import("../../../src/core/gateways/index.ts")),
});

let world: World;
let worker: Awaited<ReturnType<typeof modules>>;
beforeEach(async () => {
  world = new World();
  worker = await world.load(modules);
});
afterEach(() => world.end());

/** A check from its first signal to its end and beyond, each step of which judges everything anew. */
async function wholeCheck(): Promise<void> {
  const { checks } = worker;
  const hostile = incident({ navigation: navigation() });
  world.network.answer(new URL(hostile.url).origin, {
    status: 502,
    headers: { server: "nginx", via: "1.1 x" },
    body: HOSTILE,
  });
  world.browser.tabs.open({ id: hostile.tabId, url: hostile.url, status: 502, html: HOSTILE });
  await world.clock.done(checks.begin(hostile).ended);
  const check = await checks.of(hostile);
  if (!check) throw new Error("no check");
  const { askedPlaces: places, address } = check.signals;
  await checks.tell(check, { type: "opinions", opinions: { askedPlaces: places, address } });
}

describe("a check of a page made to be slow", () => {
  it("looks once for the writer of each answer, however often it judges", async () => {
    const { GATEWAYS } = worker;
    const looks = GATEWAYS.map((family) => vi.spyOn(family, "recognise"));
    await wholeCheck();
    // The tab's document, and the stranger's answer.
    expect(looks.map(({ mock }) => mock.calls.length)).toEqual(GATEWAYS.map(() => 2));
  });
});
