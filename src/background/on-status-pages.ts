import * as v from "valibot";
import type { RequestOf } from "../core/protocol/protocol.ts";
import { list, text } from "./bounds.ts";
import { checkOf } from "./check/check-session.ts";
import { incidentOf } from "./incidents.ts";
import { tellPlan } from "./retry/retry-driver.ts";

const time = v.nullable(v.number());
const address = v.pipe(v.string(), v.maxLength(2_100), v.regex(/^https?:/));
const state = v.picklist(["operational", "maintenance", "degraded", "partial_outage", "major_outage", "unknown"]);
const name = text(120);

/** As `core/status-pages/report.ts` bounds it. */
const reportSchema = v.object({
  product: name,
  url: address,
  name: v.nullable(name),
  overall: state,
  indicator: v.nullable(state),
  title: v.nullable(text(200)),
  components: list(v.object({ name, state }), 100),
  unlisted: v.optional(v.object({ count: v.number(), troubled: v.number() })),
  notices: list(
    v.object({
      kind: v.picklist(["incident", "maintenance"]),
      title: text(200),
      impact: state,
      startedAt: time,
      updatedAt: time,
      endsAt: time,
      url: v.nullable(address),
      componentNames: list(name, 20),
    }),
    20,
  ),
  updatedAt: time,
});

const settledSchema = v.union([
  v.object({ state: v.literal("ok"), value: v.nullable(reportSchema), at: v.number(), took: v.number() }),
  v.object({
    state: v.literal("failed"),
    reason: v.picklist(["timeout", "network", "malformed"]),
    at: v.number(),
    took: v.number(),
  }),
  v.object({ state: v.literal("not-sent"), reason: v.picklist(["not-needed", "forbidden"]) }),
]);

const requestSchema = v.object({
  tabId: v.number(),
  checkId: v.string(),
  site: settledSchema,
  gateway: settledSchema,
  url: v.nullable(address),
  maintenanceEnd: v.optional(v.number()),
});

/**
 * What the status pages said, from the popup that asked them: for the check that runs, or the one that has come to
 * its end, whose verdict is then weighed anew. The words are other people's, so all of it is parsed here once more.
 */
export async function onStatusPages(request: RequestOf<"check/status-pages">): Promise<undefined> {
  const parsed = v.safeParse(requestSchema, request);
  if (!parsed.success) return;
  const { tabId, checkId, site, gateway, url, maintenanceEnd } = parsed.output;
  const incident = await incidentOf(tabId);
  const check = incident && (await checkOf(incident));
  if (check?.id !== checkId) return;
  if (maintenanceEnd) await tellPlan(tabId, { type: "announced", end: maintenanceEnd });
  check.statusPageUrl = url;
  if (!check.mayAsk) return check.takeOpinions({ statusPage: site, gatewayStatus: gateway }).then(() => undefined);
  await check.learn("gatewayStatus", gateway);
  await check.learn("statusPage", site);
}
