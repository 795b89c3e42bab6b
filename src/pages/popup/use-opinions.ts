import { useRef, useState } from "preact/hooks";
import type { IpVersion } from "../../core/http/address.ts";
import type { OpinionKind } from "../../core/places/opinions-view.ts";
import type { ClickEnd, RequestOf } from "../../core/protocol/protocol.ts";
import { isRemembered } from "../../core/settings/ask-unasked.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { send } from "../../platform/messages.ts";
import { changeSetting } from "../../platform/settings.ts";
import type { Memory } from "./ask-address.ts";
import { useHearClick } from "./click-words.ts";
import type { AskTerms } from "./opinion-offer.tsx";

type PlacesWish = Pick<RequestOf<"opinion/places">, "home" | "withPath" | "provider">;

/** The questions of one incident to others, each asked by a click. `looking`: the one for which the popup itself still looks. */
export function useQuestions({ tabId, incidentId, url }: Pick<CheckView, "tabId" | "incidentId" | "url">) {
  const memory = useRef<Memory>({ last: null });
  const [looking, setLooking] = useState<OpinionKind | null>(null);
  const hear = useHearClick();
  const on = { tabId, incidentId };

  /** Only a page learns which address answers it, so that is looked at before the worker asks on. */
  const look = (kind: OpinionKind, asked: Promise<ClickEnd>): void => {
    setLooking(kind);
    void hear(asked).then(() => setLooking(null));
  };
  const askPlaces = async (wish: PlacesWish): Promise<ClickEnd> => {
    const { usedIpVersion } = await import("./ask-address.ts");
    const ipVersion: IpVersion | null = await usedIpVersion(url, memory.current).catch(() => null);
    return send("opinion/places", { ...on, ...wish, ipVersion });
  };
  const compareAddress = async (): Promise<ClickEnd> => {
    const { askAddress } = await import("./ask-address.ts");
    const asked = await askAddress(url, memory.current);
    return asked ? send("opinion/address", { ...on, ...asked }) : undefined;
  };
  return {
    looking,
    askPlaces: (wish: PlacesWish) => look("places", askPlaces(wish)),
    compareAddress: () => look("address", compareAddress()),
    testAddress: () => void hear(send("opinion/address-test", on)),
  };
}

/** How these hosts are asked: at one click where the user has said so, here or earlier. */
export function useTerms({ askUnasked }: Pick<Settings, "askUnasked">): (hosts: readonly string[]) => AskTerms {
  const hear = useHearClick();
  /** Hosts that the user has just said are to be asked at one click. */
  const [remembered, setRemembered] = useState<readonly string[]>([]);
  return (hosts) => ({
    remembered: isRemembered([...askUnasked, ...remembered], hosts),
    onRemember: () => {
      const kept = changeSetting("askUnasked", (now) => [...new Set([...now, ...hosts])]);
      const remember = () => void setRemembered((before) => [...before, ...hosts]);
      void hear(kept.then(remember), "options_not_saved");
    },
  });
}
