import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sharedGet } from "../../../src/probes/shared-get.ts";
import { World } from "../../fakes/world.ts";

const PAGE = "https://shop.example/cart";
const FORBIDDEN = { state: "not-sent", reason: "forbidden" };

let world: World;
beforeEach(async () => {
  world = new World();
  world.network.answer("https://shop.example", { status: 502, takes: 1_000 });
  await world.load(async () => undefined);
});
afterEach(() => world.end());

const yes = async () => true;
const no = async () => false;
/** Leave that is given or refused once somebody asks for it and time has passed. */
const slowly = (may: boolean) => () =>
  new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(may), 500);
  });
const all = <T>(asked: ReadonlyArray<Promise<T>>) => world.clock.done(Promise.all(asked));

describe("one request for all who want to know an address at the same time", () => {
  it("is sent once, and all get its answer", async () => {
    const [first, second] = await all([sharedGet(PAGE, yes), sharedGet(PAGE, yes)]);
    expect(first).toMatchObject({ state: "ok", value: { status: 502 } });
    expect(second).toBe(first);
    expect(world.network.asked()).toEqual([PAGE]);
  });

  it.each([
    ["no leave", no],
    ["a leave that the browser would not tell of", () => Promise.reject(new Error("gone"))],
  ])(
    "is sent for those who have leave though whoever came first has %s, and that one is told nothing",
    async (_what, none) => {
      const [first, second, third] = await all([sharedGet(PAGE, none), sharedGet(PAGE, yes), sharedGet(PAGE, none)]);
      expect(first).toEqual(FORBIDDEN);
      expect(second).toMatchObject({ state: "ok", value: { status: 502 } });
      expect(third).toEqual(FORBIDDEN);
      expect(world.network.asked()).toEqual([PAGE]);
    },
  );

  it("is sent for whoever comes while the leave of those before is looked at", async () => {
    const first = sharedGet(PAGE, slowly(false));
    await world.clock.pass(100);
    const second = sharedGet(PAGE, yes);
    expect(await all([first, second])).toMatchObject([FORBIDDEN, { state: "ok" }]);
    expect(world.network.asked()).toEqual([PAGE]);
  });

  it("tells whoever comes while it is on its way only what they have leave for", async () => {
    const first = sharedGet(PAGE, yes);
    await world.clock.pass(500);
    expect(world.network.asked()).toEqual([PAGE]);
    const late = [sharedGet(PAGE, no), sharedGet(PAGE, () => Promise.reject(new Error("gone"))), sharedGet(PAGE, yes)];
    expect(await all([first, ...late])).toMatchObject([{ state: "ok" }, FORBIDDEN, FORBIDDEN, { state: "ok" }]);
    expect(world.network.asked()).toEqual([PAGE]);
  });

  it("is not sent where nobody has leave, and is for whoever comes after that", async () => {
    let later: ReturnType<typeof sharedGet> | undefined;
    const leave = vi.fn(async () => {
      // As soon as it is decided, and before anybody has heard of it.
      queueMicrotask(() =>
        queueMicrotask(() =>
          queueMicrotask(() => {
            later = sharedGet(PAGE, yes);
          }),
        ),
      );
      return false;
    });
    expect(await all([sharedGet(PAGE, leave)])).toEqual([FORBIDDEN]);
    await world.clock.until(() => later !== undefined);
    if (!later) throw new Error("nobody came later");
    expect(await all([later])).toMatchObject([{ state: "ok" }]);
    expect(world.network.asked()).toEqual([PAGE]);
  });
});
