import type { Cause, Side } from "../../../../../src/core/evidence/causes.ts";
import type { GatewayWord } from "../../../../../src/core/gateways/gateway.ts";
import type { Response } from "../../../../../src/core/http/answer.ts";
import { notSent } from "../../../../../src/core/http/settled.ts";
import type { Connectivity, Signals } from "../../../../../src/core/incident/signals.ts";
import { navigation, ok, page, response, signals } from "../../checks/given.ts";

/** A failing page as people report it, in the fewest bytes that show the kind of trouble. */
export interface Report {
  /** What the page is, and what is at fault. */
  readonly what: string;
  readonly status: number;
  readonly body: string;
  /** Fields of the stranger's answer; the tab's own document has none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `https://shop.example/cart` unless told. */
  readonly url?: string;
  /** What stands in place of the browser maker's fixed address, where it was asked. */
  readonly way?: Connectivity;
  /** The page that came in that address's place. */
  readonly inItsPlace?: {
    readonly url: string;
    readonly status: number;
    readonly body: string;
    readonly headers?: Response["headers"];
  };
  /** Milliseconds until the first byte: 40 unless told. */
  readonly waited?: number;
  /** Milliseconds that the strangers' answers took, one after the other: 40 each unless told. */
  readonly took?: readonly number[];
  /** The mark stands in the header fields alone, so the document by itself shows nothing. */
  readonly headersOnly?: true;
  readonly right: Right;
  /** What is right besides, once strangers have met the failure too. */
  readonly onceAsked?: Right;
}

/** What is right to say of it. What is not named may be anything. */
export interface Right {
  readonly side?: Side;
  readonly notSide?: Side;
  readonly cause?: Cause | readonly Cause[];
  readonly notCause?: Cause | readonly Cause[];
  /** What must be named, as the cause or beside it. */
  readonly among?: Cause;
  /** The product's name, or null for nobody. */
  readonly gateway?: string | null;
  readonly notGateway?: string | null;
  readonly word?: GatewayWord | null;
  readonly notWord?: GatewayWord | null;
  /** What the details name as the reason. */
  readonly detail?: string;
}

/** Of what a check has seen: the tab's document alone, or also what strangers were answered. */
export type Seen = "document" | "strangers";

/** The signals of a check of such a page: it fails again and again, for strangers too, and so does the front page. */
export function signalsOf(report: Report, seen: Seen): Signals {
  const { status, body, headers, url = "https://shop.example/cart", way, inItsPlace, waited = 40 } = report;
  const answer = ok(response(status, headers, body));
  const [anonymous = answer, ...retries] = (report.took ?? [40, 40, 40, 40]).map((took) => ({ ...answer, took }));
  const asked = seen === "strangers" ? { anonymous, retries, root: answer } : {};
  return signals({
    incident: { url, status, protected: false },
    navigation: navigation({ status, waited }),
    page: page({ html: body }),
    connectivity: way === undefined ? notSent("not-needed") : ok(way),
    impostorAnswer: inItsPlace ? { kind: "response", headers: [], truncated: false, ...inItsPlace } : null,
    ...asked,
  });
}
