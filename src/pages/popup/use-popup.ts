import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { StepAnswer, StepId } from "../../core/incident/told.ts";
import type { ClickEnd } from "../../core/protocol/protocol.ts";
import { type TabView, UNREADABLE_VIEW, viewIn, viewKey } from "../../core/protocol/tab-view.ts";
import { send } from "../../platform/messages.ts";
import { pause } from "../../platform/pause.ts";
import { hasAll } from "../../platform/permissions.ts";
import { popupTab } from "../../platform/tabs.ts";
import { onPublished, published } from "../../platform/views.ts";
import { learn, NOTHING_KNOWN, type PopupStanding, shownOf, type Word } from "./known.ts";

/**
 * A worker that has not answered by then will not. Its slowest answer is for a site that cannot be reached:
 * one try of 25 s at the site and two of 5 s at the connection. A dead worker rejects at once.
 */
const PATIENCE_MS = 40_000;

interface PopupState extends Omit<TabView, "standing"> {
  readonly tabId: number | null;
  readonly standing: PopupStanding;
  /** Whether Faultline notices failures by itself; null until known. */
  readonly automatic: boolean | null;
  /**
   * Asks again what stands in the tab; `again` starts a new check of it. Resolves with whether the worker has said so, and
   * this is known. Never rejects.
   */
  readonly open: (again?: boolean) => Promise<boolean>;
  /** How often another incident or standing has come to be known, of what is not drawn yet as well. */
  readonly turns: () => number;
  /** The user's own reload of the tab; then looks what stands there. */
  readonly reload: (pastCache: boolean) => void;
  /** The user goes to do a step that only they can do. */
  readonly begin: (step: StepId) => Promise<ClickEnd>;
  /** What they saw there; null when they have not tried it. */
  readonly tell: (step: StepId, answer: StepAnswer | null) => Promise<ClickEnd>;
}

function withinPatience<T>(answer: Promise<T>): Promise<T> {
  const late = pause(PATIENCE_MS).then(() => Promise.reject(new Error("no answer")));
  return Promise.race([answer, late]);
}

/** The popup's view of its tab. The work runs in the worker; this only asks, and shows what the worker says. */
export function usePopup(): PopupState {
  const [tabId, setTabId] = useState<number | null>(null);
  const [known, setKnown] = useState(NOTHING_KNOWN);
  const latest = useRef(known);
  const [automatic, setAutomatic] = useState<boolean | null>(null);

  const take = useCallback((word: Word) => {
    latest.current = learn(latest.current, word);
    setKnown(latest.current);
  }, []);

  const ask = useCallback(
    async (id: number, again: boolean) => {
      // Asked each time, since a grant may be what led here.
      hasAll().then(setAutomatic, () => setAutomatic(null));
      const after = latest.current.words;
      const asked = withinPatience(send(again ? "check/again" : "tab/open", { tabId: id }));
      const view = await asked.catch(() => undefined);
      // No view means that no handler in the worker answered.
      take(view ? { by: "answer", view, after } : { by: "silence" });
      return view !== undefined;
    },
    [take],
  );

  useEffect(() => {
    popupTab().then(
      (id) => (id === null ? take({ by: "answer", view: UNREADABLE_VIEW, after: 0 }) : setTabId(id)),
      () => take({ by: "silence" }),
    );
  }, [take]);

  useEffect(() => {
    if (tabId === null) return;
    const stop = onPublished(viewKey(tabId), (stored) => take({ by: "publishing", view: viewIn(stored) }));
    published(viewKey(tabId)).then((stored) => take({ by: "store", view: viewIn(stored) }));
    return stop;
  }, [tabId, take]);

  const { gone } = known;
  // At the opening, and whenever what stood there has gone.
  useEffect(() => {
    if (tabId !== null) void ask(tabId, false);
  }, [tabId, gone, ask]);

  const open = useCallback(async (again = false) => tabId !== null && (await ask(tabId, again)), [tabId, ask]);
  const turns = useCallback(() => latest.current.turns, []);

  const reload = useCallback(
    (pastCache: boolean) => {
      if (tabId === null) return;
      send("tab/reload", { tabId, pastCache }).then(
        () => ask(tabId, false),
        () => take({ by: "silence" }),
      );
    },
    [tabId, ask, take],
  );

  const shown = shownOf(known);
  const on = tabId === null ? null : { tabId, incidentId: shown.check?.incidentId };
  const unlessSilent = (sent: Promise<ClickEnd> | null): Promise<ClickEnd> =>
    (sent ?? Promise.resolve(undefined)).catch(() => void take({ by: "silence" }));
  const begin = (step: StepId) => unlessSilent(on && send("step/begin", { ...on, step }));
  const tell = (step: StepId, answer: StepAnswer | null) =>
    unlessSilent(on && send("check/told", { ...on, step, answer }));

  return { ...shown, tabId, automatic, open, turns, reload, begin, tell };
}
