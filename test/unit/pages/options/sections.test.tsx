import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closePage, draw, type FakePage } from "../../../fakes/elements.ts";
import { AUTOMATIC } from "../../../fakes/permissions.ts";
import { World } from "../../../fakes/world.ts";
import { refuseWrites } from "../../background/stored.ts";

const HOST = "shop.example";

let world: World;
let page: FakePage;
beforeEach(async () => {
  world = new World();
  world.network.answer(`https://${HOST}`, { status: 502 });
  await world.startWorker();
});
afterEach(() => {
  closePage(page);
  world.end();
});

/** The settings page, once it has read what is set. */
async function open(): Promise<void> {
  const { Options } = await import("../../../../src/pages/options/options.tsx");
  page = draw(<Options />);
  await soon();
}
const soon = () => world.clock.pass(1_000);
const click = (action: string): Promise<void> => {
  page.button(action).click();
  return soon();
};
/** All that the page's regions say by now, beside what holds of automatic mode. */
const said = () =>
  page.body
    .having("role", "status")
    .map(({ textContent }) => textContent)
    .filter((words) => words !== "" && !words.startsWith("options_automatic_o"));
const stands = (action: string) => page.body.having("data-action", action).length > 0;

describe("a site whose failing requests are noticed live", () => {
  const matches = () => world.browser.scripting.registered.get("parts")?.matches;
  beforeEach(async () => {
    const tab = await world.visit(`https://${HOST}/`);
    await world.ask("parts/watch", { host: HOST, on: true, tabId: tab.id });
    await open();
  });

  it("is noticed no more after a click, which is said and can be undone", async () => {
    expect(matches()).toEqual([`*://${HOST}/*`]);
    await click("parts-unwatch");
    expect(said()).toEqual(["options_saved"]);
    expect(matches()).toBeUndefined();
    await click("undo");
    expect(matches()).toEqual([`*://${HOST}/*`]);
  });

  it("stays where that cannot be kept, which is said", async () => {
    world.browser.storage.local.isFull = true;
    await click("parts-unwatch");
    expect(said()).toEqual(["options_not_saved"]);
    expect(stands("parts-unwatch")).toBe(true);
  });
});

describe("a site that is watched", () => {
  beforeEach(async () => {
    const tab = await world.visit(`https://${HOST}/`);
    await world.ask("tab/open", { tabId: tab.id });
    await world.ask("retry/watch", { tabId: tab.id });
    await open();
  });

  it("is watched no more after a click, which is said", async () => {
    await click("unwatch");
    expect(said()).toEqual([expect.stringMatching(`^ui_unwatched .*${HOST}`)]);
    expect(stands("unwatch")).toBe(false);
  });

  it("is watched still where nobody heard of the click, which is said", async () => {
    vi.spyOn(world.browser.runtime, "sendMessage").mockRejectedValue(new Error("nobody listens"));
    await click("unwatch");
    expect(said()).toEqual(["ui_click_failed"]);
    expect(stands("unwatch")).toBe(true);
  });

  it("is watched still where that cannot be kept, which is said", async () => {
    world.browser.storage.local.isFull = true;
    await click("unwatch");
    expect(said()).toEqual(["options_not_saved"]);
    expect(stands("unwatch")).toBe(true);
  });
});

describe("what is kept", () => {
  const words = () => page.body.all.filter((one) => one.getAttribute("class") === "kept").map((one) => one.textContent);

  it("says that the history is off, and whose word that is, where an organisation keeps none", async () => {
    await world.browser.storage.managed.set({ history: false });
    await open();
    expect(words()).toEqual([expect.stringMatching(/history_off.*options_set_by_organisation/)]);
  });

  it("says neither where failures are kept", async () => {
    await open();
    expect(words()).toEqual([expect.not.stringMatching(/history_off|options_set_by_organisation/)]);
  });
});

describe("resetting all settings", () => {
  const isInvalid = (id: string) => page.getElementById(id)?.getAttribute("aria-invalid");
  /** They leave what is no number of hours, and no address, where what holds is Faultline's own. */
  const leaveMistakes = async () => {
    page.enter("tab-hours", "99");
    page.enter("vantage-base", "ping");
    await soon();
    page.body.having("data-form", "vantage")[0]?.fire("submit");
    await soon();
    expect(["tab-hours", "vantage-base"].map(isInvalid)).toEqual(["true", "true"]);
  };
  beforeEach(async () => {
    await open();
    page.enter("watch-days", "3");
    await soon();
  });

  it("takes what was never kept out of the fields as well", async () => {
    const first = ["tab-hours", "vantage-base"].map((id) => page.valueOf(id));
    await leaveMistakes();
    await click("reset");
    await click("reset-all");
    expect(["tab-hours", "vantage-base"].map((id) => page.valueOf(id))).toEqual(first);
    expect(["tab-hours", "vantage-base"].map(isInvalid)).toEqual(["false", "false"]);
    expect(page.valueOf("watch-days")).toBe("7");
  });

  it.each([
    ["another setting is changed", () => page.enter("watch-days", "4")],
    ["nothing can be kept", () => click("reset").then(() => click("reset-all"))],
  ])("leaves it to be mended where %s", async (why, happens) => {
    await leaveMistakes();
    if (why.startsWith("nothing")) refuseWrites(world, "local", "settings");
    await happens();
    await soon();
    expect([page.valueOf("tab-hours"), isInvalid("tab-hours")]).toEqual(["99", "true"]);
    expect([page.valueOf("vantage-base"), isInvalid("vantage-base")]).toEqual(["ping", "true"]);
  });
});

describe("automatic mode", () => {
  it("is said to be an organisation's where the browser takes nothing of it back", async () => {
    await open();
    world.browser.permissions.isFixed = true;
    await click("release-all");
    expect(said()).toEqual(["options_set_by_organisation"]);
    expect(stands("release-all")).toBe(true);
  });

  it("says nothing of a click that was refused once it is granted elsewhere, nor when that is taken back", async () => {
    world.browser.permissions.revoke(AUTOMATIC);
    await open();
    world.browser.permissions.answer = "no";
    await click("grant-all");
    const words = new Set<string>();
    const watched = async () => {
      for (let ms = 0; ms < 200; ms += 1) {
        await world.clock.pass(1);
        for (const each of said()) words.add(each);
      }
    };
    world.browser.permissions.grant(AUTOMATIC);
    await world.clock.until(() => stands("release-all"));
    await watched();
    world.browser.permissions.revoke(AUTOMATIC);
    await world.clock.until(() => stands("grant-all"));
    await watched();
    expect([...words]).toEqual([]);
  });

  it("is off after a click, as it is said to be", async () => {
    await open();
    await click("release-all");
    expect(page.body.textContent).toContain("options_automatic_off");
    expect(said()).toEqual([]);
  });

  it("stays off where they say no to the browser, which is fine, and is on once they say yes", async () => {
    world.browser.permissions.revoke(AUTOMATIC);
    await open();
    world.browser.permissions.answer = "no";
    await click("grant-all");
    expect(said()).toEqual(["ui_refused"]);
    world.browser.permissions.answer = "yes";
    await click("grant-all");
    expect(page.body.textContent).toContain("options_automatic_on");
    expect(said()).toEqual([]);
  });
});
