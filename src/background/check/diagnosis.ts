import { gatewayOf, mayBeUsersBox } from "../../core/checks/writer.ts";
import { type Answer, meaningOf } from "../../core/http/answer.ts";
import { hostKind } from "../../core/http/host-kind.ts";
import { notSent, type Settled } from "../../core/http/settled.ts";
import { type Incident, isLimited } from "../../core/incident/incident.ts";
import { type ReloadOutcome, reloadOutcome } from "../../core/incident/reload.ts";
import { failsOnlyHere } from "../../core/retry/plan.ts";
import { type CheckView, USUAL_CHECK_MS } from "../../core/verdict/view.ts";
import { pause } from "../../platform/pause.ts";
import { anonymousGet } from "../../probes/anonymous-get.ts";
import { connectivity } from "../../probes/connectivity.ts";
import { inTurn } from "../../probes/origin-queue.ts";
import { pageContent } from "../../probes/page-content.ts";
import { sharedGet } from "../../probes/shared-get.ts";
import { throughPageWorker } from "../../probes/through-page-worker.ts";
import { planOf } from "../retry/plans.ts";
import { pausePlan, tellPlan, unpausePlan } from "../retry/retry-driver.ts";
import { lastLook } from "../watch-reload.ts";
import { CheckSession } from "./check-session.ts";
import { learnStatusPages } from "./status-pages.ts";
import { NOTHING_TOLD, type Told, toldOf } from "./told-steps.ts";

/** Waits before the repetitions, counted from the answer before. */
const RETRY_WAITS_MS = [1_000, 2_000, 4_000];
const WHOLE_CHECK_MS = 28_000;
/** No repetition begins later than this, so that a slow site still gets its verdict in time. */
const LAST_RETRY_MS = 20_000;

/** How long the status pages wait for the headers of the site's own answer. */
const HEADERS_WAIT_MS = 1_500;

/** What the user had told before a reload, and what that showed. */
interface Seen {
  readonly told: Told;
  readonly reload: ReloadOutcome;
}

/**
 * Works through the checklist for one incident and publishes every step. Costs the site at most six requests:
 * the page once and three times more, and either the front page or, twice, the page through its own service
 * worker. A site that was asked too often is asked once, or not at all where an answer is `known` already.
 * What the user had told before a reload, and what that showed, is `seen`: the check begins with the two compared.
 * Resolves when the verdict stands; never rejects.
 */
export function diagnose(
  incident: Incident,
  known: Settled<Answer> | null = null,
  seen: Seen | null = null,
): Promise<void> {
  return run(new CheckSession(incident), known, seen);
}

/** Begins the same and says at once how it looks while nothing has been asked; it goes on by itself. */
export function beginCheck(incident: Incident, known: Settled<Answer> | null = null): CheckView {
  const session = new CheckSession(incident);
  void run(session, known, null);
  return session.view;
}

async function run(session: CheckSession, known: Settled<Answer> | null, seen: Seen | null): Promise<void> {
  const { incident } = session;
  pausePlan(incident.tabId);
  try {
    await session.hear(seen?.told ?? (await toldOf(incident).catch(() => NOTHING_TOLD)));
    if (seen) await session.learn("reload", seen.reload);
    await Promise.race([gather(session, known), pause(WHOLE_CHECK_MS)]);
  } catch (error) {
    // What is known by now is still worth a verdict.
    console.warn("Faultline: a check ended early", error);
  }
  await session.finish().catch(() => undefined);
  await tellCause(session).catch(() => undefined);
  await unpausePlan(incident.tabId).catch(() => undefined);
}

/** A plan waits as such outages last; only a verdict for the site's side says how long that may be. */
async function tellCause({ incident, verdict }: CheckSession): Promise<void> {
  if (verdict?.side === "server") await tellPlan(incident.tabId, { type: "judged", cause: verdict.cause });
}

async function gather(session: CheckSession, known: Settled<Answer> | null): Promise<void> {
  const { tabId, noticed, status: code } = session.incident;
  // A page that loaded says nothing about the failure of a request.
  const read = noticed === "requests" ? Promise.resolve(notSent("not-needed")) : pageContent(tabId);
  const page = read.then(async (settled) => {
    await session.learn("page", settled);
    return settled;
  });
  const site = isLimited(code)
    ? askLimitedSite(session, known)
    : session.signals.incident.protected
      ? askFrontPageOnly(session)
      : askSite(session, page);
  const network = page.then(() => testWayOut(session, site));
  const status = page.then(() => askStatusPagesInTime(session));
  await Promise.all([site, page, network, status]);
}

/** An error over https has come all the way, unless what wrote it can be a box of the user's. */
function provesTheWay({ signals }: CheckSession): boolean {
  const { url, status } = signals.incident;
  return url.startsWith("https:") && status !== null && !mayBeUsersBox(gatewayOf(signals));
}

/**
 * Asks for the way to the internet where the page has not proven it; a host on the user's own network or computer
 * needs none. Some boxes sign the header fields alone, so the stranger's answer may open the question once more.
 */
async function testWayOut(session: CheckSession, site: Promise<unknown>): Promise<void> {
  const isPublic = hostKind(new URL(session.incident.url).hostname) === "public";
  if (isPublic && !provesTheWay(session)) return askWayOut(session);
  await session.learn("connectivity", notSent("not-needed"));
  // The site's part may end without an answer, and then nothing more will name a box.
  await Promise.race([session.has("anonymous"), site]);
  if (isPublic && !provesTheWay(session)) await askWayOut(session);
}

