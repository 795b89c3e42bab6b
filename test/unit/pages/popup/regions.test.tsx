import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FormReturn, returnKey } from "../../../../src/core/incident/form-return.ts";
import type { RepairView } from "../../../../src/core/repair/view.ts";
import { closePage, draw, type FakePage, redraw } from "../../../fakes/elements.ts";
import { World } from "../../../fakes/world.ts";
import { AT, EXAMPLE } from "../../core/report/example.ts";

let world: World;
let page: FakePage;
beforeEach(async () => {
  world = new World();
  await world.startWorker();
});
afterEach(() => {
  closePage(page);
  world.end();
});

const regions = (part: string) =>
  page.body.all.find((one) => one.getAttribute("class") === part)?.having("role", "status") ?? [];
const soon = () => world.clock.pass(1_000);

describe("the region that says what was found at the form", () => {
  it("stands before that is known", async () => {
    const { FormBack } = await import("../../../../src/pages/popup/form-back.tsx");
    const tab = await world.visit("https://shop.example/");
    page = draw(<FormBack tabId={tab.id} incidentId="incident-1" isSaid={false} />);
    vi.stubGlobal("location", new URL(`?tab=${tab.id}`, location.href));
    await soon();
    const [region] = regions("form-back");
    expect(region?.textContent).toBe("");
    const found: FormReturn = "empty";
    await world.browser.storage.session.set({ [returnKey(tab.id)]: { found } });
    await soon();
    expect(regions("form-back")).toEqual([region]);
    expect(region?.textContent).toBe("ui_form_empty");
    expect(region?.getAttribute("data-form")).toBe("empty");
  });
});

describe("the region that says how far a repair has come", () => {
  const view = { ...EXAMPLE, verdict: EXAMPLE.verdict && { ...EXAMPLE.verdict, side: "you" as const } };
  const repair = { id: "remove-page-worker", url: EXAMPLE.url, at: AT } as const;

  it("is the same from the offer to the end, though the end stands further up", async () => {
    const { IncidentScene } = await import("../../../../src/pages/popup/incident-scene.tsx");
    const scene = (shown: RepairView | null) => (
      <IncidentScene
        view={{ ...view, verdict: view.verdict && { ...view.verdict, cause: "page-worker" } }}
        retry={{ state: "none" }}
        opinions={null}
        repair={shown}
        automatic
        onAct={vi.fn()}
        onTell={vi.fn()}
        onRetry={vi.fn()}
      />
    );
    page = draw(scene(null));
    await soon();
    const [region] = regions("repair");
    expect(region?.textContent).toBe("");
    redraw(page, scene({ ...repair, state: "working", lacked: [] }));
    expect(region?.textContent).toBe("repair_working");
    redraw(page, scene({ ...repair, state: "done", end: "fails", cookies: 0, byHand: false }));
    expect(regions("repair")).toEqual([region]);
    expect(region?.textContent).toMatch(/^repair_worker_fails/);
  });
});
