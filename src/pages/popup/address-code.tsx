import { useEffect, useState } from "preact/hooks";
import { text } from "../ui/text.tsx";
import { Address } from "./address.tsx";
import type { Code } from "./qr-code.ts";

/** Width of the picture in CSS pixels: enough for a phone's camera at an arm's length. */
const SIZE = 160;

/** The page's address as a code that a phone can scan, drawn here, and as text beside it. */
export function AddressCode({ url }: { readonly url: string }) {
  // Undefined until the library has come, null for an address too long to be scanned.
  const [code, setCode] = useState<Code | null | undefined>(undefined);
  useEffect(() => {
    import("./qr-code.ts").then(
      ({ qrCode }) => setCode(qrCode(url)),
      () => setCode(null),
    );
  }, [url]);
  return (
    <>
      <p>{text(code === null ? "ui_step_other_device_no_code" : "ui_step_other_device")}</p>
      {code === null ? null : (
        <svg
          class="code"
          width={SIZE}
          height={SIZE}
          viewBox={`0 0 ${code?.size ?? 1} ${code?.size ?? 1}`}
          shape-rendering="crispEdges"
          role="img"
          aria-label={text("ui_step_code")}
        >
          {code ? <path d={code.path} fill="currentColor" /> : null}
        </svg>
      )}
      <Address url={url} />
    </>
  );
}
