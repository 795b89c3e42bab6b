import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import english from "../../../../public/_locales/en/messages.json" with { type: "json" };
import type { NeverTried } from "../../../../src/core/retry/next-words.ts";
import type { RetryView } from "../../../../src/core/retry/view.ts";
import { closePage, draw, type FakePage } from "../../../fakes/elements.ts";
import { World } from "../../../fakes/world.ts";
import { AT } from "../../core/report/example.ts";

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

type Instead = "ui_next_after_turn" | "ui_next_after_test" | "ui_next_after_log_in";

/** What a drawing is about; all else of it is as for a page that fails in an ordinary way. */
interface Case {
  readonly retry: RetryView;
  readonly checking?: boolean;
  readonly canKeep?: boolean;
  readonly instead?: Instead | null;
  readonly never?: NeverTried | null;
  readonly isLoadOffered?: boolean;
}

async function drawn(of: Case) {
  const { retry, checking = false, canKeep = true, instead = null, never = null, isLoadOffered = false } = of;
  const { NextTry } = await import("../../../../src/pages/popup/next-try.tsx");
  page = draw(
    <NextTry
      host="shop.example"
      retry={retry}
      now={AT}
      checking={checking}
      canKeep={canKeep}
      never={never}
      instead={instead}
      isLoadOffered={isLoadOffered}
      forecast={null}
      watched={false}
      worksOnce={false}
      fromForm={false}
      lang="en"
      onAct={vi.fn()}
      onReload={vi.fn()}
      onForget={vi.fn()}
    />,
  );
  // What Preact puts off until after a frame is put off for all later files where that never comes.
  await world.clock.pass(1_000);
  return page;
}

/** What is offered while a page waits for something else than a try. */
async function offered(
  retry: RetryView,
  instead: Instead | null,
  never: NeverTried | null = null,
  isLoadOffered = false,
) {
  const { body } = await drawn({ retry, instead, never, isLoadOffered, canKeep: never === null });
  return body.having("data-action").map((one) => one.getAttribute("data-action"));
}

const waiting: RetryView = {
  state: "waiting",
  due: AT + 42_000,
  attempts: 3,
  watching: "page",
  usual: null,
  forecast: null,
};

describe("what happens next, in the popup", () => {
  it.each([
    ["has the room of its buttons kept while a plan may begin", true],
    ["takes no room for a plan where none can begin", false],
  ])("%s", async (_what, canKeep) => {
    const [next] = (await drawn({ retry: { state: "none" }, checking: true, canKeep })).body
      .having("class")
      .filter((one) => one.getAttribute("class")?.startsWith("next"));
    expect(next?.getAttribute("class")?.split(" ").includes("to-come")).toBe(canKeep);
  });

  it("can be done at once", async () => {
    expect(await offered(waiting, null)).toEqual(["retry-now", "retry-stop", "retry-watch"]);
    expect(page.body.having("data-action", "retry-stop")[0]?.textContent).toBe("action_retry_stop");
  });

  it("can be stopped and not hurried where a load may cost a place in line", async () => {
    expect(await offered(waiting, "ui_next_after_turn")).toEqual(["retry-stop"]);
  });

  it("is no second button that loads the page, beside the step that does", async () => {
    expect(await offered(waiting, null, null, true)).toEqual(["retry-stop", "retry-watch"]);
    closePage(page);
    expect(await offered({ state: "none" }, null, "error", true)).toEqual([]);
    closePage(page);
    expect(await offered({ ...waiting, watching: "front-page" }, null, null, true)).toEqual([
      "retry-now",
      "retry-stop",
      "retry-watch",
    ]);
  });

  it.each([
    ["ui_next_after_turn", ["retry-stop"]],
    ["ui_next_after_test", ["retry-stop"]],
    ["ui_next_after_log_in", ["retry-now", "retry-stop"]],
  ] as const)("is watched, and no more, where it waits for the user: %s", async (instead, of) => {
    expect(await offered(waiting, instead)).toEqual(of);
    expect(page.body.having("data-action", "retry-stop")[0]?.textContent).toBe("action_retry_stop_watching");
  });

  it.each([
    [null, ["retry-keep", "retry-watch"]],
    ["ui_next_after_turn", ["retry-keep"]],
    ["ui_next_after_test", []],
    ["ui_next_after_log_in", ["retry-keep"]],
  ] as const)("is taken up again where that may help: %s", async (instead, of) => {
    expect(await offered({ state: "stopped", reason: "deadline", at: AT, attempts: 9 }, instead)).toEqual(of);
  });

  it("promises no moment by how long earlier outages lasted", () => {
    expect(english.ui_usual.message).toMatch(/^Earlier outages here lasted .*\.$/);
  });

  it.each([
    [null, ["reload"]],
    ["ui_next_after_turn", []],
  ] as const)(
    "offers a reload after an error that is never tried again, but not in a line: %s",
    async (instead, of) => {
      expect(await offered({ state: "none" }, instead, "error")).toEqual(of);
    },
  );
});
