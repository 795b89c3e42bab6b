import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RetryView } from "../../../../src/core/retry/view.ts";
import { closePage, draw, type FakePage } from "../../../fakes/elements.ts";
import type { FakeTab } from "../../../fakes/tabs.ts";
import { World } from "../../../fakes/world.ts";
import { refuseWrites } from "../../background/stored.ts";
import { EXAMPLE } from "../../core/report/example.ts";

const PAGE = "https://shop.example/cart";

let world: World;
let page: FakePage;
beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new World();
  world.network.answer("https://shop.example", { status: 502, body: "down" });
  await world.startWorker();
});
afterEach(() => {
  closePage(page);
  world.end();
});

const soon = () => world.clock.pass(1_000);
const region = () => page.body.all.find((one) => one.getAttribute("class") === "click-said");
const said = () => region()?.textContent;
const standing = () => page.body.having("data-standing")[0]?.getAttribute("data-standing");
const stands = (action: string) => page.body.having("data-action", action).length > 0;
const click = (action: string): Promise<void> => {
  page.button(action).click();
  return soon();
};

describe("the popup over a failing page", () => {
  let tab: FakeTab;
  beforeEach(async () => {
    tab = await world.visit(PAGE, { active: true });
    await world.clock.until(() => tab.badge.text === "502");
    // The popup's larger half comes at once then.
    await import("../../../../src/pages/popup/incident-scene.tsx");
    const { Popup } = await import("../../../../src/pages/popup/popup.tsx");
    page = draw(<Popup />);
    await world.clock.pass(12_000);
    expect(stands("retry-stop")).toBe(true);
  });

  it("has a region for what comes of a click before there is anything to say", async () => {
    const before = region();
    expect(said()).toBe("");
    world.browser.storage.local.isFull = true;
    await click("retry-stop");
    expect(said()).toBe("options_not_saved");
    expect(region()).toBe(before);
  });

  it("says that a click came too late, and shows how things stand now", async () => {
    world.network.answer("https://shop.example", {});
    // What the worker shows reaches no popup.
    const unheard = vi.spyOn(world.browser.storage.onChanged, "fire").mockReturnValue([]);
    await world.navigate(tab, PAGE);
    await world.clock.rest();
    unheard.mockRestore();
    expect(stands("retry-stop")).toBe(true);
    await click("retry-stop");
    expect(said()).toBe("ui_too_late");
    expect(standing()).toBe("answered");
    expect(stands("retry-stop")).toBe(false);
  });

  describe("where a click came too late", () => {
    let answer: () => void;
    beforeEach(async () => {
      world.network.answer("https://shop.example", {});
      const unheard = vi.spyOn(world.browser.storage.onChanged, "fire").mockReturnValue([]);
      await world.navigate(tab, PAGE);
      await world.clock.rest();
      unheard.mockRestore();
      const { runtime } = world.browser;
      const real = runtime.sendMessage;
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      vi.spyOn(runtime, "sendMessage").mockImplementation(async (message) => {
        if (message.type === "tab/open") await held;
        return real(message);
      });
      await click("retry-stop");
    });

    it("says how things stand now once it shows that", async () => {
      expect(said()).toBe("");
      answer();
      await soon();
      expect(standing()).toBe("answered");
      expect(said()).toBe("ui_too_late");
    });

    it("says nothing of it any more after the next click", async () => {
      await click("check-again");
      answer();
      await soon();
      expect(standing()).toBe("answered");
      expect(said()).toBe("");
    });

    it("does not say so where nobody tells how they stand", async () => {
      await world.clock.pass(41_000);
      expect(standing()).toBe("silent");
      expect(said()).toBe("");
    });
  });

  it.each(["retry-now", "retry-stop", "retry-watch"])(
    "says that %s could not be kept where the disk is full",
    async (action) => {
      world.browser.storage.local.isFull = true;
      await click(action);
      expect(said()).toBe("options_not_saved");
    },
  );

  it("blames no full disk where the worker does not answer", async () => {
    vi.spyOn(world.browser.runtime, "sendMessage").mockRejectedValue(new Error("Could not establish connection."));
    await click("retry-now");
    expect(said()).toBe("ui_click_failed");
  });

  it("says no more of a click once another has come to its end", async () => {
    world.browser.storage.local.isFull = true;
    await click("retry-stop");
    expect(said()).toBe("options_not_saved");
    world.browser.storage.local.isFull = false;
    await click("check-again");
    expect(said()).toBe("");
  });

  it("says no more of a click once another failure is shown", async () => {
    world.browser.storage.local.isFull = true;
    await click("retry-stop");
    expect(said()).toBe("options_not_saved");
    world.browser.storage.local.isFull = false;
    await world.navigate(tab, "https://shop.example/next");
    // A panel that stands open learns it where another one asks.
    await world.ask("tab/open", { tabId: tab.id });
    await soon();
    expect(said()).toBe("");
  });

  it("says so anew of a second click, and no more once one could be kept", async () => {
    world.browser.storage.local.isFull = true;
    await click("retry-watch");
    const first = region()?.firstChild;
    await click("retry-watch");
    expect(said()).toBe("options_not_saved");
    expect(region()?.firstChild).not.toBe(first);
    world.browser.storage.local.isFull = false;
    await click("retry-watch");
    expect(said()).toBe("");
  });
});

