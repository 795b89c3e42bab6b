import { connect, createServer, type Server } from "node:net";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Meeting } from "../../lab/globalping.ts";
import { Globalping } from "../../lab/globalping.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { closeServer } from "../../lab/ports.ts";
import { leaveSecondAddress, takeSecondAddress } from "../../lab/second-address.ts";
import type { Behaviour } from "../../lab/upstream.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";

const SHOP = "https://shop.example";
/** Where everybody else is led. */
const NEW_ADDRESS = "198.51.100.7";
const OUTSIDE = ["api.globalping.io", "dns.google", "cloudflare-dns.com", "archive.org", "web.archive.org"];

/** Akamai's page for a request that a rule refuses. */
const REFUSAL =
  "<HTML><HEAD><TITLE>Error</TITLE></HEAD><BODY>An error occurred.<P>Reference&#32;&#35;18&#46;2d351ab8&#46;1557333295&#46;a4e16ab<P>https&#58;&#47;&#47;errors.edgesuite.net/18.2d351ab8.1557333295.a4e16ab</BODY></HTML>";
const refusing: Behaviour = {
  listening: true,
  react: () => ({ status: 503, headers: { "content-type": "text/html", server: "AkamaiGHost" }, body: REFUSAL }),
};

const taken = takeSecondAddress();
/** A container may forbid it; what needs a second address of this machine is then left out, and said. */
const takesAddress = taken !== null;
if (!takesAddress) console.warn("skipped: what a stale address does, since this machine may not take on another one");
/** Where this browser is led, as on a device whose resolver still has the site's old address. */
const OLD_ADDRESS = taken ?? "127.0.0.1";
const withAddress = it.skipIf(!takesAddress);

let lab: Lab;
let forwarder: Server | undefined;
let chromium: Chromium;
let page: Page;
let tabId: number;

beforeAll(async () => {
  lab = await startLab();
  const server = createServer((socket) => {
    const onward = connect(lab.ports.gatewayHttps, "127.0.0.1");
    for (const [from, to] of [[socket, onward] as const, [onward, socket] as const]) {
      from.pipe(to);
      from.on("error", () => to.destroy());
    }
  });
  if (takesAddress) {
    forwarder = server;
    await new Promise<void>((resolve) => server.listen(lab.ports.gatewayHttps, OLD_ADDRESS, resolve));
  }
  // As on a device whose resolver still has the site's old address; the user sits in Germany.
  const chromiumArgs = lab.chromiumArgs.map((arg) =>
    takesAddress ? arg.replace("MAP shop.example:443 127.0.0.1:", `MAP shop.example:443 ${OLD_ADDRESS}:`) : arg,
  );
  process.env.TZ = "Europe/Berlin";
  chromium = await startChromium({ ...lab, chromiumArgs });
  await chromium.grant();
});
afterAll(async () => {
  try {
    await chromium?.close();
    if (forwarder) await closeServer(forwarder);
    await lab?.stop();
  } finally {
    // Whatever went wrong, the machine gets its addresses back.
    if (takesAddress) leaveSecondAddress(OLD_ADDRESS);
  }
});
beforeEach(async () => {
  await lab.set("recover");
  lab.world.globalping = new Globalping();
  lab.world.addresses = [NEW_ADDRESS];
  for (const open of (await chromium.browser.pages()).filter((one) => one.url().includes("/src/pages/popup/"))) {
    await open.close();
  }
  await page?.close().catch(() => undefined);
  await chromium.killWorker();
  ({ page, tabId } = await chromium.openTab());
  lab.clearRequests();
});

/** What each place meets: in the user's country, elsewhere on the continent, far away. */
const meeting =
  (near: Meeting, continent: Meeting, far: Meeting): Globalping["meets"] =>
  ({ country, continent: on }) =>
    country === "DE" ? near : on === "EU" ? continent : far;
const WORKS: Meeting = { status: 200, address: NEW_ADDRESS };
const FAILS: Meeting = { status: 502, body: "<center>nginx</center>" };

const outside = () => lab.requests.filter(({ host }) => OUTSIDE.includes(host));
const settled = async (check: Page): Promise<string> => {
  await check.waitForSelector("main[data-phase=done]", { timeout: 40_000 });
  return check.$eval("main", (main) => `${main.dataset.side} ${main.dataset.cause}`);
};

