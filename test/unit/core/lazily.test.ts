import { expect, it, vi } from "vitest";
import { family } from "../../../src/core/gateways/markers.ts";
import { lazily } from "../../../src/core/lazily.ts";

it("makes a value when it is first asked for, and once", () => {
  const make = vi.fn(() => undefined);
  const value = lazily(make);
  expect(make).not.toHaveBeenCalled();
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(1);
});

it("leaves the products of a family of gateways unmade until a page is looked at", () => {
  const make = vi.fn(() => [{ name: "Box", side: "site", markers: [{ body: /box/, word: "unavailable" }] }] as const);
  const box = family("box", make);
  expect(make).not.toHaveBeenCalled();
  const page = { status: 503, headers: [], body: "<p>box</p>" };
  expect(box.recognise(page)).toMatchObject({ product: "Box", word: "unavailable" });
  expect(box.recognise(page)).not.toBeNull();
  expect(make).toHaveBeenCalledTimes(1);
});
