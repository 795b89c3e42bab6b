import { inPage } from "../../platform/tabs.ts";

/**
 * Runs inside the page, so it stands alone. Removes the service workers that may answer for this page, the nearest first,
 * and all that the site has in its caches, or a worker that comes back would find the old answers there. Other
 * registrations of the origin, for other pages, stay. Null where the browser gives the page none of both.
 */
async function removeWorkers(): Promise<number | null> {
  const most = 20;
  try {
    let removed = 0;
    while (removed < most) {
      const registration = await navigator.serviceWorker.getRegistration(location.href);
      if (!registration || !(await registration.unregister())) break;
      removed++;
    }
    for (const name of await caches.keys()) await caches.delete(name);
    return removed;
  } catch {
    return null;
  }
}

/**
 * Removes the site's own service worker from this browser, with its caches: from inside its page, which needs no further
 * permission, reaches the private window or container that the tab belongs to, and touches no other origin. False where
 * no script runs there.
 */
export async function removePageWorker(tabId: number): Promise<boolean> {
  return (await inPage(tabId, removeWorkers, { args: [] })).state === "ok";
}
