import { useEffect, useRef } from "preact/hooks";
import type { Side } from "../../core/evidence/causes.ts";
import type { NamedExtensions } from "../../core/repair/extensions.ts";
import { type Engine, placeByHand, type RepairId } from "../../core/repair/repair.ts";
import type { RepairView } from "../../core/repair/view.ts";
import { translate } from "../../platform/i18n.ts";
import { Button } from "../ui/button.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { repairAfter } from "./after-repair.ts";
import { PlaceByHand } from "./place-by-hand.tsx";
import { afterProxy, countedWords, endWords, failedWords, proxyWords, WORDS } from "./repair-words.ts";
import { useRepair } from "./use-repair.ts";
import "./repair.css";

interface Props {
  readonly tabId: number;
  /** The page's address; null where nothing but the browser is looked at. */
  readonly url: string | null;
  readonly host: string;
  /** The repair that is called for; null where none is, and only what came of one is shown. */
  readonly offer: RepairId | null;
  /** Whose side the verdict says it is; null where there is none. */
  readonly side: Side | null;
  /** Another step stands before it as the one that fixes it. */
  readonly isSecond: boolean;
  /** How far the one that the user asked for has come. */
  readonly repair: RepairView | null;
  /** The headline says already that the proxy is dead. */
  readonly isDeadSaid?: boolean;
}

const ENGINE: Engine = /Firefox\//.test(navigator.userAgent) ? "firefox" : "chromium";

/**
 * A repair from its offer to what came of it: one button, and in one line what it costs. It stands where it stood when the
 * popup is closed and opened again, for the worker keeps it.
 */
export function RepairSlot({ tabId, url, host, offer, side, isSecond, repair, isDeadSaid = false }: Props) {
  const slot = useRef<HTMLElement>(null);
  const say = useRepair(tabId, url, ENGINE);
  const state = repair?.state ?? "offered";
  const before = useRef(state);
  useEffect(() => {
    // The button that was pressed is gone: whoever uses the keyboard goes on here.
    if (before.current !== state && document.activeElement === document.body) slot.current?.focus();
    before.current = state;
  }, [state]);
  const next = repair ? repairAfter(repair, offer, side === "server") : offer;
  if (!repair && next === null) return null;
  // What a verdict calls for; beside a page that reached nobody, or of which nobody can tell, it is one guess of several.
  const isCure = side === "you" && !isSecond && (!repair || state === "asking");
  return (
    <section class="repair" data-repair={repair?.id ?? next} data-state={state} ref={slot} tabIndex={-1}>
      <Status as="div">
        {repair ? saidOf(repair, host, isDeadSaid).map((said) => <p key={said}>{said}</p>) : null}
      </Status>
      {repair ? <Course repair={repair} url={url} host={host} say={say} /> : null}
      {next === null ? null : (
        <div class="step">
          <Button action={`repair-${next}`} look={isCure ? "main" : "plain"} onClick={() => say.begin(next)}>
            {text(WORDS[next].offer, host)}
          </Button>
          <p class="muted">{text(WORDS[next].cost[ENGINE], host)}</p>
        </div>
      )}
    </section>
  );
}

interface CourseProps {
  readonly repair: RepairView;
  readonly url: string | null;
  readonly host: string;
  readonly say: ReturnType<typeof useRepair>;
}

/** How far a repair has come, in sentences of their own. */
function saidOf(repair: RepairView, host: string, isDeadSaid: boolean): readonly string[] {
  switch (repair.state) {
    case "asking":
      return [];
    case "counted":
      return [countedWords(repair, host).map(translate).join(" ")];
    case "working":
      return [text("repair_working")];
    case "done":
      return [translate(endWords(repair.id, repair, host))];
    case "by-hand":
      if (repair.why === "refused") return [text("repair_refused")];
      return repair.why === "failed" ? [text(failedWords(repair.id))] : [];
    case "extensions": {
      const isAny = repair.found.names.length > 0;
      return [text(isAny ? "repair_extensions_some_touch" : "repair_extensions_none_touch", host)];
    }
    case "proxy": {
      const { setters } = repair;
      const isAny = setters !== null && setters.names.length > 0;
      const byExtension = isAny ? "repair_extensions_some_proxy" : "repair_extensions_none_proxy";
      return [...proxyWords(repair, isDeadSaid).map(translate), ...(setters ? [text(byExtension)] : [])];
    }
  }
}

/** What the user can do about a repair now. */
function Course({ repair, url, host, say }: CourseProps) {
  const { id } = repair;
  const byHand = (as: RepairId) => ({
    ...{ id: as, host, engine: ENGINE, place: placeByHand(as, ENGINE, url ?? repair.url) },
  });
  const load = (
    <Button action="repair-load" onClick={() => say.load(id)}>
      {text("action_repair_load")}
    </Button>
  );
  switch (repair.state) {
    case "asking":
    case "working":
      return null;
    case "done":
      return repair.end === "unclear" ? <div class="repair-buttons">{load}</div> : null;
    case "counted":
      return repair.cookies === 0 ? null : (
        <Counted cookies={repair.cookies} onDelete={say.confirm} onLeave={() => say.leave(id)} />
      );
    case "by-hand":
      return <PlaceByHand {...byHand(id)}>{load}</PlaceByHand>;
    case "extensions": {
      const { found } = repair;
      return (
        <>
          <Suspects found={found} />
          {found.names.length > 0 ? <PlaceByHand {...byHand(id)}>{load}</PlaceByHand> : null}
        </>
      );
    }
    case "proxy": {
      const { setters } = repair;
      const next = afterProxy(repair);
      return (
        <>
          {setters ? <Suspects found={setters} /> : null}
          {"byHand" in next ? (
            <PlaceByHand {...byHand(next.byHand)}>{load}</PlaceByHand>
          ) : (
            <>
              <p>{text(next.says)}</p>
              <div class="repair-buttons">{load}</div>
            </>
          )}
        </>
      );
    }
  }
}

/** Extensions by the names that they give themselves. */
function Suspects({ found: { names, more } }: { readonly found: NamedExtensions }) {
  if (names.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it can scroll, so it must be reachable by keyboard.
    <ul class="suspects" tabIndex={0}>
      {names.map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
      {more > 0 ? <li class="muted">{text("repair_extensions_more", String(more))}</li> : null}
    </ul>
  );
}

interface CountedProps {
  readonly cookies: number;
  readonly onDelete: () => void;
  readonly onLeave: () => void;
}

/** So many would go: nothing has been deleted yet. */
function Counted({ cookies, onDelete, onLeave }: CountedProps) {
  return (
    <div class="repair-buttons">
      <Button action="repair-finish" look="main" onClick={onDelete}>
        {cookies === 1 ? text("action_repair_delete_one") : text("action_repair_delete_many", String(cookies))}
      </Button>
      <Button action="repair-leave" look="quiet" onClick={onLeave}>
        {text("action_repair_leave")}
      </Button>
    </div>
  );
}
