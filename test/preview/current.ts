import { type Fixture, states } from "./fixtures.ts";

/** The state that the address asks for. */
const name = new URLSearchParams(location.search).get("state") ?? "";
const make = states[name];
if (!make) throw new Error(`no such state: ${name}; there are ${Object.keys(states).join(", ")}`);

export const current: Fixture = make(Date.now());
