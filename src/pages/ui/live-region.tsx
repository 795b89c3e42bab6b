import { useEffect, useState } from "preact/hooks";

/** Long enough for a screen reader to finish with the popup's own title, and for a quick change to settle. */
const SETTLED_MS = 400;

/** Says `says` to a screen reader, politely and once per change. It starts empty, or nothing would be announced. */
export function LiveRegion({ says }: { readonly says: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(says), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [says]);
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}
