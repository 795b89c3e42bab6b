import * as v from "valibot";
import { partOfList } from "../bounded-list.ts";
import { foreignText } from "../foreign-text.ts";
import type { Answer } from "../http/answer.ts";
import { LONGEST_BODY } from "../http/page-content.ts";
import { lazily } from "../lazily.ts";
import { parseJson } from "../parse-json.ts";
import { type PlaceAnswer, type PlaceResult, resultOf } from "./place.ts";
import { PLACES } from "./request.ts";

/** Twice as many as are asked: each answer is judged, and nobody has to answer as asked. */
const MOST_PLACES = 2 * PLACES;
/** Fields of one answer, as many as are read of an answer that comes here itself. */
const MOST_FIELDS = 100;
const LONGEST_NAME = 80;

const idSchema = lazily(() => v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)));
const createdSchema = lazily(() => v.object({ id: idSchema() }));

const nullableNumber = v.optional(v.nullable(v.number()), null);

const finishedSchema = lazily(() =>
  v.object({
    status: v.literal("finished"),
    statusCode: v.nullable(v.number()),
    headers: v.optional(
      v.custom<object>((given) => typeof given === "object" && given !== null),
      {},
    ),
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
  v.object({ id: idSchema(), status: v.string(), results: partOfList(itemSchema(), MOST_PLACES) }),
);

/** One question to many places, as far as it has come. */
export interface Survey {
  readonly id: string;
  readonly finished: boolean;
  readonly places: readonly PlaceAnswer[];
}

/** Id of a measurement that was accepted, or null. */
export const parseCreated = (text: string): { readonly id: string } | null => parseJson(createdSchema, text);

type Item = v.InferOutput<ReturnType<typeof itemSchema>>;
type Found = Pick<PlaceAnswer, "result" | "status" | "took" | "address">;

const nothing = (result: PlaceResult): Found => ({ result, status: null, took: null, address: null });

/** Header fields, each with one value or a list of them; what is none is left out, and so is what no server sends. */
const fieldsOf = (headers: object): Array<readonly [name: string, value: string]> =>
  Object.entries(headers)
    .slice(0, MOST_FIELDS)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value.slice(0, MOST_FIELDS) : [value])
        .filter((one) => typeof one === "string")
        .map((one) => [name.toLowerCase(), one.slice(0, 4_096)] as const),
    )
    .slice(0, MOST_FIELDS);

const isStatus = (code: number | null): code is number =>
  code !== null && Number.isInteger(code) && code >= 100 && code <= 999;

function foundBy({ result }: Item, url: string): Found {
  if (result.status === "in-progress") return nothing("pending");
  // A failure counts against the site only where the network says so itself; its own faults prove nothing.
  if (!("statusCode" in result)) return nothing(result.failureSource === "target" ? "down" : "none");
  // Any other number is no status: nothing was heard.
  if (!isStatus(result.statusCode)) return nothing("none");
  const { statusCode: status, headers, rawBody, truncated, timings, tls, resolvedAddress } = result;
  const answer: Extract<Answer, { kind: "response" }> = {
    kind: "response",
    url,
    status,
    headers: fieldsOf(headers),
    body: (rawBody ?? "").slice(0, LONGEST_BODY),
    truncated,
  };
  return {
    result: resultOf(answer, tls?.authorized ?? null),
    status,
    took: timings.total,
    address: resolvedAddress === null ? null : foreignText(resolvedAddress, LONGEST_NAME),
  };
}

/** A code of two letters, as countries and continents have; "" for anything else, which is nobody's. */
const codeOf = (text: string): string => (/^[A-Z]{2}$/.test(text) ? text : "");

/** Reads `GET /v1/measurements/{id}` for an address that was asked for. Null for anything else. */
export function parseMeasurement(text: string, url: string): Survey | null {
  const found = parseJson(measurementSchema, text);
  if (!found) return null;
  return {
    id: found.id,
    // Any word but this one is final, says the description.
    finished: found.status !== "in-progress",
    places: found.results.map((item) => ({
      city: foreignText(item.probe.city, LONGEST_NAME),
      country: codeOf(item.probe.country),
      continent: codeOf(item.probe.continent),
      network: foreignText(item.probe.network, LONGEST_NAME),
      latitude: item.probe.latitude,
      longitude: item.probe.longitude,
      ...foundBy(item, url),
    })),
  };
}
