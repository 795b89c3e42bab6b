import type { Answer, Response } from "../http/answer.ts";
import { GATEWAYS, recognise } from "./index.ts";
import { sampleOf } from "./sample-of.ts";

/** The media type of errors that are described in fields (RFC 9457). */
const PROBLEM_DETAILS = "application/problem+json";

/** What a request accepts that asks for an error in fields. Whoever has none answers as to anybody. */
export const ACCEPT_PROBLEM_DETAILS = `${PROBLEM_DETAILS}, */*;q=0.8`;

/** Whether this failing answer came through a gateway that describes such errors of its own in fields, if it is asked to. */
export function describesErrors(answer: Answer): answer is Response {
  if (answer.kind !== "response" || answer.status < 500) return false;
  const family = recognise([sampleOf(answer, answer.url)])?.family;
  return GATEWAYS.some(({ id, describes = [] }) => id === family && describes.includes(answer.status));
}

/**
 * The same failure described in fields: `answer`, if it is that, to a request that accepted it. Who wrote it is for the
 * gateways to say: a site may describe errors of its own.
 */
export function descriptionOf(failure: Answer, answer: Answer): Response | null {
  if (answer.kind !== "response" || !describesErrors(failure) || answer.status !== failure.status) return null;
  const type = answer.headers.find(([name]) => name === "content-type")?.[1] ?? "";
  return type.split(";", 1)[0]?.trim().toLowerCase() === PROBLEM_DETAILS ? answer : null;
}
