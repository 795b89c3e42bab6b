import { beforeEach, describe, expect, it, vi } from "vitest";

const { inFrames } = vi.hoisted(() => ({ inFrames: vi.fn() }));
vi.mock("../../../src/platform/frames.ts", () => ({ inFrames }));

const { inputIn, listenForInput, wouldAsk } = await import("../../../src/probes/typed-input.ts");

const frame = (parts: object = {}) => ({ typed: false, entered: false, below: 0, ...parts });
const frames = (...all: readonly unknown[]) => inFrames.mockResolvedValue({ state: "ok", frames: all });

beforeEach(() => inFrames.mockReset());

describe("input in a tab", () => {
  it.each<[string, readonly unknown[], string]>([
    ["none, in a page without frames", [frame()], "none"],
    ["none, in a page and its frame", [frame({ below: 1 }), frame()], "none"],
    ["none, though the user has been in a frame that says so", [frame({ below: 1, entered: true }), frame()], "none"],
    ["none, though a frame cannot be asked, where the user was in none", [frame({ below: 2 }), frame()], "none"],
    ["typed, in the page", [frame({ typed: true })], "typed"],
    ["typed, in any frame", [frame({ below: 2 }), frame(), frame({ typed: true })], "typed"],
    ["typed, where a frame cannot be asked and the user was in one", [frame({ below: 1, entered: true })], "typed"],
    [
      "typed, where a frame of a frame cannot be asked and the user was in one",
      [frame({ below: 1 }), frame({ below: 1, entered: true })],
      "typed",
    ],
    ["unknown, where the script failed in a frame", [frame({ below: 1 }), null], "unknown"],
    ["unknown, where a frame's answer makes no sense", [{ typed: "no" }], "unknown"],
    ["typed, whatever another frame does not say", [frame({ below: 1, typed: true }), null], "typed"],
  ])("is %s", async (_what, all, input) => {
    frames(...all);
    expect(await inputIn(7)).toBe(input);
  });

  it("is unknown where a frame does not answer, and none where the browser's own page stands", async () => {
    inFrames.mockResolvedValue({ state: "silent" });
    expect(await inputIn(7)).toBe("unknown");
    inFrames.mockResolvedValue({ state: "refused" });
    expect(await inputIn(7)).toBe("none");
  });

  it("is listened for by whoever asks, in every frame", async () => {
    frames(frame());
    await inputIn(7);
    await listenForInput(7);
    const [asked, listened] = inFrames.mock.calls;
    expect(listened).toEqual(asked);
  });
});

describe("the question whether to leave the page", () => {
  it.each<[readonly unknown[], boolean]>([
    [[false], false],
    [[false, null], false],
    [[false, true], true],
  ])("is looked for in every frame: %j", async (all, would) => {
    frames(...all);
    expect(await wouldAsk(7)).toBe(would);
  });

  it("is none where no script runs or answers", async () => {
    for (const state of ["silent", "refused"]) {
      inFrames.mockResolvedValue({ state });
      expect(await wouldAsk(7)).toBe(false);
    }
  });
});
