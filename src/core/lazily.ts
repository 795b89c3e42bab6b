/**
 * A value that is made when it is first asked for, once. The worker runs all of its code at every wake, and most of what
 * it knows serves a check, which few wakes make. Expressions with a class of Unicode (`\p{L}`) are among it: Chromium
 * builds the class as soon as their line runs.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
