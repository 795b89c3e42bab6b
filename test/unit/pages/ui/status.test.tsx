import { act } from "preact/test-utils";
import { describe, expect, it } from "vitest";
import { Status } from "../../../../src/pages/ui/status.tsx";
import { draw, type FakePage, redraw } from "../../../fakes/elements.ts";

const said = ({ body }: FakePage): string => body.having("role", "status")[0]?.textContent ?? "no region";

describe("a region that says what came of something", () => {
  it("stands empty before it has words, also where it has them from the first", () => {
    let page: FakePage | undefined;
    act(() => {
      page = draw(<Status>Done.</Status>);
      expect(said(page)).toBe("");
    });
    expect(page && said(page)).toBe("Done.");
  });

  it("has words from its first moment on where these only explain what stands there", () => {
    let page: FakePage | undefined;
    act(() => {
      page = draw(<Status explains>It is on.</Status>);
      expect(said(page)).toBe("It is on.");
    });
    if (!page) throw new Error("nothing is drawn");
    const [region] = page.body.having("role", "status");
    redraw(page, <Status explains>It is off.</Status>);
    expect(page.body.having("role", "status")).toEqual([region]);
    expect(said(page)).toBe("It is off.");
    expect(region?.attributes.has("explains")).toBe(false);
  });

  it("says at once what comes once it stands, and is the same region after it", () => {
    let page: FakePage | undefined;
    act(() => {
      page = draw(<Status />);
    });
    if (!page) throw new Error("nothing is drawn");
    const [region] = page.body.having("role", "status");
    redraw(page, <Status data-form="empty">Done.</Status>);
    expect(page.body.having("role", "status")).toEqual([region]);
    expect(region?.textContent).toBe("Done.");
    expect(region?.getAttribute("data-form")).toBe("empty");
  });
});
