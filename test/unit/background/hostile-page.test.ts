import { beforeEach, describe, expect, it, vi } from "vitest";
import { failed, navigation, ok, page, response } from "../core/checks/given.ts";
import { fakeBrowser, incident } from "./given.ts";

const { browser } = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));

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

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
});

/** A check from its first signal to its end and beyond, each step of which judges everything anew. */
async function wholeCheck(): Promise<void> {
  const { CheckSession } = await import("../../../src/background/check/check-session.ts");
  const asked = ok(response(502, { server: "nginx", via: "1.1 x" }, HOSTILE));
  const session = new CheckSession(incident({ navigation: navigation() }));
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
    vi.resetModules();
    const { GATEWAYS } = await import("../../../src/core/gateways/index.ts");
    const looks = GATEWAYS.map((family) => vi.spyOn(family, "recognise"));
    await wholeCheck();
    // The tab's document, and the stranger's answer.
    expect(looks.map(({ mock }) => mock.calls.length)).toEqual(GATEWAYS.map(() => 2));
  });
});
