import * as v from "valibot";
import { boundedList } from "../../core/bounded-list.ts";
import { type Answer, onlyMeaning } from "../../core/http/answer.ts";
import { isInside } from "../../core/http/compare-addresses.ts";
import { isOneShot } from "../../core/http/one-shot/one-shot.ts";
import { isFresh, notSent, type Settled } from "../../core/http/settled.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { lazily } from "../../core/lazily.ts";
import { asHome } from "../../core/places/home.ts";
import { noOpinions, type OpinionKind, type OpinionsView } from "../../core/places/opinions-view.ts";
import { providerName } from "../../core/places/provider.ts";
import {
  addressRequest,
  type MeasurementRequest,
  mayBeNamed,
  placesRequest,
  targetOf,
} from "../../core/places/request.ts";
import { type AddressFacts, areComparable } from "../../core/places/second-opinion.ts";
import type { ClickEnd, RequestOf } from "../../core/protocol/protocol.ts";
import { mayBeSent } from "../../platform/data-consent.ts";
import { readSettings } from "../../platform/settings.ts";
import { anonymousGet } from "../../probes/anonymous-get.ts";
import { type Asked, askPlaces } from "../../probes/ask-places.ts";
import { inTurn } from "../../probes/origin-queue.ts";
import { text } from "../bounds.ts";
import { clickedOn } from "../incidents.ts";
import { shownIn, showOpinions } from "../tab-view.ts";
import { checks } from "./driver.ts";

/** What each tab is being asked about; a second click does not ask twice. */
const underWay = new Set<number>();

/** The opinions of one incident, published with every change. What places said long ago counts no more. */
class Opinions {
  private constructor(
    private readonly tabId: number,
    public view: OpinionsView,
  ) {}

  static async of(incident: Incident): Promise<Opinions> {
    const found = (await shownIn(incident.tabId)).opinions;
    const view = found?.incidentId === incident.id ? found : noOpinions(incident.id);
    const isOld = view.askedPlaces.state === "ok" && !areComparable(view.askedPlaces.at, Date.now());
    return new Opinions(incident.tabId, isOld ? { ...view, askedPlaces: notSent("not-needed") } : view);
  }

  /** The site was reached in the user's own network: nobody outside hears of it. */
  get isInside(): boolean {
    const { address } = this.view;
    return address.state === "ok" && isInside(address.value.reached);
  }

  /** What is known of the address, with what other places met at it. */
  addressWith(tested: AddressFacts["tested"]): Settled<AddressFacts> {
    const { address } = this.view;
    return address.state === "ok" ? { ...address, value: { ...address.value, tested } } : address;
  }

  async show(change: Partial<OpinionsView>): Promise<void> {
    this.view = { ...this.view, ...change };
    await showOpinions(this.tabId, this.view);
  }
}

/** Ends what is shown as being asked for a tab while nobody asks: the worker that did is dead. */
export async function endLostQuestion(tabId: number): Promise<void> {
  const { opinions } = await shownIn(tabId);
  if (opinions?.asking && !underWay.has(tabId)) await showOpinions(tabId, { ...opinions, asking: null });
}

/**
 * Asks one question for a tab: the incident's check is made anew beside it when the last one is too old to be
 * compared with, and its verdict weighed again with what came.
 */
async function opinion(
  click: RequestOf<"opinion/address-test">,
  kind: OpinionKind,
  ask: (incident: Incident, opinions: Opinions) => Promise<void>,
): Promise<ClickEnd> {
  const { tabId } = click;
  const incident = await clickedOn(click);
  if (typeof incident === "string") return incident;
  if (!(await readSettings()).remoteOpinions) return "not-done";
  if (!mayBeNamed(incident.url)) return;
  if (!(await mayBeSent(kind)) || underWay.has(tabId)) return;
  underWay.add(tabId);
  try {
    const opinions = await Opinions.of(incident);
    if (kind !== "address" && opinions.isInside) return;
    await opinions.show({ asking: kind, refusal: null, live: [] });
    const check = (await checks.lastOf(incident)) ? Promise.resolve() : checks.begin(incident).ended;
    await ask(incident, opinions).catch((error: unknown) => console.warn("Faultline: a question failed", error));
    await opinions.show({ asking: null });
    await check;
    const { askedPlaces, address } = opinions.view;
    const judged = await checks.of(incident);
    if (judged) await checks.tell(judged, { type: "opinions", opinions: { askedPlaces, address } });
  } finally {
    underWay.delete(tabId);
  }
}

