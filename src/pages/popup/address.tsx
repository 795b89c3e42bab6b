import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";

/** The page's address, to be read or copied by the user, whole: it goes nowhere by itself. */
export function Address({ url }: { readonly url: string }) {
  const [says, setSays] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setSays(text("ui_copied")),
      () => setSays(text("ui_copy_failed")),
    );
  return (
    <div class="address">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it can scroll, so it must be reachable by keyboard. */}
      <bdi tabIndex={0}>{url}</bdi>
      <Status as="span" class="muted">
        {says}
      </Status>
      <Button action="copy-address" onClick={copy}>
        {text("action_copy_address")}
      </Button>
    </div>
  );
}