async function open(url = `${SHOP}/cart?q=secret`): Promise<Page> {
  await page.goto(url);
  const check = await chromium.openCheck(tabId);
  await settled(check);
  return check;
}

/** A click in the page, wherever the button stands and whether or not its fold is open. */
const click = async (check: Page, action: string) => {
  const button = await check.waitForSelector(`[data-action="${action}"]:not(:disabled)`, { timeout: 15_000 });
  await button?.evaluate((found) => (found as HTMLElement).click());
};

/** Asks one question as a person does, and reads the verdict that comes of it, and the row of its check. */
async function ask(check: Page, kind: "places" | "address" | "address-test"): Promise<string> {
  const row = `[data-check=${kind === "places" ? "vantage" : "address"}]`;
  const says = () => check.$eval(row, (found) => found.textContent ?? "");
  const before = await says();
  await click(check, `opinion-${kind}`);
  const sends = await check.waitForSelector(".opinion-sends");
  const sent = (await sends?.evaluate((box) => box.textContent ?? "")) ?? "";
  await click(check, `opinion-${kind}-send`);
  await until(async () => (await says()) !== before, 40_000);
  await check.waitForSelector('.opinions[data-asking=""]');
  return sent;
}
const verdict = (check: Page) => check.$eval("main", (main) => `${main.dataset.side} ${main.dataset.cause}`);
const outcome = (check: Page, id: string) =>
  check.$eval(`[data-check=${id}]`, (row) => (row as HTMLElement).dataset.outcome);

