import * as v from "valibot";

/**
 * What a text of JSON holds, where it has the schema's shape; null for anything else. Never throws. The schema is made for
 * it, for no wake of the worker needs one. A text that may be long is asked whether it is modest (modest-json.ts) first.
 */
export function parseJson<T extends v.GenericSchema>(schema: () => T, text: string): v.InferOutput<T> | null {
  try {
    const parsed = v.safeParse(schema(), JSON.parse(text), { abortEarly: true });
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
