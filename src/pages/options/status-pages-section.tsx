import { isAddress } from "../../core/settings/addresses.ts";
import { isPattern, MOST_PAGES } from "../../core/settings/status-pages.ts";
import { text } from "../ui/text.tsx";
import { PairList } from "./pair-list.tsx";
import type { OptionsState } from "./use-options.ts";

/** Which status page belongs to which site, as the user knows it. The organisation's stand among its own settings. */
export function StatusPagesSection({ options }: { readonly options: OptionsState }) {
  const pages = options.user.statusPages ?? {};
  return (
    <section>
      <h2>{text("options_field_status_pages")}</h2>
      <p class="muted">
        {text("options_status_pages_why")} {text("options_hosts_below")}
      </p>
      <PairList
        id="status-pages"
        pairs={Object.entries(pages).map(([name, url]) => ({ name, url }))}
        nameLabel={text("options_site")}
        urlLabel={text("options_status_address")}
        most={MOST_PAGES}
        check={(name, url) => ({
          name: isPattern(name) ? "" : text("options_bad_site"),
          url: isAddress(url) ? "" : text("options_bad_address"),
        })}
        onAdd={(name, url) =>
          options.set("statusPages", (now) => ({ ...now, [name.toLowerCase()]: new URL(url).href }))
        }
        onRemove={(gone) =>
          options.set("statusPages", (now) => Object.fromEntries(Object.entries(now).filter(([name]) => name !== gone)))
        }
      />
    </section>
  );
}
