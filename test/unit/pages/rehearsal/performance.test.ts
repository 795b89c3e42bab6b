import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTS, actOf, Performance, type Scene, type Stage } from "../../../../src/pages/rehearsal/performance.ts";
import { holds } from "../../../property.ts";

const NOW = Date.UTC(2026, 8, 23, 12);
/** No rehearsal may take longer. */
const PATIENCE_MS = 90_000;

interface Seen {
  readonly at: number;
  readonly scene: Scene;
}

/** A stage on which time passes as fast as it is played; what happens beside it, after so many milliseconds. */
function play(
  random: number,
  happens: ReadonlyArray<readonly [number, (performance: Performance) => void]> = [],
): Seen[] {
  let now = NOW;
  const due: Array<{ at: number; act: () => void }> = [];
  const seen: Seen[] = [];
  const stage: Stage = {
    now: () => now,
    random: () => random,
    // As timers do, which know whole milliseconds alone.
    after: (ms, act) => void due.push({ at: now + Math.trunc(ms), act }),
  };
  const performance = new Performance(stage, (scene) => seen.push({ at: now - NOW, scene }));
  for (const [at, act] of happens) due.push({ at: NOW + at, act: () => act(performance) });
  performance.start();
  for (;;) {
    const [next] = due.toSorted((a, b) => a.at - b.at);
    if (!next || next.at > NOW + PATIENCE_MS) return seen;
    due.splice(due.indexOf(next), 1);
    now = Math.max(now, next.at);
    next.act();
  }
}

const last = (seen: readonly Seen[]): Scene => {
  const end = seen.at(-1);
  if (!end) throw new Error("nothing was shown");
  return end.scene;
};

describe("the rehearsal", () => {
  it("goes from the failure over the verdict and the tries to the page that is back", () => {
    const acts = play(0.5).map(({ scene }) => ACTS.indexOf(actOf(scene)));
    expect([...new Set(acts)]).toEqual([0, 1, 2, 3]);
    expect(acts).toEqual(acts.toSorted((a, b) => a - b));
  });

  it("names the site, with every row answered, while the page still fails", () => {
    const judged = play(0.5).find(({ scene }) => scene.check?.phase === "done");
    expect(judged?.scene.page).toBe("failing");
    expect(judged?.scene.check?.verdict?.side).toBe("server");
    const open = judged?.scene.check?.rows.filter(({ outcome }) => outcome === "pending" || outcome === "running");
    expect(open).toEqual([]);
  });

  it("counts down and tries at least once without success before the page is back, whatever chance does", () => {
    holds(
      [fc.double({ min: 0, max: 0.999, noNaN: true })],
      (random) => {
        const seen = play(random);
        expect(last(seen)).toMatchObject({ page: "back", plan: { state: "stopped", reason: "recovered" } });
        const waits = seen.filter(({ scene }) => scene.plan.state === "waiting" && scene.plan.attempts > 0);
        expect(waits.length).toBeGreaterThan(0);
        expect(seen.at(-1)?.at).toBeLessThan(60_000);
        return undefined;
      },
      { runs: 20 },
    );
  });

  it("stops at the user's word, and goes on at their word", () => {
    const stopped = play(0.5, [[3_000, (performance) => performance.stop()]]);
    expect(last(stopped)).toMatchObject({ page: "failing", plan: { state: "stopped", reason: "stopped" } });
    const kept = play(0.5, [
      [3_000, (performance) => performance.stop()],
      [5_000, (performance) => performance.keep()],
    ]);
    expect(last(kept).page).toBe("back");
  });

  it("tries at once when asked to, and finds the page still failing", () => {
    const seen = play(0.5, [[9_500, (performance) => performance.tryNow()]]);
    expect(seen.some(({ at, scene }) => at === 9_500 && scene.plan.state === "trying")).toBe(true);
    expect(seen.some(({ at, scene }) => at > 9_500 && at < 11_000 && scene.page !== "failing")).toBe(false);
  });

  it("says nothing more once it is ended", () => {
    const seen = play(0.5, [[2_000, (performance) => performance.end()]]);
    expect(seen.length).toBeGreaterThan(0);
    expect(Math.max(...seen.map(({ at }) => at))).toBeLessThanOrEqual(2_000);
  });

  it("checks anew when asked to, and names the site again", () => {
    const seen = play(0.5, [[11_000, (performance) => performance.checkAgain()]]);
    const ids = new Set(seen.flatMap(({ scene }) => (scene.check?.phase === "done" ? [scene.check.id] : [])));
    expect(ids.size).toBe(2);
    expect(last(seen).check?.verdict?.side).toBe("server");
  });
});
