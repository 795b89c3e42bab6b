import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import english from "../../../public/_locales/en/messages.json" with { type: "json" };
import { type Message, type MessageKey, message } from "../../../src/core/message.ts";
import { clock, span } from "../../../src/pages/ui/time.ts";
import { readyTexts, textLanguage, translate, uiLanguage } from "../../../src/platform/i18n.ts";
import { holds } from "../../property.ts";
import { hostile, steeringIn } from "../core/hostile.ts";

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const { state } = vi.hoisted(() => ({ state: { direction: "ltr", hasTexts: true } }));

/** What the browsers do with a packaged text. */
function getMessage(key: string, args: readonly string[] = []): string {
  if (key === "@@bidi_dir") return "rtl";
  if (!state.hasTexts) return "";
  if (key === "text_direction") return state.direction;
  const entry: Entry | undefined = Object.entries(english).find(([known]) => known === key)?.[1];
  return (entry?.message ?? "").replace(/\$([A-Za-z_]+)\$/g, (_, name: string) => {
    const content = entry?.placeholders?.[name.toLowerCase()]?.content ?? "";
    return args[Number(content.slice(1)) - 1] ?? "";
  });
}
vi.mock("../../../src/platform/browser.ts", () => ({
  browser: {
    i18n: { getMessage, getUILanguage: () => "he" },
    runtime: { getManifest: () => ({ default_locale: "en" }), getURL: (path: string) => path },
  },
}));

afterEach(() => {
  Object.assign(state, { direction: "ltr", hasTexts: true });
  vi.unstubAllGlobals();
});

const KEYS = Object.keys(english) as MessageKey[];
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/** What is left of a text once its isolates, with all that stands in them, are taken out; throws where they do not pair. */
function outsideIsolates(text: string): string {
  let depth = 0;
  let outside = "";
  for (const character of text) {
    if (character === "\u2068") depth++;
    else if (character === "\u2069") depth--;
    else if (depth === 0) outside += character;
    if (depth < 0) throw new Error("an isolate is closed that was not opened");
  }
  if (depth !== 0) throw new Error("an isolate stays open");
  return outside;
}

describe("the language", () => {
  it.each([true, false])(
    "of a page is that of its texts, whatever the browser speaks: from the browser %s",
    async (hasTexts) => {
      Object.assign(state, { hasTexts });
      vi.stubGlobal("fetch", async () => ({ json: async () => english }));
      await readyTexts();
      expect(textLanguage()).toEqual({ lang: "en", dir: "ltr" });
      expect(uiLanguage()).toBe("he");
    },
  );

  it("of texts that are written from right to left turns the page", () => {
    state.direction = "rtl";
    expect(textLanguage().dir).toBe("rtl");
  });
});

describe("a sentence", () => {
  it("comes as it is written, with what it inserts", () => {
    expect(translate(message("ui_back", "shop.example"))).toBe(
      english.ui_back.message.replace("$HOST$", "shop.example"),
    );
  });

  it("keeps a time of ours in one line", () => {
    const [at, ago] = [clock(0, 0, "en-US"), span(360_000, "en")];
    expect(translate(message("ui_meta_no_status", at, ago))).toContain(at);
    expect(translate(message("ui_meta_no_status", at, ago))).toContain("6\u00a0min");
  });

  it("keeps apart what runs the other way, and all that it inserts where it runs so itself", () => {
    const titled = message("check_status_red", "שלום");
    expect(translate(titled)).toContain("“\u2068שלום\u2069”");
    state.direction = "rtl";
    expect(translate(message("ui_back", "shop.example:8443"))).toContain("\u2068shop.example:8443\u2069");
  });

  const nested: Message = message("gateway_unnamed");
  const PLACES = KEYS.flatMap((key) => {
    const { message: said, placeholders }: Entry = english[key];
    return Object.keys(placeholders ?? {}).map((name) => {
      const at = said.toLowerCase().indexOf(`$${name}$`);
      return [key, name, /(?:^|[.!?] )“?$/.test(said.slice(0, at))] as const;
    });
  });

  it.each([true, false])("begins with a capital letter where one of our own texts begins it: %s", (begins) => {
    const places = PLACES.filter(([, , isBeginning]) => isBeginning === begins);
    expect(places.length).toBeGreaterThan(20);
    for (const [key, name] of places) {
      const { placeholders }: Entry = english[key];
      const index = Number(placeholders?.[name]?.content.slice(1)) - 1;
      const args = Array.from({ length: 9 }, (_, at) => (at === index ? nested : "x"));
      const said = translate(message(key, ...args));
      expect(said, key).toContain(begins ? "The gateway" : "the gateway");
      expect(said, key).not.toMatch(/[\u{f0000}]/u);
      // Also within another sentence, after its first.
      expect(translate(message("requests_why_one", "shop.example", message(key, ...args)))).toContain(
        begins ? "The gateway" : "the gateway",
      );
    }
  });

  it("leaves what strangers call themselves as they write it", () => {
    expect(translate(message("ui_back", "shop.example"))).toMatch(/^shop\.example/);
    expect(translate(message("requests_why_one", "a.example", "shop.example is down."))).toContain(". shop.example");
    const framed = message("side_server_sure", message("cause_origin_down_headline", "shop.example"));
    expect(translate(framed)).toMatch(/\. shop\.example/);
  });

  const args = fc.array(hostile, { minLength: 9, maxLength: 9 });

  it.each([
    ["from the browser", "ltr", true],
    ["from the browser, from right to left", "rtl", true],
    ["from the packaged file", "ltr", false],
  ] as const)(
    "%s, whichever it is and whatever strangers put into it, is one line that they do not steer",
    async (_how, direction, hasTexts) => {
      Object.assign(state, { direction, hasTexts });
      vi.stubGlobal("fetch", async () => ({ json: async () => english }));
      await readyTexts();
      let inserting = 0;
      for (const key of KEYS) {
        const { placeholders }: Entry = english[key];
        if (placeholders === undefined) continue;
        inserting++;
        holds(
          [args, fc.boolean()],
          (inserted, isFramed) => {
            const plain: Message = message(key, ...inserted);
            const said = translate(isFramed ? message("side_you", plain) : plain);
            expect(steeringIn(said)).toEqual([]);
            expect(outsideIsolates(said)).not.toMatch(RIGHT_TO_LEFT);
            expect(() => encodeURIComponent(said)).not.toThrow();
          },
          { runs: 4 },
        );
      }
      expect(inserting).toBeGreaterThan(100);
    },
  );
});
