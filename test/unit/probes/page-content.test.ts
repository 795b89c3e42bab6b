import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { World } from "../../fakes/world.ts";

const PAGE = "https://shop.example/cart";
const LIMIT = 16_384;
const SAID = "<h1>Back at noon</h1><p>We move to another building.</p>";
const rules = ".card{margin:0 auto;padding:1em} ".repeat(700);
const code = "window.later = (one, other) => one + other; ".repeat(500);
const picture = `data:image/png;base64,${"iVBORw0KGgo/AbC+".repeat(1_400)}`;
const page = (inner: string) => `<html><head><title>Closed</title></head><body>${inner}</body></html>`;

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

async function read(html: string): Promise<string> {
  world.network.answer("https://shop.example", { status: 503, body: html });
  const tab = await world.visit(PAGE);
  const { pageContent } = await world.load(() => import("../../../src/probes/page-content.ts"));
  const found = await world.clock.done(pageContent(tab.id));
  if (found.state !== "ok") throw new Error(found.state);
  return found.value.html;
}

describe("what is read of a failing document", () => {
  it("is all of it, where it has room", async () => {
    const html = page(`<style>${rules.slice(0, 2_000)}</style><script>${code.slice(0, 2_000)}</script>${SAID}`);
    expect(await read(html)).toBe(html);
  });

  it.each([
    ["styles", `<style>${rules}</style>`],
    ["many styles", `<style media="all">${rules.slice(0, 900)}</style>`.repeat(40)],
    ["scripts", `<script nonce="x">${code}</script>`],
    ["a drawing", `<svg viewBox="0 0 9 9"><path d="${"M1 1l2 2 ".repeat(2_500)}"></path></svg>`],
    ["a drawing with all in its tag", `<svg data-all="${"M1 1 > ".repeat(3_000)}"></svg>`],
    ["a picture", `<img alt="" src="${picture}">`],
    ["a background", `<div style="background: url(&quot;${picture}&quot;)"></div>`],
    ["a remark", `<!-- ${"Build of the year. ".repeat(1_000)} -->`],
    ["a menu", `<nav><ul>${"<li><a href='/a'>Another page</a></li>".repeat(600)}</ul></nav>`],
    ["countries", `<select>${"<option>Somewhere</option>".repeat(900)}</select>`],
  ])("is what people read, however much of %s stands before it", async (_what, bulk) => {
    const html = await read(page(`${bulk}${SAID}`));
    expect(html).toContain(SAID);
    expect(html.length).toBeLessThanOrEqual(LIMIT);
  });

  it("is its first 16 KB, where people read more than that", async () => {
    const html = page(`<p>${"No word of this can be spared. ".repeat(1_000)}</p>`);
    expect(await read(html)).toBe(html.slice(0, LIMIT));
  });

  it("has the beginning of everything that is cut, by which its maker is known", async () => {
    const html = await read(
      page(`<script>var dd={'rt':'c'};${code}</script><!-- ERR_DNS_FAIL ${" ".repeat(20_000)}-->${SAID}`),
    );
    expect(html).toContain("<script>var dd={'rt':'c'};");
    expect(html).toContain("<!-- ERR_DNS_FAIL");
  });

  it.each([
    ["is never closed", `<p title="<style>">${SAID}</p>${"text ".repeat(5_000)}`],
    ["only begins like one", `<navigation-bar>${SAID}</navigation-bar>${"text ".repeat(5_000)}`],
  ])("takes nothing for bulk that %s", async (_what, inner) => {
    expect(await read(page(inner))).toContain(SAID);
  });
});
