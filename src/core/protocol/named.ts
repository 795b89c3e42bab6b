import type { AddressProblem } from "../incident/typed-address.ts";
import type { Network } from "./standing.ts";

/** What a site answered that the user asked about by its name, without opening it. */
export type NamedAnswer =
  | { readonly is: "asking" }
  | { readonly is: "no-address"; readonly problem: AddressProblem }
  /** Faultline may ask it only with the user's leave for this one site. */
  | { readonly is: "needs-grant"; readonly origin: string }
  /** This address answered below 500 and no limit; a status of null is a redirect, which nobody followed. */
  | { readonly is: "up"; readonly url: string; readonly status: number | null }
  /** It fails or limits: a check looks into it. */
  | { readonly is: "failing"; readonly incidentId: string }
  /** Nobody answered, over either scheme where none was typed. */
  | { readonly is: "no-answer"; readonly network: Network }
  /** The browser held the request back: nothing is known. */
  | { readonly is: "not-sent" };

/** What was asked in a page of ours that checks sites by name. */
export interface NamedView {
  /** As it was typed. */
  readonly typed: string;
  /** The address that was asked first; null where what was typed is none. */
  readonly url: string | null;
  readonly host: string;
  readonly answer: NamedAnswer;
}

/** Where it is kept, by the tab that shows it: in memory only, and never in an address that the history keeps. */
export const namedKey = (tabId: number): `named:${number}` => `named:${tabId}`;

/** To be raised whenever the view gets another shape. */
export const NAMED_VERSION = 1;

/** The view in what is stored under a tab's key; null where there is none of this version. */
export function namedIn(stored: unknown): NamedView | null {
  const { version, value } = (stored ?? {}) as { version?: unknown; value?: NamedView };
  return version === NAMED_VERSION && value ? value : null;
}
