/** States of a cure that no other state shows: while the browser asks, without a clear end, and by hand. */
import type { RepairId } from "../../src/core/repair/repair.ts";
import type { RepairStep } from "../../src/core/repair/view.ts";
import { answered, type MakeFixture, plain, repairable, repairOf } from "./fixtures.ts";

const ended =
  (id: RepairId, end: "works" | "leads-on" | "unclear", byHand = false): MakeFixture =>
  (now) =>
    plain(answered({ recovered: end === "works" }), {
      repair: repairOf(now, id, { state: "done", end, cookies: 9, byHand }),
    });

/** Only Firefox says which proxy it uses. */
const inFirefox = (found: RepairStep): MakeFixture =>
  repairable("local-proxy", found, "name-proxy", [], { firefox: true });

export const cureStates: Readonly<Record<string, MakeFixture>> = {
  "repair-asking": repairable("cookies", { state: "asking", lacked: ["*://shop.example/*"] }),
  "repair-unclear": repairable("cookies", { state: "done", end: "unclear", cookies: 9, byHand: false }),
  "repair-worker-unclear": ended("remove-page-worker", "unclear"),
  "repair-worker-leads-on": ended("remove-page-worker", "leads-on"),
  "repair-worker-by-hand": repairable("page-worker", { state: "by-hand", why: "failed" }, "remove-page-worker"),
  "repair-hand-works": ended("forget-addresses", "works", true),
  "repair-hand-unclear": ended("forget-addresses", "unclear", true),
  "repair-hand-fails": repairable(
    "stale-address",
    { state: "done", end: "fails", cookies: 0, byHand: true },
    "forget-addresses",
  ),
  "repair-no-help-you": repairable("cookies", { state: "done", end: "fails", cookies: 9, byHand: false }),
  "repair-extensions-next": repairable(
    "cookies",
    { state: "done", end: "fails", cookies: 0, byHand: true },
    "name-extensions",
    ["delete-cookies"],
  ),
  "repair-extensions-none": repairable(
    "extension",
    { state: "extensions", found: { names: [], more: 0 } },
    "name-extensions",
  ),
  "repair-extensions-many": repairable(
    "extension",
    {
      state: "extensions",
      found: { names: Array.from({ length: 12 }, (_, index) => `Helper number ${index + 1}`), more: 7 },
    },
    "name-extensions",
  ),
  "repair-proxy-no-setters": repairable(
    "local-proxy",
    { state: "proxy", dead: false, setting: null, setters: { names: [], more: 0 } },
    "name-proxy",
  ),
  "repair-proxy-none": inFirefox({
    ...{ state: "proxy", dead: false, setting: { kind: "none", by: "user", server: null }, setters: null },
  }),
  "repair-proxy-fails": repairable(
    "local-proxy",
    { state: "done", end: "fails", cookies: 0, byHand: true },
    "name-proxy",
  ),
  "repair-proxy-script": inFirefox({
    state: "proxy",
    dead: false,
    setting: { kind: "script", by: "administrator", server: "https://wpad.corp.example/proxy.pac" },
    setters: null,
  }),
};
