/// <reference types="chrome" />
import type { RetryPlan } from "../../../src/retry/plan.ts";
import type { Chromium } from "./chromium.ts";

/** All retry plans as the worker wrote them; those that ended are kept for a while. */
export const plansOf = (chromium: Chromium): Promise<RetryPlan[]> =>
  chromium.ask(async () => {
    const stored = (await chrome.storage.local.get("retry-plans"))["retry-plans"];
    return Object.values((stored as { value: Record<string, RetryPlan> } | undefined)?.value ?? {});
  }, null);

export const isOpen = ({ state }: RetryPlan): boolean => state.name !== "closed";

/** Those that wait or run. */
export const openPlans = async (chromium: Chromium): Promise<RetryPlan[]> => (await plansOf(chromium)).filter(isOpen);

/** Why a plan ended; null while it has not. */
export const endedAs = ({ state }: RetryPlan): string | null => (state.name === "closed" ? state.reason : null);
