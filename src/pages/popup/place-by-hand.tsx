import type { ComponentChildren } from "preact";
import type { Engine, RepairId } from "../../core/repair/repair.ts";
import { openTab } from "../../platform/tabs.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";
import { Address } from "./address.tsx";
import { WORDS } from "./repair-words.ts";

interface Props {
  readonly id: RepairId;
  readonly host: string;
  readonly engine: Engine;
  /** The browser's own page where it is done, or null where it has none with an address. */
  readonly place: string | null;
  /** What follows once it is done. */
  readonly children: ComponentChildren;
}

/** How the user does it by hand: Chromium's page is opened on a click, Firefox opens none of its own for extensions. */
export function PlaceByHand({ id, host, engine, place, children }: Props) {
  return (
    <>
      <p>{text(WORDS[id].byHand[engine], host)}</p>
      {place !== null && engine === "firefox" ? <Address url={place} /> : null}
      <div class="repair-buttons">
        {place !== null && engine === "chromium" ? (
          <Button action="repair-open-place" onClick={() => void openTab(place).catch(() => undefined)}>
            {text("action_repair_open_place")}
          </Button>
        ) : null}
        {children}
      </div>
    </>
  );
}
