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
