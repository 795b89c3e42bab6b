import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { World } from "../../fakes/world.ts";
import { failed, navigation, ok, page, response } from "../core/checks/given.ts";
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
  ...(await import("../../../src/background/check/check-session.ts")),
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
  const asked = ok(response(502, { server: "nginx", via: "1.1 x" }, HOSTILE));
  const session = new worker.CheckSession(incident({ navigation: navigation() }));
  await session.learn("page", page({ html: HOSTILE }));
  await session.learn("anonymous", asked);
  await session.learn("connectivity", ok("online"));
  for (const retries of [[asked], [asked, asked], [asked, asked, asked]]) await session.learn("retries", retries);
  await session.learn("root", asked);
  await session.learn("statusPage", ok(null));
  await session.finish();
  await session.takeOpinions({ address: failed(), world: failed() });
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
