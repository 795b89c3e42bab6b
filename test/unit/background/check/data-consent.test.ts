import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { World } from "../../../fakes/world.ts";
import { HOME } from "../../core/places/given.ts";
import { shownOf } from "../stored.ts";
import { askedOfSite, checked, failingTab } from "./given.ts";
import { PlacesApi } from "./places-api.ts";

const PLACES = { tabId: 7, home: HOME, withPath: false, ipVersion: null, provider: null };
const CONSENT = { data_collection: ["browsingActivity", "locationInfo"] };
const COPIES = "https://archive.org";

let world: World;
let api: PlacesApi;

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new World({ firefox: true });
  world.network.answer("https://shop.example", { status: 502, body: "<hr><center>nginx</center>" });
  world.network.answer(COPIES, { body: '{"archived_snapshots":{}}' });
  api = new PlacesApi(world);
  await world.startWorker();
  failingTab(world);
  await checked(world);
});
afterEach(() => world.end());

const askedOfArchive = () => world.network.asked().filter((url) => url.startsWith(COPIES));

describe("in Firefox, without the user's consent", () => {
  it("no place is asked, whoever asks the worker to", async () => {
    const before = askedOfSite(world).length;
    await world.ask("opinion/places", PLACES);
    expect(api.asked).toEqual([]);
    expect(askedOfSite(world)).toHaveLength(before);
    expect(shownOf(world, 7).opinions).toBeNull();
  });

  it("nor the archive", async () => {
    await world.ask("opinion/saved-copy", { tabId: 7 });
    expect(askedOfArchive()).toEqual([]);
  });

  it("half of it is not enough for a question that tells the country too", async () => {
    world.browser.permissions.grant({ data_collection: ["browsingActivity"] });
    await world.ask("opinion/places", PLACES);
    expect(api.asked).toEqual([]);
    await world.ask("opinion/saved-copy", { tabId: 7 });
    expect(askedOfArchive()).toHaveLength(1);
  });
});

describe("in Firefox, with it", () => {
  it("places are asked, until it is taken back", async () => {
    world.browser.permissions.grant(CONSENT);
    await world.ask("opinion/places", PLACES);
    expect(api.asked).toHaveLength(1);
    world.browser.permissions.revoke(CONSENT);
    await world.ask("opinion/places", PLACES);
    expect(api.asked).toHaveLength(1);
  });
});
