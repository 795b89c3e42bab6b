import { expect, it } from "vitest";
import { limiter } from "../../lab/limiter.ts";

it("runs no more at once than it may, in order, and goes on after a failure", async () => {
  const limited = limiter(2);
  const begun: number[] = [];
  const ends: Array<() => void> = [];
  let running = 0;
  let most = 0;
  const act = (id: number) => () =>
    new Promise<number>((resolve, reject) => {
      begun.push(id);
      most = Math.max(most, ++running);
      ends.push(() => {
        running--;
        if (id === 1) reject(new Error("stumbled"));
        else resolve(id);
      });
    });
  const all = [0, 1, 2, 3].map((id) => limited(act(id)).catch(() => -1));
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    ends.shift()?.();
  }
  expect(await Promise.all(all)).toEqual([0, -1, 2, 3]);
  expect(begun).toEqual([0, 1, 2, 3]);
  expect(most).toBe(2);
});
