import { browser } from "./browser.ts";

/** The polyfill's types lack it. */
interface WithUserSettings {
  readonly getUserSettings?: () => Promise<{ readonly isOnToolbar?: boolean }>;
}

/** Whether our icon is pinned to the toolbar; null where the browser does not say. */
export async function isOnToolbar(): Promise<boolean | null> {
  try {
    const { getUserSettings }: WithUserSettings = browser.action;
    return (await getUserSettings?.())?.isOnToolbar ?? null;
  } catch {
    return null;
  }
}
