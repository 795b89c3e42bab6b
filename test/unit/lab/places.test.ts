import { afterAll, beforeAll, expect, it } from "vitest";
import { LAB_PROBES, type LabProbe } from "../../lab/globalping.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { placesOutside } from "../../lab/places.ts";
import { html, killed, sayingHere } from "../../lab/scenarios/behaviours.ts";

const near = LAB_PROBES.find(({ continent }) => continent === "EU") as LabProbe;
const far = LAB_PROBES.find(({ continent }) => continent !== "EU") as LabProbe;
const front = (target: string) => ({
  target,
  locations: [],
  measurementOptions: { request: { host: "shop.example", path: "/" }, protocol: "HTTPS" },
});

const SECOND_ADDRESS = "203.0.113.9";

let lab: Lab;
let astray: Lab;

beforeAll(async () => {
  lab = await startLab({ gateway: "node" });
  astray = await startLab({ gateway: "node" });
  await astray.upstream.behave(killed());
});
afterAll(async () => {
  await Promise.all([lab.stop(), astray.stop()]);
});

it("places open the site as everybody does, wherever this browser is led", async () => {
  const meets = placesOutside({ lab, astray: { lab: astray, address: SECOND_ADDRESS }, nearIsAstray: false });
  expect(await meets(near, front("shop.example"))).toMatchObject({ status: 200, address: "198.51.100.7" });
  expect(await meets(far, front("shop.example"))).toMatchObject({ status: 200 });
});

it("places of the region are led where this browser is, the others are not", async () => {
  const meets = placesOutside({ lab, astray: { lab: astray, address: SECOND_ADDRESS }, nearIsAstray: true });
  expect(await meets(near, front("shop.example"))).toMatchObject({ status: 502, address: SECOND_ADDRESS });
  expect(await meets(far, front("shop.example"))).toMatchObject({ status: 200 });
});

it("places that are told an address open the machine that has it", async () => {
  const meets = placesOutside({ lab, astray: { lab: astray, address: SECOND_ADDRESS }, nearIsAstray: false });
  expect(await meets(far, front(SECOND_ADDRESS))).toMatchObject({ status: 502 });
  expect(await meets(far, front("198.51.100.7"))).toMatchObject({ status: 200 });
});

it("places ask from addresses of their own, so that what is refused to one address is not refused to them", async () => {
  await lab.upstream.behave(sayingHere(html(503, "Refused", "Not you."))());
  const meets = placesOutside({ lab, astray: null, nearIsAstray: false });
  expect(await meets(near, front("shop.example"))).toMatchObject({ status: 200 });
  const own = await fetch(`http://127.0.0.1:${lab.ports.gatewayHttp}/`, { headers: { host: "shop.example" } });
  expect(own.status).toBe(503);
});