describe("the site's status page", () => {
  it("is asked once, however many popups show the check", async () => {
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/cart`);
    const checks = await Promise.all([1, 2, 3].map(() => chromium.openCheck(tabId)));
    for (const check of checks) await settled(check);
    for (const check of checks) {
      await check.waitForSelector("[data-check=status-page]:not([data-outcome=running], [data-outcome=pending])");
    }
    const asked = lab.requests.filter(({ host }) => host === "status.shop.example");
    expect(asked.filter(({ path }) => path === "/api/v2/summary.json")).toHaveLength(1);
  });
});

describe("a second opinion", () => {
  it("is asked of nobody before the second click, and shows what it sends before", async () => {
    await lab.set("kill-upstream");
    const check = await open();
    await click(check, "opinion-places");
    await check.waitForSelector(".opinion-sends");
    const shown = await check.$eval(".opinion-sends", (box) => box.textContent ?? "");
    expect(shown).toContain("api.globalping.io");
    expect(shown).toContain("GET https://shop.example/");
    expect(shown).not.toContain("secret");
    expect(outside()).toEqual([]);

    await click(check, "opinion-places-leave");
    await ask(check, "places");
    expect(lab.world.globalping.questions).toMatchObject([
      { target: "shop.example", measurementOptions: { request: { method: "GET", path: "/" }, ipVersion: 4 } },
    ]);
    expect(new Set(outside().map(({ host }) => host))).toEqual(new Set(["api.globalping.io"]));
    expect(outside().filter(({ cookie }) => cookie !== "")).toEqual([]);
    expect(JSON.stringify(lab.world.globalping.questions)).not.toMatch(/cart|secret/);
  });

  it("says which places are asked, and asks others where none of those stands in a home", async () => {
    await lab.set("kill-upstream");
    const { globalping } = lab.world;
    globalping.probes = globalping.probes.map((one) => ({ ...one, tags: ["datacenter-network"] }));
    globalping.meets = meeting(FAILS, FAILS, FAILS);
    const check = await open();
    await click(check, "opinion-places");
    const shown = await check.waitForSelector(".opinion-sends");
    expect(await shown?.evaluate((box) => box.textContent)).toMatch(
      /asks the site once more.* in homes .* version of IP/is,
    );
    await click(check, "opinion-places-leave");
    await ask(check, "places");
    expect(await verdict(check)).toMatch(/^server origin-/);
    expect(JSON.stringify(globalping.questions)).not.toContain("eyeball");
  });

  it("names the provider that the user types, in the line that says what is sent, and asks its customers", async () => {
    await lab.set("kill-upstream");
    const { globalping } = lab.world;
    globalping.meets = meeting(FAILS, FAILS, FAILS);
    const check = await open();
    await click(check, "opinion-places");
    const field = await check.waitForSelector(".opinion-sends [data-field=provider]");
    // Whether or not its fold is open, as with the buttons.
    await field?.evaluate((input) => {
      (input as HTMLInputElement).value = "Lab Net";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await until(() => check.$eval(".opinion-sends p", (line) => line.textContent?.includes("Lab Net") === true));
    expect(globalping.questions).toEqual([]);
    await click(check, "opinion-places-send");
    await until(() => globalping.questions.length > 0);
    expect(globalping.questions[0]?.locations).toContainEqual({ magic: expect.stringMatching(/^Lab Net/), limit: 2 });
    await check.waitForSelector('.opinions[data-asking=""]', { timeout: 45_000 });
    expect(await outcome(check, "vantage")).toBe("fail");
  });

  it("names the path only when the user adds it", async () => {
    await lab.set("kill-upstream");
    const check = await open();
    await click(check, "opinion-places");
    const box = await check.waitForSelector(".opinion-sends input[type=checkbox]");
    await box?.evaluate((input) => (input as HTMLElement).click());
    await until(() =>
      check.$eval(".opinion-sends code", (code) => code.textContent === "GET https://shop.example/cart"),
    );
    await click(check, "opinion-places-send");
    await until(() => lab.world.globalping.questions.length > 0);
    expect(JSON.stringify(lab.world.globalping.questions)).toContain('"path":"/cart"');
    expect(JSON.stringify(lab.world.globalping.questions)).not.toContain("secret");
  });

  it("clears the user when it fails for everyone", async () => {
    await lab.set("kill-upstream");
    lab.world.globalping.meets = meeting(FAILS, FAILS, FAILS);
    const check = await open();
    await ask(check, "places");
    expect(await verdict(check)).toMatch(/^server origin-/);
    expect(await outcome(check, "vantage")).toBe("fail");
    expect(
      await check.$$eval("[data-place]", (rows) => rows.map((row) => (row as HTMLElement).dataset.result)),
    ).toEqual(Array(5).fill("down"));
  });

  it("names the region when it fails near by and works far away", async () => {
    await lab.set("kill-upstream");
    lab.world.globalping.meets = meeting(FAILS, FAILS, WORKS);
    const check = await open();
    await ask(check, "places");
    expect(await verdict(check)).toBe("server regional");
  });

  it("settles a refusal of this address, which stays open without it", async () => {
    await lab.upstream.behave(refusing);
    lab.world.globalping.meets = meeting(WORKS, WORKS, WORKS);
    const check = await open();
    expect(await verdict(check)).toMatch(/^unsure/);
    await ask(check, "places");
    expect(await verdict(check)).toBe("you blocked-address");
  });

  it("settles it for the front page too, where the browser holds further requests back", async () => {
    await lab.upstream.behave(refusing);
    lab.world.globalping.meets = meeting(WORKS, WORKS, WORKS);
    const check = await open(`${SHOP}/`);
    await ask(check, "places");
    expect(await verdict(check)).toBe("you blocked-address");
  });

  it("does not blame the user's address when others are refused as well", async () => {
    await lab.upstream.behave(refusing);
    const refused: Meeting = { status: 503, body: REFUSAL };
    lab.world.globalping.meets = meeting(refused, refused, refused);
    const check = await open();
    await ask(check, "places");
    expect(await verdict(check)).toMatch(/^unsure/);
  });

  withAddress("settles a stale address step by step, and is unsure until the last one", async () => {
    await lab.set("kill-upstream");
    lab.world.globalping.meets = (_at, { target }) => (target === OLD_ADDRESS ? FAILS : WORKS);
    const check = await open();
    await ask(check, "places");
    expect(await verdict(check)).toMatch(/^unsure/);

    expect(await ask(check, "address")).toContain("dns.google");
    expect(await verdict(check)).toMatch(/^unsure/);
    expect(await check.$eval(".opinions", (part) => part.textContent ?? "")).toContain(OLD_ADDRESS);
    const asked = lab.requests.filter(({ host }) => host === "dns.google" || host === "cloudflare-dns.com");
    expect(asked).toHaveLength(4);
    for (const { path, cookie } of asked)
      expect([path.replace(/&type=A+$/, ""), cookie]).toMatchObject([
        /^\/[a-z-]+\?name=shop\.example$/.exec(path.replace(/&type=A+$/, ""))?.[0],
        "",
      ]);

    expect(await ask(check, "address-test")).toContain(OLD_ADDRESS);
    expect(await verdict(check)).toBe("you stale-address");
    expect(lab.world.globalping.questions.at(-1)).toMatchObject({
      target: OLD_ADDRESS,
      locations: "lab-1",
      measurementOptions: { request: { host: "shop.example", path: "/" } },
    });
  });

  withAddress("does not call an address stale that serves others", async () => {
    await lab.set("kill-upstream");
    lab.world.globalping.meets = () => WORKS;
    const check = await open();
    await ask(check, "places");
    await ask(check, "address");
    await ask(check, "address-test");
    expect(await verdict(check)).toMatch(/^unsure/);
    expect(await outcome(check, "address")).toBe("pass");
  });

  withAddress("has nothing against an address that the resolvers name as well", async () => {
    await lab.set("kill-upstream");
    lab.world.addresses = [OLD_ADDRESS];
    const check = await open();
    await ask(check, "address");
    expect(await outcome(check, "address")).toBe("pass");
    expect(await check.$('[data-action="opinion-address-test"]')).toBeNull();
  });

  it("says so when the free questions are used up, and changes nothing", async () => {
    await lab.set("kill-upstream");
    lab.world.globalping.remaining = 0;
    const check = await open();
    const before = await verdict(check);
    await ask(check, "places");
    expect(await verdict(check)).toBe(before);
    expect(await check.$eval(".opinions", (part) => part.textContent ?? "")).toMatch(/used up until/);
  });

  it("is not offered for a host that is named to nobody", async () => {
    await lab.set("kill-upstream");
    const check = await open("https://nas.home.arpa/files");
    expect(await check.$(".opinions")).toBeNull();
    expect(outside()).toEqual([]);
  });

  it("stops at an address in the user's own network: no resolver is asked, and nobody else after that", async () => {
    await lab.set("kill-upstream");
    // Over http the shop stands on this computer, as an office's DNS sends its people to a server inside.
    const check = await open("http://shop.example/cart");
    await ask(check, "address");
    expect(await outcome(check, "address")).toBe("not-applicable");
    expect(await check.$eval(".opinions", (part) => part.textContent ?? "")).toContain("inside your own network");
    expect(await check.$('[data-action="opinion-places"]')).toBeNull();
    expect(await check.$('[data-action="archived-copy"]')).toBeNull();
    expect(outside()).toEqual([]);
  });

  const copyLink = async (check: Page) => {
    const link = await check.waitForSelector('[data-action="archived-copy"]');
    return link?.evaluate((found) => ({ href: (found as HTMLAnchorElement).href, says: found.textContent }));
  };
  const askArchive = async (check: Page) => {
    await click(check, "opinion-saved-copy");
    await check.waitForSelector('[data-action="opinion-saved-copy-send"]');
    expect(outside()).toEqual([]);
    await click(check, "opinion-saved-copy-send");
  };

  it("leads to a saved copy that the archive has, by its day, and asks the archive nothing by itself", async () => {
    await lab.set("kill-upstream");
    lab.world.archive = { timestamp: "20251112120000" };
    const check = await open();
    await askArchive(check);
    expect(await copyLink(check)).toEqual({
      href: "https://web.archive.org/web/20251112120000/https://shop.example/cart",
      says: "Read the copy of November 12, 2025",
    });
    expect(outside().map(({ host, path }) => `${host}${path}`)).toEqual([
      "archive.org/wayback/available?url=https%3A%2F%2Fshop.example%2Fcart",
    ]);
  });

  it("says so where the archive has no copy", async () => {
    await lab.set("kill-upstream");
    lab.world.archive = "none";
    const check = await open();
    await askArchive(check);
    await check.waitForSelector('[data-copy="none"]');
    expect(await check.$('[data-action="archived-copy"]')).toBeNull();
  });

  it("says so where the archive does not answer, and leads to it", async () => {
    await lab.set("kill-upstream");
    lab.world.archive = "broken";
    const check = await open();
    await askArchive(check);
    await check.waitForSelector('[data-copy="failed"]');
    expect(await copyLink(check)).toMatchObject({ href: "https://web.archive.org/web/2/https://shop.example/cart" });
  });
});
