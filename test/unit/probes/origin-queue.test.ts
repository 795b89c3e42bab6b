import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inTurn } from "../../../src/probes/origin-queue.ts";
import { holdsInTime } from "../../property.ts";

/** An act whose end is in the test's hands. */
function act<T>(value: T) {
  let started = false;
  let finish: () => void = () => undefined;
  let fail: () => void = () => undefined;
  const done = new Promise<T>((resolve, reject) => {
    finish = () => resolve(value);
    fail = () => reject(new Error("failed"));
  });
  return {
    run: () => {
      started = true;
      return done;
    },
    isStarted: () => started,
    finish,
    fail,
  };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("inTurn", () => {
  it("lets one act of an origin run at a time, in the order of asking", async () => {
    const [first, second, third] = [act(1), act(2), act(3)];
    const results = [
      inTurn("https://a.example/x", first.run),
      inTurn("https://a.example/y?z=1", second.run),
      inTurn("https://a.example/", third.run),
    ];
    await settled();
    expect([first, second, third].map((each) => each.isStarted())).toEqual([true, false, false]);
    first.finish();
    await settled();
    expect([second, third].map((each) => each.isStarted())).toEqual([true, false]);
    second.finish();
    third.finish();
    expect(await Promise.all(results)).toEqual([1, 2, 3]);
  });

  it("does not let origins wait for each other", async () => {
    const slow = act(1);
    const blocked = inTurn("https://a.example/", slow.run);
    for (const url of ["https://b.example/", "http://a.example/", "https://a.example:8443/"]) {
      expect(await inTurn(url, async () => url)).toBe(url);
    }
    slow.finish();
    await blocked;
  });

  it("goes on after an act that failed, and tells only its asker", async () => {
    const broken = act(1);
    const first = inTurn("https://a.example/", broken.run);
    const second = inTurn("https://a.example/", async () => 2);
    broken.fail();
    await expect(first).rejects.toThrow("failed");
    expect(await second).toBe(2);
    expect(await inTurn("https://a.example/", async () => 3)).toBe(3);
  });

  it("rejects for what is no address, without blocking anything", () => {
    expect(() => inTurn("nonsense", async () => 1)).toThrow(TypeError);
  });

  it("has at most one in flight per origin and keeps the order, whatever comes", async () => {
    const origin = fc.constantFrom("https://a.example", "https://b.example");
    const asked = fc.array(fc.record({ origin, fails: fc.boolean(), turns: fc.nat(3) }), { maxLength: 30 });
    await holdsInTime([asked], async (acts) => {
      const flying = new Map<string, number>();
      const order = new Map<string, number[]>();
      const runs = acts.map(({ origin: host, fails, turns }, index) =>
        inTurn(`${host}/${index}`, async () => {
          flying.set(host, (flying.get(host) ?? 0) + 1);
          expect(flying.get(host)).toBe(1);
          order.set(host, [...(order.get(host) ?? []), index]);
          for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
          flying.set(host, 0);
          if (fails) throw new Error("failed");
        }),
      );
      const results = await Promise.allSettled(runs);
      expect(results.map(({ status }) => status)).toEqual(acts.map(({ fails }) => (fails ? "rejected" : "fulfilled")));
      for (const indices of order.values()) expect(indices).toEqual([...indices].sort((a, b) => a - b));
    });
  });
});
