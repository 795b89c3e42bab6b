import { expect, test } from "vitest";
import { FAULTS } from "../../lab/faults.ts";
import { grade } from "../../lab/grade.ts";
import { openFault } from "../../lab/open-fault.ts";
import { readVerdict, readVerdictAfterReload } from "../../lab/popup-driver.ts";
import { navigations } from "../support/firefox-requests.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

const session = useFirefox({ granted: true });

/** A fault that leaves nothing to judge in Firefox: it never shows a stored error again. */
const NOT_IN_FIREFOX = "cached-error";

const judged = FAULTS.filter(({ id, truth }) => truth.side !== "none" && id !== NOT_IN_FIREFOX);

test.each(judged)("$id: judged in Firefox as in Chromium", async ({ id, truth }) => {
  const { lab, firefox } = session;
  const fault = await lab.set(id);
  const page = await firefox.browser.newPage();
  await openFault(page, fault);
  const tab = await firefox.tabId(page);
  await until("the badge", async () => /^50[234]$/.test((await firefox.badge(tab)).text));
  const check = await firefox.openCheck(tab);
  const first = await readVerdict(check);
  // What a page's service worker answered may have come from a form, so only the user loads it again.
  const verdict = first.side === "unsure" ? ((await readVerdictAfterReload(check)) ?? first) : first;
  expect({ ...verdict, right: grade(truth, verdict).right }).toMatchObject({ right: true });
});

test("cached-error: Firefox asks the site instead of showing the stored error, so there is none to judge", async () => {
  const { lab, firefox } = session;
  const fault = await lab.set(NOT_IN_FIREFOX);
  const page = await firefox.browser.newPage();
  await openFault(page, fault);
  await until("the log of the load", () => navigations(lab, "/sale").length === 1);
  expect(navigations(lab, "/sale").map(({ status }) => status)).toEqual([200]);
  const tab = await firefox.tabId(page);
  expect(await readVerdict(await firefox.openCheck(tab))).toMatchObject({
    side: "none",
    headline: "The page has loaded.",
  });
  expect((await firefox.badge(tab)).text).toBe("");
});
