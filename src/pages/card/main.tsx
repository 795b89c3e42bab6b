/**
 * The card in a failing page. The worker puts this script into the page once there is a verdict, tells it what to show,
 * and hears the user's clicks; the script decides nothing. Built as one classic script, as the sentinel is.
 */
import { render } from "preact";
import type { CardAct, CardView } from "../../core/protocol/card.ts";
import { handleMessages, send } from "../../platform/messages.ts";
import { Card } from "./card.tsx";
import { controlBoxes } from "./controls.ts";
import { attach, type Frame, makeFrame } from "./frame.ts";
import { freeCorner, type Place } from "./placement.ts";

/** How long after the last scroll or change of size the card looks for a place anew. */
const RESTS_MS = 150;

let frame: Frame | null = null;
let view: CardView | null = null;
let place: Place = { corner: null, isSmall: false, floor: 0 };
let resting: ReturnType<typeof setTimeout> | undefined;

/** The document may be another by now than the one that the worker has looked at. */
function hasFailed(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const status = entry?.responseStatus ?? 0;
  return status >= 500 && status < 600;
}

/** What browsers show as a page, and not by a viewer of their own (PDF, images, JSON). */
const isPage = (): boolean =>
  /^(?:text\/html|application\/xhtml\+xml|text\/plain)$/.test(document.contentType) &&
  document.body instanceof HTMLElement;

/** The document's address as the worker knows it: without fragment and credentials. */
function address(): string {
  const url = new URL(location.href);
  url.hash = "";
  url.username = "";
  url.password = "";
  return url.href;
}

function draw(shown: Frame, next: CardView): void {
  const focused = shown.root.activeElement;
  render(<Card view={next} place={place} onAct={act} />, shown.inside);
  // Whoever was on a button that has gone stays in the card.
  if (focused && !focused.isConnected) shown.root.querySelector("button")?.focus();
}

function show(next: CardView): boolean {
  if (!isPage() || next.url !== address()) return false;
  view = next;
  frame ??= makeFrame();
  attach(frame);
  draw(frame, next);
  findPlace(frame, next);
  return true;
}

function hide(): void {
  if (!frame) return;
  render(null, frame.inside);
  frame.host.remove();
  frame = null;
  view = null;
  place = { corner: null, isSmall: false, floor: 0 };
}

function act(does: CardAct): void {
  if (!view) return;
  // An extension that was updated has left this card behind.
  send("page/card", { incidentId: view.incidentId, act: does }).catch(hide);
}

/** Into the first corner where it covers nothing to click, smaller where it must; out of sight where there is none. */
function findPlace(shown: Frame, next: CardView): void {
  // Nobody loses the button they are on.
  if (shown.root.activeElement) return;
  const controls = controlBoxes(shown.host);
  const area = { width: document.documentElement.clientWidth, height: innerHeight };
  for (const isSmall of [false, true]) {
    move(shown, next, { corner: place.corner ?? "bottom-end", isSmall, floor: place.floor });
    const size = shown.inside.firstElementChild?.getBoundingClientRect();
    const corner = size ? freeCorner(size, area, controls, next.dir === "rtl") : null;
    move(shown, next, { corner, isSmall, floor: isSmall ? 0 : (size?.height ?? 0) });
    if (corner) return;
  }
}

function move(shown: Frame, next: CardView, to: Place): void {
  place = to;
  draw(shown, next);
}

function onMoved(): void {
  clearTimeout(resting);
  resting = setTimeout(() => {
    // Another width breaks its lines elsewhere.
    place = { ...place, floor: 0 };
    if (frame && view) findPlace(frame, view);
  }, RESTS_MS);
}

const here = globalThis as { [key: symbol]: true | undefined };
const KEY = Symbol.for("faultline card");

if (!here[KEY] && hasFailed()) {
  here[KEY] = true;
  handleMessages({ "card/show": (next) => show(next), "card/hide": () => void hide() });
  addEventListener("resize", onMoved);
  addEventListener("scroll", onMoved, { capture: true, passive: true });
  // It shall not come back with a page that does.
  addEventListener("pagehide", ({ isTrusted }) => isTrusted && hide());
}
