import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closePage, draw, type FakePage } from "../../../fakes/elements.ts";
import { World } from "../../../fakes/world.ts";

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

describe("a product's name in the picture of the way", () => {
  it.each([
    ["PythonAnywhere", ["Python", "Anywhere"]],
    ["WordPress.com", ["Word", "Press", ".com"]],
    ["HAProxy", ["HAProxy"]],
    ["Azure Application Gateway", ["Azure Application Gateway"]],
  ])("may break where its parts meet, and is read as one: %s", async (name, parts) => {
    const { Path } = await import("../../../../src/pages/popup/path.tsx");
    const way = { you: "working", network: "working", gateway: "working", site: "broken", gatewayName: name } as const;
    page = draw(<Path path={way} host="shop.example" />);
    await world.clock.pass(1_000);
    const [shown] = page.body.having("title", name);
    expect(shown?.textContent).toBe(name);
    expect(shown?.all.filter((one) => one.localName === "wbr")).toHaveLength(parts.length - 1);
    expect(parts.join("")).toBe(name);
  });
});
