import { begin } from "../../../../src/core/diagnosis/begin.ts";
import { type FinishedCheck, finishedCheckOf } from "../../../../src/core/diagnosis/kept.ts";
import type { Diagnosis } from "../../../../src/core/diagnosis/state.ts";
import { viewOf } from "../../../../src/core/diagnosis/view.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { CheckView, Row } from "../../../../src/core/verdict/view.ts";
import type { FakeTab } from "../../../fakes/tabs.ts";
import type { World } from "../../../fakes/world.ts";
import { shownOf } from "../stored.ts";

export const PAGE = "https://shop.example/cart";
export const FRONT_PAGE = "https://shop.example/";
export const OTHER_PAGE = "https://shop.example/other";

/** A check that has come to its verdict now, having learned nothing. */
export function judgedCheck(incident: Incident): { finished: FinishedCheck; view: CheckView } {
  const [begun] = begin(`check of ${incident.id}`, incident, {}, Date.now());
  const check: Diagnosis = { ...begun, state: { name: "judged", at: Date.now() } };
  const finished = finishedCheckOf(check);
  if (!finished) throw new Error("a verdict is kept");
  return { finished, view: viewOf(check) };
}

/** A tab that failed before anybody looked, so that no plan watches it. */
export const failingTab = (world: World, parts: Parameters<World["browser"]["tabs"]["open"]>[0] = {}): FakeTab =>
  world.browser.tabs.open({ id: 7, url: PAGE, status: 502, startedAt: Date.now() - 60_000, html: "down", ...parts });

/** The check that a tab's popup shows. */
export const shownCheck = (world: World, tabId = 7): CheckView | null => shownOf(world, tabId).check;

export const row = (world: World, check: string, tabId = 7): Row | undefined =>
  shownCheck(world, tabId)?.rows.find((one) => one.check === check);

/** Time passes until the tab's check has its verdict. */
export async function verdict(world: World, tabId = 7): Promise<CheckView> {
  await world.clock.until(() => shownCheck(world, tabId)?.phase === "done");
  const view = shownCheck(world, tabId);
  if (!view) throw new Error("no check is shown");
  return view;
}

/** The user opens the popup on a tab, and the check comes to its verdict. */
export async function checked(world: World, tabId = 7): Promise<CheckView> {
  await world.ask("tab/open", { tabId });
  return verdict(world, tabId);
}

/** The addresses of the failing site that the worker asked for. */
export const askedOfSite = (world: World): string[] =>
  world.network.asked().filter((url) => new URL(url).hostname === new URL(PAGE).hostname);
