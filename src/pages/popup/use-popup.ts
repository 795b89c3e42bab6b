import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { StepAnswer, StepId } from "../../core/incident/told.ts";
import { checkKey, retryKey } from "../../core/protocol/protocol.ts";
import type { TabView } from "../../core/protocol/tab-view.ts";
import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { send } from "../../platform/messages.ts";
import { pause } from "../../platform/pause.ts";
import { hasAll } from "../../platform/permissions.ts";
import { popupTab, tabUrl } from "../../platform/tabs.ts";
import { follow } from "../../platform/views.ts";
import { firstView } from "./first-view.ts";
import { asCheckView, asRetryView } from "./stored-views.ts";

/**
 * A worker that has not answered by then will not. Its longest honest answer is a page that reached nobody:
 * one try of 25 s at the site and two of 5 s at the connection. A dead worker rejects at once.
 */
const PATIENCE_MS = 40_000;

/** What stands in front of the user before any check: the tab, or why there is nothing to say of it. */
export type Standing = TabView | { readonly kind: "looking" } | { readonly kind: "silent" };

interface PopupState {
  readonly tabId: number | null;
  readonly standing: Standing;
  readonly view: CheckView | null;
  readonly retry: RetryView;
  /** Whether Faultline notices failures by itself; null until known. */
  readonly automatic: boolean | null;
  /** Asks again what stands in the tab; `again` starts a new check of it. */
  readonly open: (again?: boolean) => void;
  /** The user's own reload of the tab; then looks what stands there. */
  readonly reload: (pastCache: boolean) => void;
  /** The user goes to do a step that only he can do. */
  readonly begin: (step: StepId) => void;
  /** What he saw there; null when he has not tried it. */
  readonly tell: (step: StepId, answer: StepAnswer | null) => void;
}

function withinPatience<T>(answer: Promise<T>): Promise<T> {
  const late = pause(PATIENCE_MS).then(() => Promise.reject(new Error("no answer")));
  return Promise.race([answer, late]);
}

/** The popup's view of its tab. The work runs in the worker; this only asks, and follows what it publishes. */
export function usePopup(): PopupState {
  const [tabId, setTabId] = useState<number | null>(null);
  const [url, setUrl] = useState("");
  const [standing, setStanding] = useState<Standing>({ kind: "looking" });
  const [stored, setStored] = useState<CheckView | null>(null);
  const [retry, setRetry] = useState<RetryView>({ state: "none" });
  const [automatic, setAutomatic] = useState<boolean | null>(null);
  const openedAt = useRef(Date.now());
  const hadView = useRef(false);

  const ask = useCallback(async (id: number, again: boolean) => {
    // Asked each time, since a grant may be what led here.
    hasAll().then(setAutomatic, () => setAutomatic(null));
    const address = await tabUrl(id).catch(() => null);
    setUrl(address ?? "");
    try {
      const answer = await withinPatience(send(again ? "check/again" : "tab/open", { tabId: id }));
      setStanding(answer ?? { kind: "silent" });
    } catch {
      setStanding({ kind: "silent" });
    }
  }, []);

  useEffect(() => {
    popupTab().then(
      (id) => {
        if (id === null) return setStanding({ kind: "unreadable" });
        setTabId(id);
        return ask(id, false);
      },
      () => setStanding({ kind: "silent" }),
    );
  }, [ask]);

  useEffect(() => {
    if (tabId === null) return;
    const stopCheck = follow(checkKey(tabId), (value) => {
      const view = asCheckView(value);
      setStored(view);
      // A view that is taken back means that the incident has ended: see what stands in the tab now.
      if (view === null && hadView.current) void ask(tabId, false);
      hadView.current = view !== null;
    });
    const stopRetry = follow(retryKey(tabId), (value) => setRetry(asRetryView(value)));
    return () => {
      stopCheck();
      stopRetry();
    };
  }, [tabId, ask]);

  const open = useCallback(
    (again = false) => {
      if (tabId !== null) void ask(tabId, again);
    },
    [tabId, ask],
  );

  const reload = useCallback(
    (pastCache: boolean) => {
      if (tabId === null) return;
      send("tab/reload", { tabId, pastCache }).then(
        () => ask(tabId, false),
        () => setStanding({ kind: "silent" }),
      );
    },
    [tabId, ask],
  );

  const quietly = (sent: Promise<unknown>) => void sent.catch(() => setStanding({ kind: "silent" }));
  const begin = (step: StepId) => tabId !== null && quietly(send("step/begin", { tabId, step }));
  const tell = (step: StepId, answer: StepAnswer | null) =>
    tabId !== null && quietly(send("check/told", { tabId, step, answer }));

  const view = useMemo(() => viewOf(standing, stored, openedAt.current, tabId, url), [standing, stored, tabId, url]);
  return { tabId, standing, view, retry: planFor(view, retry), automatic, open, reload, begin, tell };
}

/** A plan that ended before this page failed was another incident's. */
function planFor(view: CheckView | null, retry: RetryView): RetryView {
  return view && retry.state === "stopped" && retry.at < view.since ? { state: "none" } : retry;
}

/** The check to show: one that belongs to what stands in the tab, or one that began while we looked. */
function viewOf(
  standing: Standing,
  stored: CheckView | null,
  openedAt: number,
  tabId: number | null,
  url: string,
): CheckView | null {
  if (stored && stored.startedAt >= openedAt) return stored;
  if (standing.kind === "looking") return stored;
  const incidentId = incidentIn(standing);
  if (incidentId === null || tabId === null) return null;
  if (stored?.incidentId === incidentId) return stored;
  // Of failing requests the worker knows the host to name; until it speaks the plain words do.
  return standing.kind === "failing" ? firstView(tabId, incidentId, url, openedAt) : null;
}

/** The incident of the check to show: the page's own, or that of requests of a page that loaded. */
function incidentIn(standing: Standing): string | null {
  if (standing.kind === "failing") return standing.incidentId;
  return standing.kind === "answered" ? (standing.requests?.incidentId ?? null) : null;
}
