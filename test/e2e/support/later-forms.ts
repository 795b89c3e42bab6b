/// <reference types="chrome" />

/** One stored value, as every version wraps it. */
interface Envelope {
  readonly version: number;
  readonly value: unknown;
}

/** Of what lies on the disk that of which a person would miss something, without what changes by itself. */
export async function keptOnDisk(): Promise<{ settings: unknown; failures: unknown; outages: unknown }> {
  const stored = (await chrome.storage.local.get(null)) as Record<string, Envelope | undefined>;
  const failures = (stored.history?.value ?? []) as ReadonlyArray<{ id: string; host: string; since: number }>;
  return {
    settings: stored.settings?.value,
    failures: failures.map(({ id, host, since }) => `${id} ${host} ${since}`),
    outages: stored.outages?.value,
  };
}

/**
 * Makes of all that lies on the disk what a later version might have left there: each value of the next version, with
 * fields, entries and settings that nobody knows today. Runs in a page of the extension.
 */
export async function writeLaterForms(): Promise<void> {
  const stored = (await chrome.storage.local.get(null)) as Record<string, Envelope>;
  const beside = { ofALaterVersion: { deep: [1, "x"] } };
  const later = Object.entries(stored).map(([key, { version, value }]) => {
    const changed = Array.isArray(value)
      ? value.map((entry: object) => ({ ...entry, ...beside }))
      : Object.fromEntries(
          Object.entries(value as object).map(([name, part]) => [
            name,
            key === "retry-plans" ? { ...part, ...beside } : part,
          ]),
        );
    const known = Array.isArray(changed) || key === "retry-plans" ? changed : { ...changed, ...beside };
    return [key, { version: version + 1, value: known, by: "a later version" }];
  });
  await chrome.storage.local.set(Object.fromEntries(later));
}

/** The versions under which the values lie there. */
export async function versionsOnDisk(): Promise<Record<string, number>> {
  const stored = (await chrome.storage.local.get(null)) as Record<string, Envelope>;
  return Object.fromEntries(Object.entries(stored).map(([key, { version }]) => [key, version]));
}
