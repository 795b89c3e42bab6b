import { useEffect, useState } from "preact/hooks";
import { readSettings } from "../../platform/settings.ts";
import { VENDOR_TEST } from "../../platform/vendor-test.ts";
import { text } from "../ui/text.tsx";

/** Everybody whom a check asks that the user opens, named before the first one. */
export function Recipients() {
  const [set, setSet] = useState<string | null>(null);
  useEffect(() => void readSettings().then(({ connectivity }) => setSet(connectivity?.secure ?? null)), []);
  return (
    <section class="recipients">
      <h2>{text("welcome_recipients")}</h2>
      <p class="muted">{text("welcome_recipients_first")}</p>
      <ul>
        <li>{text("welcome_recipient_site")}</li>
        <li>
          {set === null
            ? text("welcome_recipient_vendor", new URL(VENDOR_TEST.secure).host)
            : text("welcome_recipient_vendor_set", new URL(set).host)}
        </li>
        <li>{text("welcome_recipient_status")}</li>
        <li>{text("welcome_recipient_gateway")}</li>
      </ul>
      <p class="muted">{text("welcome_recipients_else")}</p>
    </section>
  );
}
