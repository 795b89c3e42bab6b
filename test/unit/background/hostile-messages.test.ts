import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MessageType, RequestOf } from "../../../src/core/protocol/protocol.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { NOW, World } from "../../fakes/world.ts";
import { values } from "../../fuzz/mutations.ts";
import { holdsInTime } from "../../property.ts";
import { incidentIn } from "./stored.ts";

const PAGE = "https://shop.example/cart";
const TAB = 7;
const ENTRY = {
  responseStatus: 502,
  type: "navigate",
  nextHopProtocol: "h2",
  serverTiming: [{ name: "faultline-get" }],
};

/** Every message as it should be. A kind that is missing here does not compile. */
const REQUESTS: { readonly [T in MessageType]: RequestOf<T> } = {
  "page/failed": { entry: JSON.stringify({ entry: ENTRY, timeOrigin: NOW, controlled: false }) },
  "page/left": { entry: JSON.stringify({ entry: ENTRY, timeOrigin: NOW, controlled: false }) },
  "page/card": { incidentId: "incident-1", act: "try-now" },
  "page/parts-failed": { origin: "https://api.shop.example", status: 502 },
  "card/show": {
    ...{
      incidentId: "incident-1",
      url: PAGE,
      lang: "en",
      dir: "ltr",
      mood: "server",
      name: "Faultline",
      headline: "x",
    },
    ...{ next: "", until: null, due: "", acts: [] },
  },
  "card/hide": {},
  "parts/watch": { host: "shop.example", on: true, tabId: TAB },
  "tab/open": { tabId: TAB },
  "site/check": { tabId: TAB, typed: "shop.example" },
  "check/again": { tabId: TAB },
  "tab/reload": { tabId: TAB, pastCache: false },
  "form/back": { tabId: TAB },
  "opinion/places": {
    tabId: TAB,
    home: { country: "DE", continent: "EU" },
    withPath: false,
    ipVersion: 4,
    provider: null,
  },
  "opinion/address": {
    ...{ tabId: TAB, incidentId: "incident-1", at: NOW, took: 40, reached: "198.51.100.7" },
    resolvers: [{ name: "dns.google", answer: { exists: true, addresses: ["198.51.100.7"] } }],
  },
  "opinion/address-test": { tabId: TAB },
  "opinion/saved-copy": { tabId: TAB },
  "step/begin": { tabId: TAB, step: "private-window" },
  "check/told": { tabId: TAB, step: "other-device", answer: "works" },
  "check/status-page-granted": { tabId: TAB },
  "repair/begin": { tabId: TAB, id: "delete-cookies", url: PAGE, lacked: ["https://shop.example/*"] },
  "repair/granted": { tabId: TAB, id: "delete-cookies", url: PAGE },
  "repair/finish": { tabId: TAB, id: "delete-cookies" },
  "repair/leave": { tabId: TAB, id: "delete-cookies", refused: false },
  "retry/now": { tabId: TAB },
  "retry/stop": { tabId: TAB },
  "retry/keep": { tabId: TAB },
  "retry/watch": { tabId: TAB },
  "retry/unwatch": { id: `watch:${PAGE}` },
  "history/clear": { host: "shop.example" },
  "history/remove": { id: "incident-1" },
  "history/line": { id: "incident-1", host: "shop.example" },
};
const TYPES = Object.keys(REQUESTS) as MessageType[];

const requestsOf = (type: string): readonly unknown[] =>
  Object.entries(REQUESTS).flatMap(([known, request]) => (known === type ? [request] : []));

/** A word of one of these kinds, as it should be or not. */
const said = (types: readonly string[]) =>
  fc.constantFrom(...types).chain((type) => fc.tuple(fc.constant(type), values([{}, undefined, ...requestsOf(type)])));

let world: World;
let tab: FakeTab;
beforeEach(async () => {
  world = new World();
  world.network.answer("https://shop.example", { status: 502, body: "<h1>502 Bad Gateway</h1>" });
  await world.startWorker();
  tab = await world.visit(PAGE, { id: TAB });
  await world.browser.runtime.fromPage(tab, PAGE, "page/failed", REQUESTS["page/failed"]);
});
afterEach(() => world.end());

const stored = (): string =>
  JSON.stringify([[...world.browser.storage.local.items], [...world.browser.storage.session.items]]);

/** What is settled by now, be it refused. */
const settled = (asked: Promise<unknown>): Promise<"answered" | "refused"> =>
  world.clock.done(
    asked.then(
      () => "answered" as const,
      () => "refused" as const,
    ),
  );

describe("whatever the scripts in a page say", () => {
  it("is never refused aloud, and what only the extension's own pages may say is not heard", async () => {
    const foreign = said([
      ...TYPES.filter((type) => !type.startsWith("page/")),
      "constructor",
      "__proto__",
      "toString",
      "",
    ]);
    const before = stored();
    await holdsInTime(
      [foreign],
      async ([type, request]) => {
        expect(await settled(world.browser.runtime.fromPage(tab, PAGE, type, request))).toBe("answered");
      },
      { runs: 60 },
    );
    expect(stored()).toBe(before);
  });

  it("leaves a worker that goes on, and asks nobody but the failing site", async () => {
    const own = said(TYPES.filter((type) => type.startsWith("page/")));
    await holdsInTime(
      [own],
      async ([type, request]) => {
        expect(await settled(world.browser.runtime.fromPage(tab, PAGE, type, request))).toBe("answered");
      },
      { runs: 40 },
    );
    expect(world.network.asked().filter((url) => new URL(url).origin !== new URL(PAGE).origin)).toEqual([]);
    expect(stored().length).toBeLessThan(100_000);
    await world.browser.runtime.fromPage(tab, PAGE, "page/failed", REQUESTS["page/failed"]);
    expect(incidentIn(world, TAB)).toMatchObject({ url: PAGE, status: 502 });
  });
});

describe("whatever a page of the extension says", () => {
  it("leaves a worker that answers the next, and stores next to nothing", async () => {
    const own = said(TYPES.filter((type) => !type.startsWith("page/") && !type.startsWith("card/")));
    await holdsInTime(
      [own],
      async ([type, request]) => {
        await settled(world.browser.runtime.fromPopup(type, request));
        expect(stored().length).toBeLessThan(500_000);
      },
      { runs: 40 },
    );
    await world.navigate(tab, PAGE);
    await world.browser.runtime.fromPage(tab, PAGE, "page/failed", REQUESTS["page/failed"]);
    expect(await world.ask("tab/open", { tabId: TAB })).toMatchObject({ standing: { kind: "failing" } });
  });
});
