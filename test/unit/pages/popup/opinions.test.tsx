import { afterEach, beforeEach, describe, expect, it } from "vitest";
import english from "../../../../public/_locales/en/messages.json" with { type: "json" };
import type { OpinionsView } from "../../../../src/core/places/opinions-view.ts";
import type { PlaceAnswer } from "../../../../src/core/places/place.ts";
import { closePage, draw, type FakePage } from "../../../fakes/elements.ts";
import { World } from "../../../fakes/world.ts";
import { AT, EXAMPLE } from "../../core/report/example.ts";

let world: World;
let page: FakePage;
beforeEach(async () => {
  world = new World();
  await world.startWorker();
});
afterEach(() => {
  closePage(page);
  world.end();
});

const NOT_ASKED = { state: "not-sent", reason: "not-needed" } as const;
const reachedAt = (reached: string): OpinionsView => ({
  incidentId: EXAMPLE.incidentId,
  asking: null,
  live: [],
  measurement: null,
  withPath: false,
  askedPlaces: NOT_ASKED,
  address: { state: "ok", at: AT, took: 1, value: { reached, tested: null, resolvers: [] } },
  refusal: null,
});

describe("others who can be asked", () => {
  const offered = () => page.body.having("data-action").map((one) => one.getAttribute("data-action"));

  async function drawn(opinions: OpinionsView): Promise<void> {
    const { SecondOpinions } = await import("../../../../src/pages/popup/second-opinions.tsx");
    const { readSettings } = await import("../../../../src/platform/settings.ts");
    const settings = await readSettings();
    page = draw(<SecondOpinions view={EXAMPLE} opinions={opinions} settings={settings} lang="en" />);
    await world.clock.pass(1_000);
  }

  it("are none where the site was reached inside the user's own network, and it is said why", async () => {
    await drawn(reachedAt("10.1.2.3"));
    expect(offered()).toEqual([]);
    expect(page.body.textContent).toContain("check_address_inside");
  });

  it("are all where it was reached on the internet", async () => {
    await drawn(reachedAt("203.0.113.9"));
    expect(offered()).toEqual(["opinion-places", "opinion-address", "opinion-saved-copy"]);
    expect(page.body.textContent).not.toContain("check_address_inside");
  });

  it("are told beside the address that the browser went to, which is not the browser's own", async () => {
    await drawn(reachedAt("203.0.113.9"));
    expect(page.body.textContent).toContain("ui_address_reached203.0.113.9");
    expect(english.ui_address_reached.message).toBe("Your browser went to");
  });
});

describe("what a place met", () => {
  const place: PlaceAnswer = {
    ...{ city: "Berlin", country: "DE", continent: "EU", network: "Net", latitude: 52, longitude: 13 },
    ...{ result: "down", status: 502, took: 220, address: null },
  };

  it.each<[string, Partial<PlaceAnswer>]>([
    ["502, 0.22\u00a0sec", {}],
    ["502", { took: null }],
    ["0.22\u00a0sec", { status: null }],
    ["", { status: null, took: null }],
  ])("stands as facts of their own: %s", async (facts, over) => {
    const { PlaceList } = await import("../../../../src/pages/popup/place-list.tsx");
    page = draw(<PlaceList places={[{ ...place, ...over }]} lang="en" />);
    expect(page.body.having("class", "muted")[0]?.textContent).toBe(facts);
  });
});
