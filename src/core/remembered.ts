/**
 * What is read out of a thing that does not change, read once for each. While a check asks, all that may yet come is tried
 * after each answer, and every try looks at the same few pages.
 */
export function remembered<Of extends object, T>(read: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, { readonly value: T }>();
  return (of) => {
    const found = known.get(of) ?? { value: read(of) };
    known.set(of, found);
    return found.value;
  };
}

/** The same of what is read out of two things together: once for each pair, for as long as both are there. */
export function rememberedOfTwo<One extends object, Other extends object, T>(
  read: (one: One, other: Other) => T,
): (one: One, other: Other) => T {
  const beside = remembered((one: One) => remembered((other: Other) => read(one, other)));
  return (one, other) => beside(one)(other);
}