/** Asks the first of these questions for which there are places. */
async function places(
  bodies: readonly MeasurementRequest[],
  url: string,
  opinions: Opinions,
): Promise<Extract<Asked, { state: "asked" }> | null> {
  const { asking } = opinions.view;
  const { vantage } = await readSettings();
  let asked: Asked = { state: "refused", reason: "no-places", retryAt: null };
  for (const body of bodies) {
    asked = await askPlaces(body, url, vantage, ({ places: live }) => opinions.show({ live }));
    if (asked.state === "asked" || asked.reason !== "no-places") break;
  }
  if (asked.state === "asked") {
    await opinions.show({ live: asked.survey.places });
    return asked;
  }
  if (asking) await opinions.show({ refusal: { of: asking, reason: asked.reason, retryAt: asked.retryAt } });
  return null;
}

/** Chromium holds further requests for a failing address back: then what the check was told a moment ago must do. */
async function toldBefore(incident: Incident, target: string): Promise<Settled<Answer> | null> {
  const signals = (await checks.of(incident))?.signals;
  if (!signals) return null;
  const asked = target === incident.url ? [signals.anonymous, ...signals.retries] : [signals.root];
  const last = asked.filter((settled) => settled.state === "ok").at(-1);
  return last && isFresh(last.at, Date.now()) ? last : null;
}

/** Asks places around the world, and then from here once more, so that a recovery in between is not taken for a contrast. */
export const onAskPlaces = (request: RequestOf<"opinion/places">): Promise<ClickEnd> =>
  opinion(request, "places", async (incident, opinions) => {
    const home = asHome(request.home);
    // An address that works once, or a form's, is opened by nobody else.
    const withPath = request.withPath === true && incident.method !== "POST" && !isOneShot(incident.url);
    const ipVersion = ([4, 6] as const).find((version) => version === request.ipVersion) ?? null;
    const provider = providerName(request.provider);
    const bodies = (["homes", "any"] as const).flatMap(
      (networks) => placesRequest(incident.url, { home, withPath, ipVersion, networks, provider }) ?? [],
    );
    if (bodies.length === 0) return;
    const target = targetOf(incident.url, withPath);
    const at = Date.now();
    const asked = await places(bodies, target, opinions);
    if (!asked) {
      // What was heard before is not made untrue by a refusal now.
      if (opinions.view.askedPlaces.state === "ok") return;
      return opinions.show({ askedPlaces: { state: "failed", reason: "network", at, took: Date.now() - at } });
    }
    const now = await inTurn(target, () => anonymousGet(target));
    // Session storage is small, and of this answer only its meaning counts.
    const here = onlyMeaning((now.state === "not-sent" && (await toldBefore(incident, target))) || now);
    const { id, places: answers } = asked.survey;
    const askedPlaces = {
      state: "ok",
      value: { home, ipVersion, places: answers, here },
      at,
      took: Date.now() - at,
    } as const;
    // What was tested before belongs to the places' last answers, not to these.
    await opinions.show({ measurement: id, withPath, askedPlaces, address: opinions.addressWith(null) });
  });

const ip = text(60);
const address = v.object({ exists: v.boolean(), addresses: boundedList(ip, 100) });

/** As `probes/dns.ts` bounds it; a resolver may be called by its host. */
const addressSchema = lazily(() =>
  v.object({
    incidentId: v.string(),
    reached: v.nullable(ip),
    resolvers: boundedList(v.object({ name: text(300), answer: v.nullable(address) }), 3),
    at: v.number(),
    took: v.number(),
  }),
);

/** Takes in where public resolvers lead, from the popup that asked them about the incident that it shows. */
export const onAddress = (request: RequestOf<"opinion/address">): Promise<ClickEnd> =>
  opinion(request, "address", async (_incident, opinions) => {
    const { reached, resolvers, at, took } = v.parse(addressSchema(), request);
    // That the site lies in the user's own network is not unlearnt by an answer that cannot be told.
    if (reached === null && opinions.isInside) return;
    await opinions.show({ address: { state: "ok", value: { reached, resolvers, tested: null }, at, took } });
  });

/** Asks the same places to open the site at the address that this browser reached. */
export const onTestAddress = (request: RequestOf<"opinion/address-test">): Promise<ClickEnd> =>
  opinion(request, "address-test", async ({ url }, opinions) => {
    const { address, measurement, withPath, askedPlaces } = opinions.view;
    const reached = address.state === "ok" ? address.value.reached : null;
    if (reached === null || measurement === null || askedPlaces.state !== "ok") return;
    const body = addressRequest(url, reached, measurement, withPath);
    const asked = body && (await places([body], targetOf(url, withPath), opinions));
    if (asked) await opinions.show({ address: opinions.addressWith(asked.survey.places) });
  });
