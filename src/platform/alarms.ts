import { browser } from "./browser.ts";

const NAME = "retry";

/** The one alarm behind which every plan stands; setting it moves it. */
export const setAlarm = (when: number): Promise<void> => Promise.resolve(browser.alarms.create(NAME, { when }));

export async function clearAlarm(): Promise<void> {
  await browser.alarms.clear(NAME);
}

/** Registers for the alarm. Call it synchronously at start. */
export function onAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) listener();
  });
}
