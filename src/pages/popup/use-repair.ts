import type { RequestOf } from "../../core/protocol/protocol.ts";
import { type Engine, permissionsFor, type RepairId } from "../../core/repair/repair.ts";
import { send } from "../../platform/messages.ts";
import { requestForRepair } from "../../platform/permissions.ts";
import { useHearClick } from "./click-words.ts";
import { useLacked } from "./use-lacked.ts";

interface Repairing {
  readonly begin: (id: RepairId) => void;
  /** Deletes the cookies that were counted. */
  readonly confirm: () => void;
  /** Loads the page once more, after what the user has done by hand. */
  readonly load: (id: RepairId) => void;
  readonly leave: (id: RepairId) => void;
}

type Click = Required<RequestOf<"repair/begin">>;

/** First thing in the click. Null where nothing is needed. */
function request({ id, lacked }: Click, engine: Engine): Promise<boolean> | null {
  const permissions = permissionsFor(id, engine);
  if (permissions.length === 0) return null;
  return requestForRepair({ permissions, origins: id === "delete-cookies" ? lacked : [] }).catch(() => false);
}

/** What the user can say of a repair. `url` is the page's, null where nothing but the browser is looked at. */
export function useRepair(tabId: number, url: string | null, engine: Engine): Repairing {
  const lacked = useLacked(url);
  const hear = useHearClick();
  /** What the click is on, and which hosts it asks for: to its end, for where nothing comes of it they are given back. */
  const on = (id: RepairId): Click => ({ tabId, id, url, lacked: lacked.now() });
  const leave = (click: Click, refused: boolean) => send("repair/leave", { ...click, refused });
  return {
    begin(id) {
      const click = on(id);
      const asked = request(click, engine);
      // Said at once: the browser's prompt may close this popup, and the worker goes on when it is answered.
      const begun = send("repair/begin", click);
      const isBegun = begun.then(
        (end) => end === undefined,
        () => false,
      );
      const tell = async (yes: boolean): Promise<void> => {
        const told = yes ? send("repair/granted", click) : leave(click, true);
        // Of a click that came to nothing its first word has said so; the worker is to know of the answer all the same.
        return (await isBegun) ? hear(told) : void (await told.catch(() => undefined));
      };
      lacked.stays(Promise.all([hear(begun), asked?.then((yes) => isBegun.then(() => tell(yes)))]));
    },
    confirm() {
      const click = on("delete-cookies");
      // What was given back after the first click is had again without a prompt.
      const asked = request(click, engine);
      if (asked) lacked.stays(asked.then((yes) => hear(yes ? send("repair/finish", click) : leave(click, true))));
    },
    load: (id) => void hear(send("repair/finish", on(id))),
    leave: (id) => void hear(leave(on(id), false)),
  };
}
