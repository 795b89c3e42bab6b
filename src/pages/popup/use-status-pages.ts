import { useCallback, useEffect, useRef } from "preact/hooks";
import { checkKey } from "../../core/protocol/protocol.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { alone } from "../../platform/locks.ts";
import { send } from "../../platform/messages.ts";
import { hasNamedSite } from "../../platform/permissions.ts";
import { published } from "../../platform/views.ts";

/**
 * Asks, and tells the worker what came; a tab may have two popups, and what one has asked the other need not. A chunk
 * that does not load leaves the status page unasked.
 */
export const askInTurn = ({ id, tabId, url }: CheckView, allowed: string | null): Promise<void> =>
  alone(`status-pages ${id}`, async () => {
    const now = (await published(checkKey(tabId))) as CheckView | undefined;
    if (now?.id !== id || !now.statusPages.question || (now.statusPages.closed ?? allowed) !== allowed) return;
    const { askStatusPages } = await import("./ask-status-pages.ts");
    const answers = await askStatusPages(url, now.statusPages.question, allowed);
    await send("check/status-pages", { tabId, checkId: id, ...answers });
  });

/**
 * Asks a check's status pages as soon as the worker says how to find them, once while the popup is open; a page
 * that needs the user's leave, when he has given it, be it in a popup that the browser's prompt has closed.
 * Returns what to do once he has.
 */
export function useStatusPages(view: CheckView): (allowed: string) => void {
  const asked = useRef(new Set<string>());
  const latest = useRef(view);
  latest.current = view;
  const { question, closed } = view.statusPages;

  const once = useCallback((allowed: string | null): void => {
    const key = `${latest.current.id} ${allowed ?? ""}`;
    if (asked.current.has(key)) return;
    asked.current.add(key);
    askInTurn(latest.current, allowed).catch((error: unknown) => console.warn("Faultline: status pages", error));
  }, []);

  const isOpen = question !== null;
  useEffect(() => {
    if (!isOpen) return;
    if (closed === null) once(null);
    else void hasNamedSite(closed).then((granted) => granted && once(closed));
  }, [view.id, isOpen, closed, once]);
  return once;
}
