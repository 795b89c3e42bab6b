import * as v from "valibot";
import { foreignText } from "../foreign-text.ts";
import type { Answer } from "../http/answer.ts";
import { lazily } from "../lazily.ts";
import { type PlaceAnswer, type PlaceResult, resultOf } from "./place.ts";

const PLACES_AT_MOST = 20;
const BODY_LIMIT = 16_384;
const NAME_LIMIT = 80;

const idSchema = lazily(() => v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)));
const createdSchema = lazily(() => v.object({ id: idSchema() }));

const nullableNumber = v.optional(v.nullable(v.number()), null);

const finishedSchema = lazily(() =>
  v.object({
    status: v.literal("finished"),
    statusCode: v.nullable(v.number()),
    headers: v.optional(v.record(v.string(), v.union([v.string(), v.array(v.string())])), {}),
    rawBody: v.optional(v.nullable(v.string()), null),
    truncated: v.optional(v.boolean(), false),
    resolvedAddress: v.optional(v.nullable(v.string()), null),
    timings: v.optional(v.object({ total: nullableNumber }), { total: null }),
    tls: v.optional(v.nullable(v.object({ authorized: v.boolean() })), null),
  }),
);
const otherSchema = lazily(() => v.object({ status: v.string(), failureSource: v.optional(v.string()) }));

const itemSchema = lazily(() =>
  v.object({
    probe: v.object({
      continent: v.string(),
      country: v.string(),
      city: v.optional(v.string(), ""),
      network: v.optional(v.string(), ""),
      latitude: v.optional(v.number(), 0),
      longitude: v.optional(v.number(), 0),
    }),
    result: v.union([finishedSchema(), otherSchema()]),
  }),
);

const measurementSchema = lazily(() =>
  v.object({ id: idSchema(), status: v.string(), results: v.array(itemSchema()) }),
);

/** One question to many places, as far as it has come. */
export interface Survey {
  readonly id: string;
  readonly finished: boolean;
  readonly places: readonly PlaceAnswer[];
}

function parsed<T extends v.GenericSchema>(schema: T, text: string): v.InferOutput<T> | null {
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** Id of a measurement that was accepted, or null. */
export const parseCreated = (text: string): { readonly id: string } | null => parsed(createdSchema(), text);

type Item = v.InferOutput<ReturnType<typeof itemSchema>>;
type Found = Pick<PlaceAnswer, "result" | "status" | "took" | "address">;

const nothing = (result: PlaceResult): Found => ({ result, status: null, took: null, address: null });

function foundBy({ result }: Item, url: string): Found {
  if (result.status === "in-progress") return nothing("pending");
  // A failure counts against the site only where the network says so itself; its own faults prove nothing.
  if (!("statusCode" in result)) return nothing(result.failureSource === "target" ? "down" : "none");
  // A number below that is no status: nothing was heard.
  if (result.statusCode === null || result.statusCode < 100) return nothing("none");
  const { statusCode: status, headers, rawBody, truncated, timings, tls, resolvedAddress } = result;
  const answer: Extract<Answer, { kind: "response" }> = {
    kind: "response",
    url,
    status,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().map((one) => [name.toLowerCase(), one.slice(0, 4_096)] as const),
    ),
    body: (rawBody ?? "").slice(0, BODY_LIMIT),
    truncated,
  };
  return {
    result: resultOf(answer, tls?.authorized ?? null),
    status,
    took: timings.total,
    address: resolvedAddress === null ? null : foreignText(resolvedAddress, NAME_LIMIT),
  };
}

/** Reads `GET /v1/measurements/{id}` for an address that was asked for. Null for anything else. */
export function parseMeasurement(text: string, url: string): Survey | null {
  const found = parsed(measurementSchema(), text);
  if (!found) return null;
  return {
    id: found.id,
    // Any word but this one is final, says the description.
    finished: found.status !== "in-progress",
    places: found.results.slice(0, PLACES_AT_MOST).map((item) => ({
      city: foreignText(item.probe.city, NAME_LIMIT),
      country: item.probe.country.slice(0, 2),
      continent: item.probe.continent.slice(0, 2),
      network: foreignText(item.probe.network, NAME_LIMIT),
      latitude: item.probe.latitude,
      longitude: item.probe.longitude,
      ...foundBy(item, url),
    })),
  };
}
