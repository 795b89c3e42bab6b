import { describe, expect, it } from "vitest";
import { type Allowance, strays, told } from "../../lab/traffic/allowance.ts";
import type { Sighting } from "../../lab/traffic/sighting.ts";

const seen = (over: Partial<Sighting> = {}): Sighting => ({
  scheme: "https",
  host: "shop.example",
  method: "GET",
  path: "/cart",
  query: "",
  cookie: "",
  referrer: "",
  mode: "cors",
  destination: "empty",
  accept: "*/*",
  bodyBytes: 0,
  body: "",
  ...over,
});
const page: Allowance = { what: "the page", host: "shop.example", path: "/cart", least: 1, most: 2 };
const tab: Allowance = { ...page, what: "the tab", byTab: true, least: 0 };

describe("what an allow-list says of traffic", () => {
  it("is nothing where all of it is allowed", () => {
    expect(strays([seen(), seen()], [page])).toEqual([]);
  });

  it.each<[string, Partial<Sighting>]>([
    ["another host", { host: "telemetry.example" }],
    ["another path", { path: "/account" }],
    ["a query", { query: "q=1" }],
    ["another method", { method: "POST" }],
    ["a cookie", { cookie: "session=1" }],
    ["a referrer", { referrer: "https://shop.example/cart" }],
    ["a body", { bodyBytes: 3 }],
    ["a navigation", { mode: "navigate" }],
    ["an image", { destination: "image" }],
    ["a question for an error in fields", { accept: "application/problem+json" }],
  ])("names %s", (_, over) => {
    expect(strays([seen(), seen(over)], [page])).toHaveLength(1);
  });

  it("knows what is accepted, where that is told", () => {
    const inFields: Allowance = { ...page, accept: "application/problem+json" };
    expect(strays([seen({ accept: "application/problem+json" })], [inFields])).toEqual([]);
    expect(strays([seen()], [{ ...inFields, least: 0 }])).toHaveLength(1);
  });

  it("counts: one too many is named, and so is what did not come", () => {
    expect(strays([seen(), seen(), seen()], [page])).toEqual(["GET https://shop.example/cart, cors"]);
    expect(strays([], [page])).toEqual(['too little of "the page": 0 of 1']);
  });

  it("lets a tab's own load carry the site's cookies, and nothing else", () => {
    const load = seen({ mode: "navigate", cookie: "session=1" });
    expect(strays([load], [tab])).toEqual([]);
    expect(strays([{ ...load, mode: "cors" }], [tab])).toHaveLength(1);
  });

  it("names a connection to a host of which the list knows nothing, though nothing was asked", () => {
    const handshake = seen({ method: "", path: "", mode: "" });
    expect(strays([handshake], [tab])).toEqual([]);
    expect(strays([{ ...handshake, host: "telemetry.example" }], [tab])).toHaveLength(1);
  });
});

describe("what was told to others", () => {
  it.each<Partial<Sighting>>([
    { path: "/cart" },
    { query: "u=https%3A%2F%2Fshop.example%2Fcart" },
    { referrer: "https://shop.example/cart" },
    { body: '{"path":"/cart"}' },
    { query: "broken=%E0%A4%A&page=cart" },
  ])("is found in %o", (where) => {
    const other = seen({ host: "telemetry.example", path: "/", ...where });
    expect(told([other], "shop.example", ["cart"])).toHaveLength(1);
    expect(told([{ ...other, host: "shop.example" }], "shop.example", ["cart"])).toEqual([]);
  });
});
