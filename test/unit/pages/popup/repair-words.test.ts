import { describe, expect, it } from "vitest";
import english from "../../../../public/_locales/en/messages.json" with { type: "json" };
import type { Message } from "../../../../src/core/message.ts";
import { REPAIR_IDS } from "../../../../src/core/repair/repair.ts";
import { countedWords, endWords, failedWords, proxyWords, WORDS } from "../../../../src/pages/popup/repair-words.ts";

interface Entry {
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** What stands in each placeholder of a text. */
function inserted({ key, args = [] }: Message): Record<string, unknown> {
  const entry: object = english[key];
  const { placeholders = {} } = entry as Entry;
  return Object.fromEntries(
    Object.entries(placeholders).map(([name, { content }]) => [name, args[Number(content.slice(1)) - 1]]),
  );
}

const ENDS = ["works", "leads-on", "fails", "unclear"] as const;

describe("the words of a repair", () => {
  it.each(REPAIR_IDS.flatMap((id) => ENDS.map((end) => [id, end] as const)))(
    "name the host and the number where they belong: %s, %s",
    (id, end) => {
      const expected = { host: "shop.example", count: "9" };
      for (const byHand of [true, false]) {
        expect(expected).toMatchObject(inserted(endWords(id, { end, cookies: 9, byHand }, "shop.example")));
      }
    },
  );

  it("insert nothing but the host into an offer, its cost and its place", () => {
    for (const { offer, cost, byHand } of Object.values(WORDS)) {
      for (const key of [offer, ...Object.values(cost), ...Object.values(byHand)]) {
        expect(["{}", '{"host":"h"}']).toContain(JSON.stringify(inserted({ key, args: ["h"] })));
      }
    }
  });

  it.each(REPAIR_IDS)("claim nothing of %s that the user may have done in another way by hand", (id) => {
    const said = endWords(id, { end: "works", cookies: 0, byHand: true }, "shop.example");
    expect(said.key).toBe("repair_hand_works");
  });

  it.each([1, 9])("promise that everything else stays of %d cookies only where no other site shares any", (cookies) => {
    const said = (shared: string | null) => countedWords({ cookies, shared }, "www.shop.example");
    expect(said(null).map(({ key }) => key)[1]).toBe("repair_counted_own");
    const [, second] = said("shop.example");
    expect(second && inserted(second)).toEqual({ domain: "shop.example" });
    expect(second && english[second.key].message).toMatch(/signed out there too/);
    expect(second && english[second.key].message).toContain(cookies === 1 ? " share it," : " share some of them,");
    for (const key of ["repair_counted_one", "repair_counted_many", "repair_delete_cookies_cost"] as const) {
      expect(english[key].message).not.toMatch(/stays?\b/);
    }
  });

  it("say of no cookies that it is not they, and of nobody that they are signed out", () => {
    expect(countedWords({ cookies: 0, shared: null }, "h").map(({ key }) => key)).toEqual(["repair_counted_none"]);
  });

  it.each([
    ["delete-cookies", "cookies"],
    ["remove-page-worker", "helper"],
  ] as const)("name what could not be done, for it may stand below another step: %s", (id, what) => {
    expect(english[failedWords(id)].message).toContain(what);
  });

  it("say first that a proxy is dead, then which it is, then who has set it", () => {
    const setting = { kind: "fixed", by: "extension", server: "box:3128" } as const;
    const said = proxyWords(
      { id: "name-proxy", url: "", at: 0, state: "proxy", dead: true, setting, setters: null },
      false,
    );
    expect(said.map(({ key }) => key)).toEqual([
      "repair_proxy_dead",
      "repair_proxy_fixed",
      "repair_proxy_by_extension",
    ]);
    expect(said.map(inserted)[1]).toEqual({ server: "box:3128" });
  });

  it("do not say again what the headline says: that the proxy is dead", () => {
    const setting = { kind: "fixed", by: "extension", server: "box:3128" } as const;
    const found = { id: "name-proxy", url: "", at: 0, state: "proxy", dead: true, setting, setters: null } as const;
    expect(proxyWords(found, true).map(({ key }) => key)).toEqual(["repair_proxy_fixed", "repair_proxy_by_extension"]);
  });

  it("say of no proxy nothing more than that, and of one without a known address that it is not known", () => {
    const found = { id: "name-proxy", url: "", at: 0, state: "proxy", dead: false, setters: null } as const;
    expect(proxyWords({ ...found, setting: { kind: "none", by: "user", server: null } }, false)).toHaveLength(1);
    expect(proxyWords({ ...found, setting: null }, false).map(({ key }) => key)).toEqual(["repair_proxy_unknown"]);
    const bare = proxyWords({ ...found, setting: { kind: "fixed", by: "user", server: null } }, false);
    expect(bare.map(({ key }) => key)).toEqual(["repair_proxy_unknown"]);
  });

  it("do not deny a proxy in the same breath in which they call it dead", () => {
    const setting = { kind: "none", by: "user", server: null } as const;
    const said = proxyWords(
      { id: "name-proxy", url: "", at: 0, state: "proxy", dead: true, setting, setters: null },
      false,
    );
    expect(said.map(({ key }) => key)).toEqual(["repair_proxy_dead"]);
  });
});
