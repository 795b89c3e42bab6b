import fc from "fast-check";

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
/** What stands between slashes and signs of an address, encoded as browsers do. */
const part = fc
  .array(fc.constantFrom(..."abzAZ019-_.~!$'()*+,;:@", "%20", "%2F", "%C3%A9", "%E6%97%A5", "%F0%9F%92%A9"), {
    maxLength: 8,
  })
  .map((letters) => letters.join(""));
const port = fc.constantFrom("", "", ":8443", ":65535");
const joined = (sign: string, between: string, maxLength = 4) =>
  fc.array(part, { maxLength }).map((parts) => (parts.length > 0 ? sign + parts.join(between) : ""));

/**
 * Any address of a page. `fc.webUrl` makes the like, after it has spent a second of each process on listing the letters
 * of all languages.
 */
export const anyAddress: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("http", "https"),
    fc.array(label, { minLength: 2, maxLength: 4 }),
    port,
    joined("/", "/"),
    joined("?q=", "&p="),
    joined("#", "/", 1),
  )
  .map(
    ([scheme, labels, at, path, query, fragment]) => `${scheme}://${labels.join(".")}${at}${path}${query}${fragment}`,
  );
