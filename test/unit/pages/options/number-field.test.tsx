import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closePage, draw, type FakePage, redraw } from "../../../fakes/elements.ts";
import { World } from "../../../fakes/world.ts";

let world: World;
let page: FakePage;
let drawn: (value: number) => ReturnType<typeof draw>;
const onChange = vi.fn(async (_value: number) => true);

beforeEach(async () => {
  world = new World();
  const { NumberField } = await world.load(() => import("../../../../src/pages/options/retry-section.tsx"));
  const field = (value: number) => (
    <NumberField id="hours" label="Hours" value={value} most={24} locked={false} onChange={onChange} />
  );
  onChange.mockReset().mockResolvedValue(true);
  drawn = (value) => {
    act(() => redraw(page, field(value)));
    return page;
  };
  act(() => {
    page = draw(field(6));
  });
});
afterEach(() => {
  closePage(page);
  world.end();
});

const enter = (value: string) => act(() => page.enter("hours", value));
const isInvalid = () => page.getElementById("hours")?.getAttribute("aria-invalid");

describe("a field for a number", () => {
  it.each(["99", "0", "2.5", ""])("leaves %j there to be mended, and says what it takes", (typed) => {
    enter(typed);
    expect(page.valueOf("hours")).toBe(typed);
    expect(isInvalid()).toBe("true");
    expect(page.getElementById("hours-error")?.textContent).toBe("options_bad_number 24");
    expect(onChange).not.toHaveBeenCalled();
  });

  it("is right again once what holds is written into it", () => {
    enter("99");
    enter("6");
    expect([page.valueOf("hours"), isInvalid()]).toEqual(["6", "false"]);
    expect(onChange).not.toHaveBeenCalled();
  });

  it("keeps a good one, and then shows what holds, wherever that is changed", () => {
    enter("99");
    enter("12");
    expect(onChange).toHaveBeenCalledExactlyOnceWith(12);
    expect([page.valueOf("hours"), isInvalid()]).toEqual(["12", "false"]);
    expect(drawn(12).valueOf("hours")).toBe("12");
    expect(drawn(8).valueOf("hours")).toBe("8");
  });

  it("shows what holds where a good one could not be kept", async () => {
    onChange.mockResolvedValue(false);
    enter("12");
    await world.clock.rest();
    expect(page.valueOf("hours")).toBe("6");
  });
});