describe("a part of the popup", () => {
  /** Draws it where what comes of its clicks is heard. */
  async function drawHeard(
    part: (late: typeof import("../../../../src/pages/popup/incident-scene.tsx")) => preact.JSX.Element,
  ) {
    const { HearsClicks, useClickWords } = await import("../../../../src/pages/popup/click-words.ts");
    const scene = await import("../../../../src/pages/popup/incident-scene.tsx");
    const look = async () => true;
    const turns = () => 0;
    const Region = () => {
      const { said: last, hear } = useClickWords(look, turns);
      return (
        <HearsClicks value={hear}>
          {part(scene)}
          <p class="click-said">{last.words}</p>
        </HearsClicks>
      );
    };
    page = draw(<Region />);
    await soon();
  }
  const usual = { seconds: 240, outages: 7 } as const;
  const waits: RetryView = {
    state: "waiting",
    due: Date.now() + 60_000,
    attempts: 3,
    watching: "page",
    usual,
    forecast: null,
  };
  const inert = { onAct: vi.fn(), onTell: vi.fn(), onRetry: vi.fn() };

  it("says that a site could not be forgotten where its failures cannot be written", async () => {
    const failing = await world.visit(PAGE);
    await world.clock.until(() => failing.badge.text === "502");
    refuseWrites(world, "local", "history");
    await drawHeard(({ IncidentScene }) => (
      <IncidentScene {...inert} view={EXAMPLE} retry={waits} opinions={null} repair={null} automatic />
    ));
    await click("forget-history");
    await click("forget-history-all");
    expect(said()).toBe("options_not_saved");
  });

  it("says that one click could not be made enough where the disk is full, and asks before the next one too", async () => {
    world.browser.storage.local.isFull = true;
    await import("../../../../src/pages/popup/ask-address.ts");
    // The question itself is another matter.
    vi.spyOn(world.browser.runtime, "sendMessage").mockResolvedValue(undefined);
    await drawHeard(({ IncidentScene }) => (
      <IncidentScene {...inert} view={EXAMPLE} retry={{ state: "none" }} opinions={null} repair={null} automatic />
    ));
    await click("opinion-places");
    const [tick] = page.body.having("data-field", "ask-unasked");
    Object.assign(tick ?? {}, { checked: true });
    tick?.fire("change");
    await soon();
    await click("opinion-places-send");
    await world.clock.until(() => page.body.having("data-asking", "").length > 0);
    expect(said()).toBe("options_not_saved");
    await click("opinion-places");
    expect(stands("opinion-places-send")).toBe(true);
  });
});
