import { describe, expect, it } from "vitest";
import { CHECKS } from "../../../../src/core/checks/index.ts";
import type { Sample } from "../../../../src/core/gateways/gateway.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { SignalName, Signals } from "../../../../src/core/incident/signals.ts";
import { type Progress, present } from "../../../../src/core/verdict/present.ts";
import { failed, fails, navigation, ok, PROTECTED, redirect, signals, URL_ASKED, works } from "../checks/given.ts";
import { CLASSICS } from "../gateways/samples.ts";
import { SITE_SIDE } from "../gateways/site-side-samples.ts";

const incident = (status: number): Incident => ({
  id: "i",
  tabId: 7,
  url: URL_ASKED,
  status,
  since: 1_000,
  noticed: "sentinel",
  method: "POST",
  private: false,
  navigation: navigation({ status }),
});

/** A page that came from a form, with what its front page gives a stranger. */
const viewOf = ({ status, body }: Sample, root: Signals["root"], parts: Partial<Signals> = {}, cookieBytes = 300) => {
  const given = signals({
    incident: { ...PROTECTED, status },
    navigation: navigation({ status }),
    page: ok({ html: body, cookieBytes, links: [] }),
    root,
    ...parts,
  });
  return present(incident(status), given, progress(given));
};

const progress = (given: Signals): Progress => ({
  id: "c",
  order: CHECKS,
  startedAt: 2_000,
  endsBy: 10_000,
  finishedAt: 9_000,
  known: new Set(Object.keys(given) as SignalName[]),
  statusPageUrl: null,
  begun: null,
});
const always = (answer: Signals["anonymous"]) => ({ anonymous: answer, retries: [answer, answer, answer] });

const NGINX: Sample = { status: 502, headers: [], body: "<center>nginx</center>" };
const OUTAGES = [...CLASSICS, ...SITE_SIDE].filter(
  ([, word], index, rows) => word !== "blocked" && rows.findIndex((row) => row[1] === word) === index,
);

describe("a form whose site's front page works", () => {
  it.each(OUTAGES)("is not told as a site that is down: %s says %s", (_product, _word, _side, page) => {
    const { verdict } = viewOf(page, works);
    expect(verdict).toMatchObject({
      side: "unsure",
      why: { key: "side_unsure_why_front_page" },
      advice: { key: "advice_front_page" },
      action: null,
      notNeeded: null,
      lasts: null,
    });
    expect(["side_unsure", "side_unsure_server"]).toContain(verdict?.headline.key);
  });

  it("has its oversized cookies counted, and named beside the step that shows whether they are why", () => {
    const view = viewOf(NGINX, works, {}, 9_000);
    expect(view.rows).toContainEqual({
      check: "cookies",
      outcome: "inconclusive",
      says: { key: "check_cookies_oversized_untried" },
    });
    expect(view.verdict).toMatchObject({ side: "unsure", advice: { key: "advice_front_page_cookies" } });
    expect(view.verdict?.cause === "cookies" || view.verdict?.alternatives.includes("cookies")).toBe(true);
  });

  it("has no site marked as working by its front page", () => {
    expect(viewOf(NGINX, works).path.site).toBe("unknown");
  });

  it("may be over its trouble once the user has sent it again, and then was the site's", () => {
    expect(viewOf(NGINX, works, { reload: "works" }).verdict?.side).toBe("server");
  });

  it.each<[number, Signals["root"]]>([
    [300, works],
    [9_000, works],
    [300, ok(redirect)],
  ])("is nobody's yet once its address opens by GET: %i bytes of cookies", (bytes, root) => {
    const { verdict } = viewOf(NGINX, root, { reload: "opens" }, bytes);
    expect(verdict).toMatchObject({
      side: "unsure",
      headline: { key: "unsure_form_opens_headline" },
      why: { key: "unsure_form_opens_why" },
      advice: { key: "cause_transient_anew_advice" },
      action: null,
      lasts: null,
    });
  });

  it("is not told as down either where the front page sends a stranger on", () => {
    const { verdict } = viewOf(NGINX, ok(redirect));
    expect(verdict).toMatchObject({ side: "unsure", why: { key: "side_unsure_why_front_page" } });
  });

  it("says of the front page what it showed, and of the page that it was not tried", () => {
    const says = viewOf(NGINX, works).rows.find(({ check }) => check === "site-or-page")?.says;
    expect(says).toEqual({ key: "check_site_works_page_untried" });
  });
});

describe("a page that may have come from a form", () => {
  const served = (method: Incident["method"]) => {
    const given = signals({
      navigation: navigation({ status: 502 }),
      ...always(works),
      root: works,
      reload: "works",
    });
    return present({ ...incident(502), method }, given, progress(given)).verdict;
  };

  it.each(["unknown", "POST"] as const)("is not told as back once its address opens: %s", (method) => {
    expect(served(method)).toMatchObject({
      headline: { args: [{ key: "cause_transient_anew_headline" }] },
      why: { key: "cause_transient_anew_why" },
      advice: { key: "cause_transient_anew_advice" },
      action: null,
      lasts: null,
    });
  });

  it("is told so where it did not", () => {
    expect(served("GET")).toMatchObject({ why: { key: "cause_transient_why" } });
  });
});

describe("a form whose site's front page fails", () => {
  it.each(OUTAGES)("is told as the site's: %s says %s", (_product, _word, _side, page) => {
    expect(viewOf(page, fails).verdict?.side).toBe("server");
    expect(viewOf(page, failed("timeout")).verdict?.side).toBe("server");
  });

  it("is not the doing of large cookies, for a stranger has none", () => {
    const { verdict } = viewOf(NGINX, fails, {}, 9_000);
    expect(verdict?.side).toBe("server");
    expect(verdict?.alternatives).not.toContain("cookies");
  });
});

describe("a form whose site's front page shows nothing", () => {
  it("is judged by its own answer, and never with a plain “it’s not you”", () => {
    const view = viewOf(NGINX, { state: "not-sent", reason: "throttled" });
    expect(view.verdict?.side).toBe("server");
    expect(view.verdict?.headline.key).not.toBe("side_server_sure");
  });
});
