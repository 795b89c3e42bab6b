/** A place in JSON: keys and indices from the outside in. */
export type Path = readonly (string | number)[];

/** What a text holds as JSON, also in a callback's call; undefined for any other text. */
export function parsedOf(text: string): unknown {
  try {
    return JSON.parse(/^\w+\((.*)\);?$/s.exec(text)?.[1] ?? text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const entriesOf = (value: unknown): ReadonlyArray<readonly [key: string | number, value: unknown]> =>
  Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];

/** Every place in a value, the whole first. */
export const pathsIn = (value: unknown, path: Path = []): readonly Path[] => [
  path,
  ...entriesOf(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key])),
];

/** Every list in a value, but of equal neighbours only the first. */
export const listsIn = (
  value: unknown,
  path: Path = [],
): ReadonlyArray<{ path: Path; entries: readonly unknown[] }> => [
  ...(Array.isArray(value) ? [{ path, entries: value }] : []),
  ...(Array.isArray(value) ? entriesOf(value).slice(0, 1) : entriesOf(value)).flatMap(([key, inner]) =>
    listsIn(inner, [...path, key]),
  ),
];

/** A value with another at one place; a key that is given undefined is left out of JSON. */
export function withValue(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((inner, at) => (at === key ? withValue(inner, rest, other) : inner));
  return isObject(value) ? { ...value, [key]: withValue(value[key], rest, other) } : value;
}

/** A value with another under every key of a name. */
export function withEvery(value: unknown, name: string, other: unknown): unknown {
  if (Array.isArray(value)) return value.map((inner) => withEvery(inner, name, other));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === name ? other : withEvery(inner, name, other)]),
  );
}
