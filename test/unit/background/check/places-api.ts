import { VANTAGE } from "../../../../src/core/settings/vantage.ts";
import type { FakeAnswer } from "../../../fakes/network.ts";
import type { World } from "../../../fakes/world.ts";

/** What the places meet, by where they are. */
type Met = Readonly<Record<"near" | "continent" | "far", number | "none">>;

const AT = [
  { city: "Berlin", country: "DE", continent: "EU", where: "near" },
  { city: "Munich", country: "DE", continent: "EU", where: "near" },
  { city: "Paris", country: "FR", continent: "EU", where: "continent" },
  { city: "Boston", country: "US", continent: "NA", where: "far" },
  { city: "Tokyo", country: "JP", continent: "AS", where: "far" },
] as const;

interface Measurement {
  readonly target: string;
  readonly locations: unknown;
  readonly measurementOptions: { readonly request: { readonly path: string }; readonly ipVersion?: 4 | 6 };
}

/** The API that asks other places, in the world's network: five of them answer at the second look. */
export class PlacesApi {
  /** What was measured, in order. */
  readonly asked: Measurement[] = [];
  readonly tokens: unknown[] = [];
  met: Met = { near: 200, continent: 200, far: 200 };
  /** Whether any of the places stands in a home. */
  inHomes = true;
  /** Answers every question so instead. */
  refusal: FakeAnswer | null = null;
  #looks = 0;

  constructor(
    private readonly world: World,
    base = VANTAGE.base,
  ) {
    world.network.answer(`${base}/measurements`, ({ init }) => {
      if (this.refusal) return this.refusal;
      const question: Measurement = JSON.parse(String(init.body));
      this.asked.push(question);
      if (!this.inHomes && JSON.stringify(question.locations).includes("eyeball-network")) return { status: 422 };
      this.tokens.push(new Headers(init.headers).get("authorization"));
      this.#looks = 0;
      const id = `m${this.asked.length}`;
      const results = this.#results(this.met, question.measurementOptions.ipVersion);
      this.world.network.answer(`${base}/measurements/${id}`, () => {
        const isDone = ++this.#looks > 1;
        return { body: JSON.stringify({ id, status: isDone ? "finished" : "in-progress", results: results(isDone) }) };
      });
      return { status: 202, body: JSON.stringify({ id }) };
    });
  }

  #results(met: Met, ipVersion: 4 | 6 | undefined) {
    return (isDone: boolean) =>
      AT.map(({ where, ...probe }) => {
        const statusCode = met[where];
        if (!isDone) return { probe, result: { status: "in-progress" } };
        if (statusCode === "none") return { probe, result: { status: "failed", failureSource: "target" } };
        return {
          probe,
          result: { status: "finished", statusCode, resolvedAddress: ipVersion === 6 ? "2001:db8::7" : "198.51.100.7" },
        };
      });
  }
}
