import type { System } from "./firefox-system.ts";
import { until } from "./firefox-until.ts";

/** What Firefox itself says of the event page: whether it runs, without waking it by asking. */
export interface Background {
  state(): Promise<"starting" | "running" | "suspending" | "stopped">;
  /** Ends it as `about:debugging` does with "Terminate background script", and as idleness does. */
  stop(): Promise<void>;
}

/** The part of Firefox's own extension object that is used. */
declare const WebExtensionPolicy: {
  getByID(id: string): {
    extension: { backgroundState: Awaited<ReturnType<Background["state"]>>; terminateBackground(): Promise<void> };
  };
};

/** The background of an installed extension. */
export function backgroundOf(system: System, extensionId: string): Background {
  const state = () => system.run((id) => WebExtensionPolicy.getByID(id).extension.backgroundState, extensionId);
  return {
    state,
    async stop() {
      // Asked in one breath: what the page itself has to say as it is left may wake it again at once.
      const stopped = () =>
        system.run(async (id) => {
          const { extension } = WebExtensionPolicy.getByID(id);
          await extension.terminateBackground();
          return extension.backgroundState;
        }, extensionId);
      await until("the background to stop", async () => (await stopped()) === "stopped");
    },
  };
}
