import type { ComponentChildren } from "preact";
import type { PathView } from "../../core/verdict/path.ts";
import { Path } from "../popup/path.tsx";
import { SideIcon } from "../ui/side-icon.tsx";
import { text } from "../ui/text.tsx";

/** The commonest case: whatever the user might try, the site itself does not answer. */
const SITE_IS_DOWN: PathView = {
  you: "working",
  network: "working",
  gateway: "working",
  site: "broken",
  gatewayName: null,
};

function Step({ says, children }: { readonly says: string; readonly children: ComponentChildren }) {
  return (
    <li>
      <div class="picture-frame">{children}</div>
      <p>{says}</p>
    </li>
  );
}

/** What Faultline does, as one picture of three steps: the error, the broken link, the page. */
export function Picture() {
  return (
    <ol class="picture" aria-label={text("welcome_picture")}>
      <Step says={text("welcome_picture_fails")}>
        <p class="picture-error" lang="en" dir="ltr">
          502 Bad Gateway
        </p>
      </Step>
      <Step says={text("welcome_picture_side")}>
        <Path path={SITE_IS_DOWN} host="shop.example" />
      </Step>
      <Step says={text("welcome_picture_back")}>
        <SideIcon mood="back" />
      </Step>
    </ol>
  );
}
