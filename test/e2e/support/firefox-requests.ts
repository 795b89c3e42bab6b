import type { Lab } from "../../lab/lab.ts";
import { SHOP } from "../../lab/names.ts";
import type { SeenRequest } from "../../lab/request-log.ts";

/** What the shop's gateway and the rest of the lab's world were asked; the upstream only hears it again. */
const asked = (lab: Lab): SeenRequest[] => lab.requests.filter(({ by }) => by !== "upstream");

/** Loads of a page of the shop by the tab itself, `path` with its query. */
export const navigations = (lab: Lab, path: string): SeenRequest[] =>
  asked(lab).filter((request) => request.host === SHOP && request.path === path && request.mode === "navigate");

/**
 * Requests of the extension itself, to whomever, as long as no page of the test asks for more than itself.
 * Over https only: to insecure addresses Firefox does not say whether a request is a navigation.
 */
export const ofExtension = (lab: Lab): SeenRequest[] =>
  asked(lab).filter(({ scheme, mode }) => scheme === "https" && mode !== "navigate");

/** Those of them that went to the shop. */
export const ofExtensionToShop = (lab: Lab): SeenRequest[] => ofExtension(lab).filter(({ host }) => host === SHOP);

/** Everything that the shop was asked over insecure http, by whomever: `GET /cart 502`. */
export const insecureToShop = (lab: Lab): string[] =>
  asked(lab)
    .filter(({ scheme, host }) => scheme === "http" && host === SHOP)
    .map(({ method, path, status }) => `${method} ${path} ${status}`);
