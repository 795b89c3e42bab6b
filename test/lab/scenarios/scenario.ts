import type { Cause, Side } from "../../../src/core/evidence/causes.ts";
import type { OpinionKind } from "../../../src/core/places/opinions-view.ts";
import type { Truth } from "../faults.ts";
import type { ForwardProxyPlan } from "../forward-proxies/forward-proxy.ts";
import type { GatewayKind } from "../gateways/contract.ts";
import type { Lab } from "../lab.ts";
import type { OriginTls } from "../origin-tls.ts";
import type { OtherExtension } from "../other-extensions.ts";
import type { StatusPageState } from "../status-page.ts";
import type { Behaviour } from "../upstream.ts";
import type { ConnectivityState } from "../world.ts";

/** How a scenario is brought about: everything that the lab must set up, and in which order. */
export interface Staging {
  /** The program that stands before the shop; stand-ins are passed on unchanged by the one in Node. */
  readonly program: GatewayKind;
  /** The browser is offered HTTP/2. */
  readonly http2?: true;
  /** A second gateway that the browser meets first, more patient than the one behind it or less. */
  readonly front?: { readonly gateway: GatewayKind; readonly isPatient: boolean };
  /** The gateway speaks TLS to the app and verifies it; this is wrong there. */
  readonly originTls?: OriginTls;
  /** The gateway itself refuses all but the first request. */
  readonly limited?: true;
  /** HAProxy gives the app one request at a time, and so many others keep the queue in front of it full. */
  readonly crowd?: number;
  /** The shop's name leads this browser to a server of its own, which behaves as told; all others reach one that works. */
  readonly astray?: true;
  /** What somebody has installed beside Faultline. */
  readonly otherExtension?: OtherExtension;
  /** The address that fails, where it depends on the lab's ports. */
  readonly url: string | ((lab: Lab) => string);
  /** The address is opened by sending a form to it. */
  readonly form?: true;
  /** Page that brings the browser into the state that the fault needs. */
  readonly prepareUrl?: string;
  /** How the app behaves meanwhile, when it must be in better health than later. */
  readonly whilePreparing?: () => Behaviour;
  readonly behaviour: () => Behaviour;
  /** How it behaves from when the failing page stands in the tab. */
  readonly afterwards?: () => Behaviour;
  /** Nobody answers at the shop's address any more once the browser is prepared, as where a connection is lost. */
  readonly isCutOff?: true;
  readonly statusPage?: StatusPageState;
  readonly connectivity?: ConnectivityState;
  /** Faultline may read every site, as with automatic mode; otherwise it has what a click gives. */
  readonly granted?: boolean;
  readonly forwardProxy?: ForwardProxyPlan;
}

/** What is asked of others once the first verdict stands, by the popup's own buttons. */
export interface Level2 {
  readonly asks: readonly OpinionKind[];
  /** Places on the user's continent are led where this browser is led; otherwise they are led where everybody is. */
  readonly nearIsAstray?: true;
  /** What shows then, where that is not the truth of the scenario. */
  readonly truth?: { readonly side: Side; readonly cause: Cause | null };
}

/** One fault at one gateway, with what a perfect judge would say. */
export interface Scenario {
  readonly id: string;
  /** The kind of fault that it belongs to; families.ts says what each kind is. */
  readonly family: string;
  /** The product that writes the failing answer, or stands nearest to it. */
  readonly gateway: string;
  /** What is wrong, and with it what this scenario adds to its family. */
  readonly fault: string;
  readonly truth: Truth;
  /** The same in Firefox, where that shows what Chromium hides: an answer without a body stands in the tab with its status. */
  readonly inFirefox?: Truth;
  /** The scenario whose evidence looks alike and whose truth lies on the other side. */
  readonly twin?: string;
  /** Never looked at when weights are chosen. */
  readonly held: boolean;
  readonly staging: Staging;
  readonly level2?: Level2;
}

/** A scenario as its file writes it; its family and the rule in held.ts add the rest. */
export type Draft = Omit<Scenario, "held" | "family">;
