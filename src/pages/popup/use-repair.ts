import { useEffect, useState } from "preact/hooks";
import type { ClickEnd } from "../../core/protocol/protocol.ts";
import { type Engine, permissionsFor, type RepairId } from "../../core/repair/repair.ts";
import { cookieHosts } from "../../core/repair/sent-cookies.ts";
import { send } from "../../platform/messages.ts";
import { lackedOf, originPattern, requestForRepair } from "../../platform/permissions.ts";
import { registrableDomains } from "../../platform/registrable-domain.ts";
import { useHearClick } from "./click-words.ts";

interface Repairing {
  readonly begin: (id: RepairId) => void;
  /** Deletes the cookies that were counted. */
  readonly confirm: () => void;
  /** Loads the page once more, after what the user has done by hand. */
  readonly load: (id: RepairId) => void;
  readonly leave: (id: RepairId, refused?: boolean) => void;
}

/** What the user can say of a repair. `url` is the page's, null where nothing but the browser is looked at. */
export function useRepair(tabId: number, url: string | null, engine: Engine): Repairing {
  /** Patterns that the user has not granted before; null until that is known. */
  const [lacked, setLacked] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (url === null) return;
    // Known before any click: what comes between a click and its request loses the user's gesture, and what was granted
    // once is granted again before anybody could look.
    const look = async (): Promise<void> => {
      const domainOf = await registrableDomains();
      const hosts = cookieHosts(new URL(url).hostname, domainOf(url));
      const all = await Promise.all(hosts.map((host) => lackedOf(originPattern(`https://${host}/`))));
      setLacked(all.flat());
    };
    void look();
  }, [url]);

  /** First thing in the click. Null where nothing is needed. */
  const request = (id: RepairId): Promise<boolean> | null => {
    const permissions = permissionsFor(id, engine);
    if (permissions.length === 0) return null;
    const origins = lacked ?? (url === null ? [] : [originPattern(url)]);
    return requestForRepair({ permissions, origins: id === "delete-cookies" ? origins : [] }).catch(() => false);
  };
  const hear = useHearClick();
  const say = (sent: Promise<ClickEnd>): void => void hear(sent, "ui_click_failed");
  /** What the click is on, and which hosts it alone can be granted: where nothing comes of it they are given back. */
  const on = (id: RepairId) => ({ tabId, id, url, lacked: lacked ?? [] });
  const leave = (id: RepairId, refused = false) => say(send("repair/leave", { ...on(id), refused }));
  return {
    begin(id) {
      const asked = request(id);
      // Said at once: the browser's prompt may close this popup, and the worker goes on when it is answered.
      const begun = send("repair/begin", on(id));
      const isBegun = begun.then(
        (end) => end !== "too-late",
        () => false,
      );
      const tell = async (yes: boolean): Promise<void> => {
        if (!yes) return leave(id, true);
        const granted = send("repair/granted", on(id));
        // Of a click that came to nothing its first word has said so; the worker is to know of the grant all the same.
        if (await isBegun) say(granted);
        else granted.catch(() => undefined);
      };
      say(begun);
      asked?.then((yes) => isBegun.then(() => tell(yes)));
    },
    confirm() {
      const id = "delete-cookies";
      // What was given back after the first click is had again without a prompt.
      request(id)?.then((yes) => (yes ? say(send("repair/finish", on(id))) : leave(id, true)));
    },
    load: (id) => say(send("repair/finish", on(id))),
    leave,
  };
}
