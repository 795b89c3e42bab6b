import { type Message, type MessageKey, message } from "../../core/message.ts";
import type { ProxySetting } from "../../core/repair/proxy-setting.ts";
import type { Engine, RepairId } from "../../core/repair/repair.ts";
import type { RepairView } from "../../core/repair/view.ts";

type Done = Pick<Extract<RepairView, { state: "done" }>, "end" | "cookies" | "byHand">;
type Counted = Pick<Extract<RepairView, { state: "counted" }>, "cookies" | "shared">;
type ProxyFound = Extract<RepairView, { state: "proxy" }>;

interface Words {
  readonly offer: MessageKey;
  /** What it costs, or asks for. */
  readonly cost: Readonly<Record<Engine, MessageKey>>;
  readonly byHand: Readonly<Record<Engine, MessageKey>>;
}

const same = (key: MessageKey) => ({ chromium: key, firefox: key });

/** How each repair is offered, and how the user does it by hand. */
export const WORDS: Readonly<Record<RepairId, Words>> = {
  "delete-cookies": {
    offer: "repair_delete_cookies_offer",
    cost: same("repair_delete_cookies_cost"),
    byHand: {
      chromium: "repair_delete_cookies_by_hand_chromium",
      firefox: "repair_delete_cookies_by_hand_firefox",
    },
  },
  "remove-page-worker": {
    offer: "repair_remove_page_worker_offer",
    cost: same("repair_remove_page_worker_cost"),
    byHand: {
      chromium: "repair_remove_page_worker_by_hand_chromium",
      firefox: "repair_remove_page_worker_by_hand_firefox",
    },
  },
  "forget-addresses": {
    offer: "repair_forget_addresses_offer",
    cost: { chromium: "repair_forget_addresses_cost_chromium", firefox: "repair_forget_addresses_cost_firefox" },
    byHand: {
      chromium: "repair_forget_addresses_by_hand_chromium",
      firefox: "repair_forget_addresses_by_hand_firefox",
    },
  },
  "name-extensions": {
    offer: "repair_name_extensions_offer",
    cost: same("repair_name_extensions_cost"),
    byHand: {
      chromium: "repair_name_extensions_by_hand_chromium",
      firefox: "repair_name_extensions_by_hand_firefox",
    },
  },
  "name-proxy": {
    offer: "repair_name_proxy_offer",
    cost: { chromium: "repair_name_proxy_cost_chromium", firefox: "repair_name_proxy_cost_firefox" },
    byHand: { chromium: "repair_name_proxy_by_hand_chromium", firefox: "repair_name_proxy_by_hand_firefox" },
  },
};

/** How many cookies would go, and whom that signs out. */
export function countedWords({ cookies, shared }: Counted, host: string): readonly Message[] {
  if (cookies === 0) return [message("repair_counted_none", host)];
  const isOne = cookies === 1;
  return [
    isOne ? message("repair_counted_one", host) : message("repair_counted_many", String(cookies), host),
    shared === null
      ? message("repair_counted_own")
      : message(isOne ? "repair_counted_shared_one" : "repair_counted_shared", shared),
  ];
}

/** What came of it, by what was done. */
export function endWords(id: RepairId, { end, cookies, byHand }: Done, host: string): Message {
  const count = String(cookies);
  switch (byHand ? null : id) {
    case "delete-cookies":
      return {
        works: message("repair_cookies_works", count),
        "leads-on": message("repair_cookies_leads_on", host, count),
        fails: message("repair_cookies_fails", host, count),
        unclear: message("repair_cookies_unclear", count),
      }[end];
    case "remove-page-worker":
      return {
        works: message("repair_worker_works", host),
        "leads-on": message("repair_worker_leads_on", host),
        fails: message("repair_worker_fails", host),
        unclear: message("repair_worker_unclear"),
      }[end];
    default:
      return {
        works: message("repair_hand_works", host),
        "leads-on": message("repair_hand_leads_on", host),
        fails: message("repair_hand_fails", host),
        unclear: message("repair_hand_unclear"),
      }[end];
  }
}

/** What could not be done, by name: another step's button may stand above, which "it" would be read of. */
const FAILED: Partial<Record<RepairId, MessageKey>> = {
  "delete-cookies": "repair_cookies_failed",
  "remove-page-worker": "repair_worker_failed",
};

/** That the browser did not let it be done. */
export const failedWords = (id: RepairId): MessageKey => FAILED[id] ?? "repair_failed";

const KINDS = {
  none: "repair_proxy_none",
  system: "repair_proxy_system",
  auto: "repair_proxy_auto",
  script: "repair_proxy_script",
  fixed: "repair_proxy_fixed",
} as const satisfies Record<ProxySetting["kind"], MessageKey>;

const BY = {
  user: "repair_proxy_by_user",
  extension: "repair_proxy_by_extension",
  administrator: "repair_proxy_by_administrator",
} as const satisfies Record<ProxySetting["by"], MessageKey>;

/**
 * What the user does about a proxy that was found: what this repair does by hand, or where no place in the browser helps
 * them, these words.
 */
export function afterProxy({
  dead,
  setting,
  setters,
}: Pick<ProxyFound, "dead" | "setting" | "setters">): { readonly byHand: RepairId } | { readonly says: MessageKey } {
  if (setters !== null && setters.names.length > 0) return { byHand: "name-extensions" };
  if (setting?.kind === "none" && !dead) return { says: "advice_local_proxy_vpn" };
  return setting?.by === "administrator" ? { says: "repair_proxy_ask_network" } : { byHand: "name-proxy" };
}

/**
 * Which proxy the browser goes through, as far as it says, whether that is dead, where the headline does not say so, and
 * who has set it.
 */
export function proxyWords({ dead, setting, setters }: ProxyFound, isDeadSaid: boolean): readonly Message[] {
  const gone = dead && !isDeadSaid ? [message("repair_proxy_dead")] : [];
  if (!setting) return setters ? gone : [...gone, message("repair_proxy_unknown")];
  const { kind, by, server } = setting;
  if (server === null && (kind === "fixed" || kind === "script")) return [...gone, message("repair_proxy_unknown")];
  const says = server === null ? message(KINDS[kind]) : message(KINDS[kind], server);
  // An extension can set one for each request, of which the settings know nothing.
  if (kind === "none") return dead ? gone : [says];
  return [...gone, says, message(BY[by])];
}
