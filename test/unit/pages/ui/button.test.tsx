import { describe, expect, it, vi } from "vitest";
import { Button } from "../../../../src/pages/ui/button.tsx";
import { draw, redraw } from "../../../fakes/elements.ts";

describe("a button that is off for a moment", () => {
  it("keeps its place for the keyboard, says that it is off, and does nothing", () => {
    const onClick = vi.fn();
    const drawn = (isOff: boolean) => (
      <Button action="retry-now" isOff={isOff} onClick={onClick}>
        Try now
      </Button>
    );
    const page = draw(drawn(true));
    const button = page.button("retry-now");
    button.click();
    expect(onClick).not.toHaveBeenCalled();
    expect(button.getAttribute("disabled")).toBeNull();
    expect(button.getAttribute("aria-disabled")).toBe("true");

    redraw(page, drawn(false));
    button.click();
    expect(onClick).toHaveBeenCalledOnce();
    expect(button.getAttribute("aria-disabled")).toBeNull();
  });
});
