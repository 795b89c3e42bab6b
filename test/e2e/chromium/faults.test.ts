import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../../scripts/find-browser.mjs";
import { FAULTS } from "../../lab/faults.ts";
import { grade } from "../../lab/grade.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { builtExtension, launchInLab } from "../../lab/launch.ts";
import { openFault } from "../../lab/open-fault.ts";
import { installQuietly, openPopup, readVerdict, readVerdictAfterReload } from "../../lab/popup-driver.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab?.stop());

describe("without any grant, a click on the icon gives the right verdict for", () => {
  it.each(FAULTS)("$id", async (fault) => {
    const installed = findBrowser("chromium");
    if (!installed) throw new Error("no Chromium here");
    await lab.set(fault.id);
    const browser = await launchInLab(lab, installed, { headless: true });
    try {
      const extensionId = await installQuietly(browser, builtExtension("chromium"));
      const page = await browser.newPage();
      await openFault(page, fault);
      lab.clearRequests();
      const popup = await openPopup(browser, page, extensionId);
      const first = await readVerdict(popup);
      const own = lab.requests.filter(({ by, mode }) => by === "gateway" && mode !== "navigate" && mode !== "no-cors");
      expect(own.length).toBeLessThanOrEqual(6);
      expect(own.map(({ cookie }) => cookie)).toEqual(own.map(() => ""));
      const verdict = first.side === "unsure" ? ((await readVerdictAfterReload(popup)) ?? first) : first;
      const { right, note } = grade(fault.truth, verdict);
      expect({ right, note, verdict: `${verdict.side} ${verdict.cause}` }).toMatchObject({ right: true });
    } finally {
      await browser.close();
    }
  });
});