/** The way to the internet; an error page in an unrelated address's place is kept, for its writer may be this page's. */
async function askWayOut(session: CheckSession): Promise<void> {
  const settled = await connectivity();
  if (settled.state !== "ok") return session.learn("connectivity", settled);
  await session.learn("impostorAnswer", settled.value.impostorAnswer);
  await session.learn("connectivity", { ...settled, value: settled.value.connectivity });
}

/**
 * The status pages of the site and of whoever stands before it. The site's own answer, whose headers may name them,
 * has a moment to come first; a site that is slower than that is asked about without.
 */
async function askStatusPagesInTime(session: CheckSession): Promise<void> {
  await Promise.race([session.has("anonymous"), pause(HEADERS_WAIT_MS)]);
  if (session.mayAsk) await learnStatusPages(session);
}

const frontPage = (url: string): string => new URL("/", url).href;

/** The page came from a form, or its address works once: only the front page is asked. */
async function askFrontPageOnly(session: CheckSession): Promise<void> {
  const { url } = session.incident;
  await session.learn("anonymous", notSent("protected"));
  await session.learn("retries", []);
  await session.learn("throughPageWorker", []);
  await session.learn("root", await sharedGet(frontPage(url)));
}

/** The site wants fewer requests: one answer to a stranger is all that is worth asking for, and nothing is repeated. */
async function askLimitedSite(session: CheckSession, known: Settled<Answer> | null): Promise<void> {
  await session.learn("retries", []);
  await session.learn("throughPageWorker", []);
  await session.learn("root", notSent("not-needed"));
  const { incident } = session.signals;
  await session.learn(
    "anonymous",
    incident.protected ? notSent("protected") : (known ?? (await sharedGet(incident.url))),
  );
}

/** Whoever says that he is asked too often is asked no more. */
const isLimitedBy = (tried: Settled<Answer>): boolean => tried.state === "ok" && meaningOf(tried.value) === "limits";

/** All that the site itself is asked, one request after the other. */
async function askSite(session: CheckSession, page: Promise<unknown>): Promise<void> {
  const { incident, startedAt } = session;
  const { url } = incident;
  const get = (address: string): Promise<Settled<Answer>> => inTurn(address, () => anonymousGet(address));

  const first = await sharedGet(url);
  const took = first.state === "not-sent" ? 0 : first.took;
  session.endsBy = Math.min(startedAt + WHOLE_CHECK_MS, startedAt + USUAL_CHECK_MS + 5 * took);
  await session.learn("anonymous", first);

  const hasWorker = incident.navigation?.throughPageWorker === true;
  const askWorker = async (): Promise<void> => {
    await page;
    const earlier = session.signals.throughPageWorker;
    const answer = await throughPageWorker(incident.tabId, url);
    await session.learn("throughPageWorker", [...earlier, answer], earlier.length > 0);
  };
  if (!hasWorker) await session.learn("throughPageWorker", []);
  const skipsRoot = hasWorker || frontPage(url) === url || isLimitedBy(first);
  const beside = hasWorker ? askWorker() : Promise.resolve();
  const root = skipsRoot ? Promise.resolve(notSent("not-needed")) : get(frontPage(url));
  const rootKnown = root.then((settled) => session.learn("root", settled));

  const retries: Array<Settled<Answer>> = [];
  for (const wait of RETRY_WAITS_MS) {
    if (isLimitedBy(retries.at(-1) ?? first)) break;
    await pause(wait);
    if (!session.mayAsk) return;
    if (Date.now() - startedAt > LAST_RETRY_MS) break;
    retries.push(await get(url));
    await session.learn("retries", [...retries], false);
  }
  if (hasWorker) await beside.then(askWorker);
  await session.learn("retries", retries);
  await rootKnown;
  await session.learn("reload", await reloadIfPlanned(session, [first, ...retries]));
}

/**
 * A stranger is served by now: if a plan watches the tab it may load the page again, which brings it back
 * or shows that it fails only here. Without a plan that step is the user's, and the popup offers it, unless he
 * has just done it.
 */
async function reloadIfPlanned(session: CheckSession, answers: Array<Settled<Answer>>): Promise<ReloadOutcome> {
  const { tabId, noticed } = session.incident;
  // A plan watches the page, and nothing of a request's answer is the page's.
  const { reload } = session.signals;
  if (noticed === "requests") return reload;
  const meanings = answers.flatMap((tried) => (tried.state === "ok" ? [meaningOf(tried.value)] : []));
  const last = meanings.at(-1);
  const plan = await planOf(tabId);
  if (!session.mayAsk || last === undefined || last === "fails" || !plan) return reload;
  // The plan has tried it a moment ago: strangers were served, and the tab failed.
  if (last === "works" && failsOnlyHere(plan, Date.now())) return "fails";
  const times = meanings.length - 1 - meanings.findLastIndex((meaning) => meaning !== last);
  await tellPlan(tabId, { type: "heard", meaning: last, times });
  const look = lastLook(tabId, session.startedAt);
  return look ? reloadOutcome(look, false) : reload;
}
